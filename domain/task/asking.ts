import type { IsoDay } from '../calendar/day'
import type { RegionCode } from '../organization/region'
import type { RectificationTask, TaskState } from './task'

/**
 * 征求村里看法: which affected villages were asked in the present cycle and which were heard. It
 * holds nobody's opinion: those have records and chains of their own (domain.md, section 9).
 */
export interface Asking {
  /** Names the opinions of this cycle; a later cycle asks anew under another one. */
  readonly id: string
  /** The last day on which a village that was asked has to answer. */
  readonly dueOn: IsoDay
  readonly villageCodes: readonly RegionCode[]
  /** Branch or committee spoke or said 不涉及, or two persons went there. */
  readonly heardCodes: readonly RegionCode[]
  /** What was not satisfied is answered in writing, and the summary is released. */
  readonly isAnswered: boolean
}

/** 说看法 goes on from the first asking to the last day of the notice. */
export const statesToSpeakIn: readonly TaskState[] = [
  'inProgress',
  'selfChecked',
  'preNotice',
  'verifying',
  'underNotice',
]

/** Somebody was asked, and the last day to speak is not over. */
export const isSpeaking = (
  { state }: Pick<RectificationTask, 'state'>,
  asking: Asking | null,
): boolean => asking !== null && statesToSpeakIn.includes(state)

/** A task in one of these has passed its self-check: back in `inProgress` it begins a new cycle. */
const pastSelfCheck: readonly TaskState[] = [
  'selfChecked',
  'preNotice',
  'verifying',
  'underNotice',
  'awaitingApproval',
  'reportedUp',
  'closed',
]

interface Change {
  readonly event: string
  readonly changes: Readonly<Record<string, unknown>>
  readonly before: Pick<RectificationTask, 'state'> | null
  readonly next: Pick<RectificationTask, 'state'>
}

const beginsCycle = ({ event, before, next }: Change): boolean =>
  before !== null &&
  pastSelfCheck.includes(before.state) &&
  next.state === 'inProgress' &&
  event !== 'withdraw'

const together = <T>(known: readonly T[], added: readonly T[]): T[] => [
  ...new Set([...known, ...added]),
]

const codesIn = (value: unknown): RegionCode[] => (Array.isArray(value) ? value.map(String) : [])

/** The asking after one change of the task; a new cycle has asked nobody yet. */
export const askingAfter = (known: Asking | null, change: Change): Asking | null => {
  if (beginsCycle(change)) return null
  const { event, changes } = change
  if (event === 'askVillage')
    return {
      id: known?.id ?? String(changes.askingId),
      dueOn: String(changes.dueOn),
      villageCodes: together(known?.villageCodes ?? [], codesIn(changes.villageCodes)),
      heardCodes: known?.heardCodes ?? [],
      isAnswered: known?.isAnswered ?? false,
    }
  if (event === 'releaseSummary' && known) return { ...known, isAnswered: true }
  // Words that came after the summary are answered too.
  if (event === 'noticeElapsed' && changes.lateWords === true && known)
    return { ...known, isAnswered: false }
  if (event === 'villageHeard' && known)
    return { ...known, heardCodes: together(known.heardCodes, [String(changes.villageCode)]) }
  return known
}

/** Affected villages that nobody asked in this cycle. */
export const villagesToAsk = (
  { villageCodes }: Pick<RectificationTask, 'villageCodes'>,
  asking: Asking | null,
): RegionCode[] => villageCodes.filter((code) => !asking?.villageCodes.includes(code))

/** Affected villages from which neither branch nor committee nor a visit has brought a word. */
export const villagesUnheard = (
  { villageCodes }: Pick<RectificationTask, 'villageCodes'>,
  asking: Asking | null,
): RegionCode[] => villageCodes.filter((code) => !asking?.heardCodes.includes(code))
