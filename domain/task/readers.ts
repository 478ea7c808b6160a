import type { Actor, MembershipId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { regionsHolding } from '../organization/region-path'
import type { Role } from '../organization/role'
import { isCityRegion } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { Refusal, RefusalCode } from '../refusal'
import { unitsWithAPart } from './responsibility'
import type { RectificationTask } from './task'

/**
 * Who may read a task, as keys that the task carries and an actor has one of: the ledger asks
 * for the key and a single task is checked by it, so that list and page cannot differ.
 */
export type ReaderKey = string

/** Everything that is not the office's reads a task once it has been given out. */
const regionReaders: readonly Role[] = [
  'intake',
  'inspector',
  'caseOfficer',
  'publisher',
  'financeOfficer',
  'auditor',
  'cityLeader',
]

/** A matter without a place is the city's; every matter of the city is read there. */
const placeOf = (code: RegionCode): string => (isCityRegion(code) ? 'city' : code)

type Readable = Pick<
  RectificationTask,
  | 'state'
  | 'regionCodes'
  | 'villageCodes'
  | 'enterpriseIds'
  | 'units'
  | 'measures'
  | 'assignments'
  | 'acceptanceChain'
  | 'deadline'
  | 'leadOfficial'
>

/** Whoever has a part in it, and who enters the event that its deadline waits for. */
const unitsReading = (task: Readable): UnitId[] => {
  const { enteredBy = null } = task.deadline.event ?? {}
  return [...new Set([...unitsWithAPart(task), ...(enteredBy === null ? [] : [enteredBy])])]
}

const keyOfLed = (membershipId: MembershipId): ReaderKey => `led:${membershipId}`

/** Draft and consulting are the office's; villages and firms read what they are asked about. */
export const readersOf = (task: Readable): ReaderKey[] => {
  const places = [...new Set(['city', ...regionsHolding(task.regionCodes).map(placeOf)])]
  const office = places.map((place) => `office:${place}`)
  const isGivenOut = task.assignments.length > 0
  const led = task.leadOfficial?.person
  const isAsked = isGivenOut || task.state === 'consulting'
  return [
    ...office,
    ...(isGivenOut ? places.map((place) => `region:${place}`) : []),
    ...(isGivenOut ? unitsReading(task).map((id) => `unit:${id}`) : []),
    ...(isGivenOut && led ? [keyOfLed(led.membershipId)] : []),
    ...(isAsked ? task.villageCodes.map((code) => `village:${code}`) : []),
    ...(isAsked ? task.enterpriseIds.map((id) => `enterprise:${id}`) : []),
  ]
}

/** The key this actor reads by; null for roles that read no staff ledger. */
const readerKeyOf = ({ role, unitId, regionCode }: Actor): ReaderKey | null => {
  if (role === 'coordinator' && regionCode) return `office:${placeOf(regionCode)}`
  if (regionReaders.includes(role) && regionCode) return `region:${placeOf(regionCode)}`
  if ((role === 'unitStaff' || role === 'unitLeader') && unitId) return `unit:${unitId}`
  if (role === 'villageOfficer' && regionCode) return `village:${regionCode}`
  if (role === 'enterpriseAgent' && unitId) return `enterprise:${unitId}`
  return null
}

/** The key to what the actor leads as its official; null for whoever is no member. */
export const readerKeyOfLed = ({ membershipId }: Actor): ReaderKey | null =>
  membershipId === null ? null : keyOfLed(membershipId)

/** The key of a ledger, kept to what one leads where that is asked for. */
export const ledgerKeyOf = (actor: Actor, led: true | undefined): ReaderKey | null => {
  const own = readerKeyOf(actor)
  return own && led ? readerKeyOfLed(actor) : own
}

/** Takes the ledger away as a workbook: the office, whose table it is. */
export const whyNotExportLedger = ({ role }: Actor): Refusal | null =>
  role === 'coordinator' ? null : { code: 'ACCESS.ROLE' }

/** Every task of the city is theirs to read: too many to walk through for words. */
export const readsWholeCity = (key: ReaderKey): boolean => key.endsWith(':city')

/** The reader's key kept to one place, for lists by place. */
export const readerKeyIn = (key: ReaderKey, area: RegionCode): string => `${key}@${area}`

/** The reader's key kept to what came back after close-out: a list of its own without an index of its own. */
export const readerKeyOfComeBack = (key: ReaderKey): ReaderKey => `${key}:back`

const strangerCode = (role: Role): RefusalCode =>
  role === 'coordinator' || regionReaders.includes(role) ? 'ACCESS.REGION' : 'ACCESS.UNIT'

/** Null when the actor may read this task. */
export const whyNotRead = (task: Readable, actor: Actor): Refusal | null => {
  const key = readerKeyOf(actor)
  if (key === null) return { code: 'ACCESS.ROLE' }
  const led = readerKeyOfLed(actor)
  const isReader = readersOf(task).some((each) => each === key || each === led)
  return isReader ? null : { code: strangerCode(actor.role) }
}

/**
 * Villages and firms read what concerns them, without the office's notes, the units' plans and
 * who else is concerned.
 */
export const readsAsConcerned = (role: Role): boolean =>
  role === 'villageOfficer' || role === 'enterpriseAgent'

/** By what a reader may have the ledger sorted: date due, or the number as people count. */
export const ledgerSorts = ['due', 'number'] as const
export type LedgerSort = (typeof ledgerSorts)[number]
