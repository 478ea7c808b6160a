import { levelNames, roleOfName, unitKindNames } from '@/copy/organization-table'
import { personRow, regionRow, unitRow } from '@/contract/identity/rows'
import type * as z from '@/contract/zod'
import { type RegionLevel, regionLevels } from '@/domain/organization/region'
import type { ColumnName, RowFault, RowFaultCode } from '@/domain/organization/roster-rules'
import type { StaffRole } from '@/domain/organization/role'
import { type UnitKind, unitKinds } from '@/domain/organization/unit'
import type { FileRow } from './read-workbook'

export interface ParsedRegion {
  readonly code: string
  readonly name: string
  readonly level: RegionLevel
  readonly parentCode: string | null
}
export interface ParsedUnit {
  readonly key: string
  readonly name: string
  readonly kind: UnitKind
  readonly regionCode: string
  readonly aliases: string[]
  readonly phone: string | null
}
/** The unit still as it is written: a name or a key. */
export interface ParsedPerson {
  readonly name: string
  readonly phone: string
  readonly unit: string
  readonly role: StaffRole
}

/** A row as the table means it; null, with the reasons, where it is not taken. */
export interface Line<T> {
  readonly row: number
  /** As it is written, for whom a refusal is about. */
  readonly name: string
  readonly value: T | null
  readonly faults: readonly RowFault[]
}

const fits = (type: z.ZodMiniType, value: unknown): boolean => type.safeParse(value).success

/** Reads the cells of one row and gathers what is wrong with each. */
class Cells {
  readonly faults: RowFault[]

  constructor(private readonly row: FileRow) {
    this.faults = row.formulas.map((column) => ({ column, code: 'formula' }))
  }

  optional(column: ColumnName): string | null {
    return this.row.cells[column] || null
  }

  /** @param code what is wrong where the words are none of these */
  needed<T>(column: ColumnName, read: (words: string) => T | undefined, code: RowFaultCode): T {
    const words = this.optional(column)
    const value = words === null ? undefined : read(words)
    if (value === undefined) this.fault(column, words === null ? 'missing' : code)
    return value as T
  }

  fault(column: ColumnName, code: RowFaultCode): void {
    // A formula is what has to be mended first; the rest follows from it.
    if (!this.faults.some((fault) => fault.column === column)) this.faults.push({ column, code })
  }

  line<T>(value: T): Line<T> {
    const { row, faults } = this
    const name = row.cells.name ?? ''
    return { row: row.row, name, value: faults.length > 0 ? null : value, faults }
  }
}

const fitting =
  (type: z.ZodMiniType) =>
  (words: string): string | undefined =>
    fits(type, words) ? words : undefined

const named =
  <T extends string>(values: readonly T[], names: Readonly<Record<T, string>>) =>
  (words: string): T | undefined =>
    values.find((value) => names[value] === words)

export const parseRegion = (row: FileRow): Line<ParsedRegion> => {
  const cells = new Cells(row)
  const { code, name } = regionRow.shape
  const parentCode = cells.optional('parentCode')
  if (parentCode !== null && !fits(code, parentCode)) cells.fault('parentCode', 'badCode')
  return cells.line({
    code: cells.needed('code', fitting(code), 'badCode'),
    name: cells.needed('name', fitting(name), 'tooLong'),
    level: cells.needed('level', named(regionLevels, levelNames), 'unknownLevel'),
    parentCode,
  })
}

export const parseUnit = (row: FileRow): Line<ParsedUnit> => {
  const cells = new Cells(row)
  const { key, name, regionCode, aliases, phone } = unitRow.shape
  const listed = (cells.optional('aliases') ?? '').split(/[、,，;；\n]/).map((each) => each.trim())
  const others = [...new Set(listed.filter((each) => each !== ''))]
  if (!fits(aliases, others)) cells.fault('aliases', 'tooLong')
  const number = cells.optional('phone')
  if (!fits(phone, number)) cells.fault('phone', 'tooLong')
  return cells.line({
    key: cells.needed('key', fitting(key), 'badKey'),
    name: cells.needed('name', fitting(name), 'tooLong'),
    kind: cells.needed('kind', named(unitKinds, unitKindNames), 'unknownKind'),
    regionCode: cells.needed('regionCode', fitting(regionCode), 'badCode'),
    aliases: others,
    phone: number,
  })
}

export const parsePerson = (row: FileRow): Line<ParsedPerson> => {
  const cells = new Cells(row)
  const { name, phone } = personRow.shape
  return cells.line({
    name: cells.needed('name', fitting(name), 'tooLong'),
    phone: cells.needed('phone', fitting(phone), 'badPhone'),
    unit: cells.needed('unit', (words) => words, 'missing'),
    role: cells.needed('role', roleOfName, 'unknownRole'),
  })
}
