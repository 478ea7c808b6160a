import type { Actor } from '@/domain/organization/actor'
import { whyNotManage } from '@/domain/organization/membership-rules'
import {
  type ColumnName,
  columnNames,
  type PersonAtUnit,
  type RowFaultCode,
  type TableName,
  whyNotOnRoster,
} from '@/domain/organization/roster-rules'
import { type OrganizationTables, whyNotImport } from '@/domain/organization/table-rules'
import type { Unit } from '@/domain/organization/unit'
import type { Refusal } from '@/domain/refusal'
import type { MemberStore } from '../../_stores/member-store'
import { besideStored } from '../../_stores/organization-check'
import { fateOf, type OrganizationStore } from '../../_stores/organization-store'
import type { RosterInvitations } from '../../_stores/roster-invitations'
import { type Line, parsePerson, parseRegion, type ParsedUnit, parseUnit } from './parse-rows'
import type { FileTables } from './read-workbook'

export interface PreviewParts {
  readonly organization: OrganizationStore
  readonly members: MemberStore
  readonly roster: RosterInvitations
}

const refused = (
  line: Omit<Line<unknown>, 'value'>,
  column: ColumnName | null,
  code: RowFaultCode,
): Line<never> => ({ ...line, value: null, faults: [{ column, code }] })

const taken = <T>(lines: readonly Line<T>[]): T[] =>
  lines.flatMap(({ value }) => (value === null ? [] : [value]))

/** What the refusal of the tables says of one of their fields. */
const codeOfField = ({ code }: Refusal, column: ColumnName): RowFaultCode => {
  if (code === 'THING.NOT_FOUND') return 'unknownRegion'
  if (code === 'ORGANIZATION.STAFFED') return 'staffed'
  return column === 'level' ? 'level' : 'twice'
}

interface Tree {
  readonly regions: readonly Line<OrganizationTables['regions'][number]>[]
  readonly units: readonly Line<Unit>[]
}

/** The lines at these places among those that are taken, refused. */
const refusing = <T>(
  lines: readonly Line<T>[],
  table: TableName,
  why: Refusal,
): readonly Line<T>[] => {
  const columns = new Map(
    (why.fields ?? [])
      .map((field) => field.split('.'))
      .flatMap(([of, index, name]) => {
        const column = columnNames.find((each) => each === name)
        return of === table && column ? [[Number(index), column] as const] : []
      }),
  )
  let at = -1
  return lines.map((line) => {
    if (line.value === null) return line
    at += 1
    const column = columns.get(at)
    return column ? refused(line, column, codeOfField(why, column)) : line
  })
}

/** What breaks the tree is left out, and what rests on it then, until the rest stands. */
const standing = (tree: Tree, tables: OrganizationTables): Tree => {
  const why = whyNotImport({ ...tables, regions: taken(tree.regions), units: taken(tree.units) })
  if (!why) return tree
  const { regions, units } = tree
  return standing(
    { regions: refusing(regions, 'regions', why), units: refusing(units, 'units', why) },
    tables,
  )
}

const unitLine = (line: Line<ParsedUnit>): Line<Unit> => {
  if (line.value === null) return { ...line, value: null }
  const { key, ...rest } = line.value
  return { ...line, value: { id: key, ...rest } }
}

/** Nobody brings in, or takes over by its key, what lies in another's region. */
const inside = <T>(
  line: Line<T>,
  actor: Actor,
  column: ColumnName,
  placesOf: (value: T) => string[],
): Line<T> =>
  line.value !== null && whyNotManage(actor, placesOf(line.value))
    ? refused(line, column, 'outside')
    : line

const judgeTree = async (parts: PreviewParts, file: FileTables, actor: Actor) => {
  const regions = file.regions
    .map(parseRegion)
    .map((line) => inside(line, actor, 'code', ({ code }) => [code]))
  const parsed = file.units.map(parseUnit).map(unitLine)
  const tables = await besideStored(parts, { regions: taken(regions), units: taken(parsed) })
  const units = parsed.map((line) =>
    inside(line, actor, 'regionCode', ({ id, regionCode }) => [
      regionCode,
      ...(tables.storedUnits.has(id) ? [tables.storedUnits.get(id)!.regionCode] : []),
    ]),
  )
  return { tables, ...standing({ regions, units }, tables) }
}

/** By key, else by name: of the file's units that are taken, else of those that stand. */
const unitFinder = async (
  { organization }: PreviewParts,
  ofFile: readonly Unit[],
  written: readonly string[],
) => {
  const byKey = await organization.units(written.filter((words) => /^[\w.-]{1,80}$/.test(words)))
  const byName = await organization.unitsByName(written)
  return (words: string): Unit | RowFaultCode => {
    const found = ofFile.filter(({ id, name }) => id === words || name === words)
    if (found.length > 1) return 'ambiguousUnit'
    return found[0] ?? byKey.get(words) ?? byName.get(words) ?? 'unknownUnit'
  }
}

const judgePeople = async (
  parts: PreviewParts,
  file: FileTables,
  units: readonly Unit[],
  actor: Actor,
): Promise<Line<PersonAtUnit>[]> => {
  const parsed = file.people.map(parsePerson)
  const find = await unitFinder(
    parts,
    units,
    taken(parsed).map(({ unit }) => unit),
  )
  const earlier: PersonAtUnit[] = []
  return parsed.map((line): Line<PersonAtUnit> => {
    if (line.value === null) return { ...line, value: null }
    const unit = find(line.value.unit)
    if (typeof unit === 'string') return refused(line, 'unit', unit)
    const value: PersonAtUnit = { ...line.value, unit }
    const fault = whyNotOnRoster(actor, value, earlier)
    if (fault) return refused(line, fault.column, fault.code)
    earlier.push(value)
    return { ...line, value }
  })
}

/** Everything that the file says, row by row, beside what stands already. Nothing is written. */
export const previewTables = async (
  parts: PreviewParts,
  file: FileTables,
  actor: Actor,
  now: number,
) => {
  const { tables, regions, units } = await judgeTree(parts, file, actor)
  const judged = await judgePeople(parts, file, taken(units), actor)
  const people = taken(judged).map(({ unit, ...person }) => ({ ...person, unitKey: unit.id }))
  const states = [...(await parts.roster.statesOf(people, now))]
  const shown = <T, F>(table: TableName, lines: readonly Line<T>[], fate: (value: T) => F) =>
    lines.map(({ row, name, value, faults }) => ({
      table,
      row,
      name,
      fate: value === null ? ('refused' as const) : fate(value),
      faults: [...faults],
    }))
  return {
    regions: taken(regions),
    units: taken(units).map(({ id, ...rest }) => ({
      key: id,
      ...rest,
      aliases: [...rest.aliases],
    })),
    people,
    lines: [
      ...shown('regions', regions, (row) => fateOf(row, tables.storedRegions.get(row.code))),
      ...shown('units', units, (row) => fateOf(row, tables.storedUnits.get(row.id))),
      ...shown('people', judged, () => states.shift() ?? ('added' as const)),
    ],
  }
}
