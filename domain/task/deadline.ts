import type { IsoDay } from '../calendar/day'
import type { UnitId } from '../organization/unit'

export const deadlineKinds = [
  'fixed', // one date
  'staged', // dates with a result each
  'range', // start and end
  'recurring', // a rule; the next date is computed
  'relative', // event + period; no date until the event is entered
  'immediate', // 立行立改: the coordinator sets a counted date
  'longTerm', // 长期坚持: yearly duty
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export interface DeadlineStage {
  readonly on: IsoDay
  readonly result: string
  /** Absent or null until the unit reports the stage done. */
  readonly doneOn?: IsoDay | null
}

/** 原文 stays beside the date that counts: the list is never overwritten. */
export interface Deadline {
  readonly kinds: readonly DeadlineKind[]
  /** Original words. */
  readonly text: string
  readonly stages: readonly DeadlineStage[]
  readonly startsOn: IsoDay | null
  /** For `recurring` and `longTerm`: the next day something is due. */
  readonly nextOn: IsoDay | null
  /** For `relative`: what has to happen, and who enters that it did. */
  readonly event: { readonly text: string; readonly enteredBy: UnitId | null } | null
  /** The day that counts; null while a `relative` event is awaited. */
  readonly countedOn: IsoDay | null
  /** 暂定: counted over a year without a published calendar. */
  readonly provisional: boolean
}
