import type { IsoDay } from '../calendar/day'
import type { Days } from '../calendar/period'
import type { UnitId } from '../organization/unit'
import type { Feedback, FeedbackDesk, FeedbackState, Rating } from './feedback'

/** A report, or one that is about to be sent (`state` null). */
export type FeedbackCase = Omit<Feedback, 'state'> & { readonly state: FeedbackState | null }

/** What comes with the event itself. */
export interface FeedbackGiven {
  readonly reason?: string
  readonly summary?: string
  readonly unitId?: UnitId
  readonly rating?: Rating
  readonly words?: string
  readonly consentNoted?: boolean
  readonly into?: Pick<Feedback, 'id' | 'state' | 'accusedUnitIds' | 'answeredOn'>
  readonly accusedUnitIds?: readonly UnitId[]
  /** 转交受理: to whom, and to whom it may go. */
  readonly desk?: { readonly to: FeedbackDesk; readonly possible: readonly FeedbackDesk[] }
  /** 阶段性办结: the day of the next answer. */
  readonly nextOn?: IsoDay | null
}

export interface FeedbackFacts extends Days {
  readonly given?: FeedbackGiven
  /** The caller's own report: by the session, or by the lookup code. */
  readonly isReporter: boolean
  /** Of a report that became part of another: the report it is part of now. */
  readonly matter?: Pick<Feedback, 'state' | 'answeredOn'>
}
