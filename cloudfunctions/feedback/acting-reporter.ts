import { beijingInstant } from '@/domain/calendar/day'
import type { Feedback } from '@/domain/feedback/feedback'
import type { Call } from '../_kit/handler'
import { handledReport, ownReportIn } from '../_stores/feedback-thing'

/**
 * How somebody acts on what may be their own report. What a reporter does is kept with its day:
 * equal instants join what was kept apart.
 *
 * @param matter of a merged report: what it is part of now
 */
export const actingReporter = (isReporter: boolean, call: Call, matter: Feedback | null = null) =>
  isReporter
    ? { report: ownReportIn(matter), by: { ...call, now: beijingInstant(call.today) } }
    : { report: handledReport, by: call }
