import type { IsoDay } from '../calendar/day'
import { isCityRegion } from '../organization/scope'
import type { RegionCode } from '../organization/region'
import { type Unit, unitRoles, type UnitsByRole } from '../organization/unit'
import { unnamedChain } from '../task/acceptance-chain'
import type { Deadline } from '../task/deadline'
import type { RectificationTask, TaskId } from '../task/task'
import type { DraftDeadline, DraftTask, UnitNames } from './draft'

/** Units found for printed names; a name without an entry is unknown here. */
export type KnownUnits = ReadonlyMap<string, Unit>

/** What the draft's words turn into beside the draft itself. */
export interface TaskMaking {
  readonly id: TaskId
  readonly roundId: string
  readonly parentId: TaskId | null
  readonly units: KnownUnits
  /** Whether a printed name stands for many units (各县市区…). */
  readonly isCollective: (name: string) => boolean
  /** The importing office's region: where the task lies when its units do not say. */
  readonly regionCode: RegionCode
  readonly today: IsoDay
}

/** Names of a draft's own division of work and of its measures', each once. */
export const unitNamesOf = (draft: DraftTask): string[] => {
  const all = [draft.units, ...draft.measures.map((measure) => measure.units)]
  return [...new Set(all.flatMap((units) => unitRoles.flatMap((role) => units[role])))]
}

/** A name that is neither a unit here nor a group: it stays as text and is listed. */
export const unknownNamesOf = (
  draft: DraftTask,
  units: KnownUnits,
  isCollective: (name: string) => boolean,
): string[] => unitNamesOf(draft).filter((name) => !units.has(name) && !isCollective(name))

const idsOf = (names: UnitNames, units: KnownUnits): UnitsByRole => {
  const ids = (of: readonly string[]) => [
    ...new Set(of.flatMap((name) => units.get(name)?.id ?? [])),
  ]
  return {
    lead: ids(names.lead),
    responsible: ids(names.responsible).filter((id) => !ids(names.lead).includes(id)),
    supporting: ids(names.supporting),
    supervising: ids(names.supervising),
    accepting: ids(names.accepting),
  }
}

/**
 * The domain's deadline of a printed one. Dates stand in the order of the kinds: one for
 * `fixed`, all for `staged`, start and end for `range`. What the list does not date
 * (立行立改, an awaited event, a rule) stays undated: the coordinator decides at assignment.
 * A yearly duty is due on the last day of the year (domain.md, section 2).
 */
export const deadlineOf = ({ kinds, dates, text }: DraftDeadline, today: IsoDay): Deadline => {
  const sorted = [...dates].sort()
  const isStaged = kinds.includes('staged')
  const isRange = kinds.includes('range') && dates.length > 1
  const isLong = kinds.includes('longTerm')
  return {
    kinds,
    text,
    stages: isStaged ? sorted.map((on) => ({ on, result: '' })) : [],
    startsOn: isRange ? (dates[0] ?? null) : null,
    nextOn: isLong ? `${today.slice(0, 4)}-12-31` : null,
    event: kinds.includes('relative') ? { text, enteredBy: null } : null,
    countedOn: isRange ? (dates[1] ?? null) : (sorted.at(-1) ?? null),
    provisional: false,
  }
}

const hasDeadline = ({ kinds, dates, text }: DraftDeadline): boolean =>
  kinds.length > 0 || dates.length > 0 || text !== ''

/** Counties, zones, towns and villages the answering units lie in; a city unit says nothing. */
const placesOf = (division: UnitNames, units: KnownUnits): RegionCode[] => {
  const answering = [...division.lead, ...division.responsible]
  const codes = answering.flatMap((name) => units.get(name)?.regionCode ?? [])
  return [...new Set(codes.filter((code) => !isCityRegion(code)))]
}

/** The first sentence, where a list prints no title. */
export const titleOf = ({
  title,
  problem,
  number,
}: Pick<DraftTask, 'title' | 'problem' | 'number'>): string => {
  if (title !== '') return title
  const first = problem.split(/[。;\uff1b\n]/)[0] ?? ''
  const points = [...first]
  if (points.length === 0) return number
  return points.length <= 60 ? first : `${points.slice(0, 59).join('')}…`
}

const none: readonly string[] = []

/**
 * Who answers for the whole task: as printed there, else everybody who answers for a measure.
 * The coordinator decides at assignment; this is what they start from.
 */
const divisionOf = ({ units, measures }: DraftTask): UnitNames => {
  if (units.lead.length + units.responsible.length > 0) return units
  const answering = measures.flatMap((measure) => [
    ...measure.units.lead,
    ...measure.units.responsible,
  ])
  return { ...units, lead: none, responsible: [...new Set(answering)] }
}

/** The draft task (草稿) that a confirmed draft becomes; the coordinator assigns it later. */
export const taskOfDraft = (draft: DraftTask, making: TaskMaking): RectificationTask => {
  const division = divisionOf(draft)
  const places = placesOf(division, making.units)
  const isCity = isCityRegion(making.regionCode)
  return {
    id: making.id,
    roundId: making.roundId,
    number: draft.number,
    upperNumber: draft.upperNumber === '' ? null : draft.upperNumber,
    parentId: making.parentId,
    title: titleOf(draft),
    problem: draft.problem,
    category: draft.category,
    regionCodes: places.length > 0 || isCity ? places : [making.regionCode],
    villageCodes: [],
    enterpriseIds: [],
    goals: draft.goals,
    units: idsOf(division, making.units),
    ...(draft.leadOfficial !== undefined && {
      leadOfficial: { printed: draft.leadOfficial, person: null },
    }),
    // Only who has to sign is split; a group that supports may stay a group.
    collectiveUnits: [...division.lead, ...division.responsible].filter(
      (name) => !making.units.has(name) && making.isCollective(name),
    ),
    measures: draft.measures.map((measure, index) => ({
      id: `m${index + 1}`,
      text: measure.text,
      units: idsOf(measure.units, making.units),
      deadline: hasDeadline(measure.deadline) ? deadlineOf(measure.deadline, making.today) : null,
      sites: [],
      doneOn: null,
    })),
    deadline: deadlineOf(draft.deadline, making.today),
    // [D] the county or, for the city's own units, the trade first, then the city; an item of a
    // plan from above goes up.
    acceptanceChain: unnamedChain(
      isCity && places.length === 0 ? ['trade', 'city'] : ['county', 'city'],
    ),
    closingLevel: draft.upperNumber === '' ? 'city' : 'province',
    state: 'draft',
    assignments: [],
    extensions: [],
    agreedDates: [],
    done: [],
    cycles: [],
    completedOn: null,
  }
}
