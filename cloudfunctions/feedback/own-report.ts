import type { Feedback } from '@/domain/feedback/feedback'
import type { FeedbackEvent } from '@/domain/feedback/workflow'
import type { Call } from '../_kit/handler'
import type { Claim } from '../_stores/feedback-original-store'
import { handledReport, ownReportIn, type ReportFacts } from '../_stores/feedback-thing'
import type { Decide, Read } from '../_stores/thing'
import { byReporter } from './acting-reporter'
import type { Parts } from './parts'
import { matterOf } from './views/reporter-view'

/** What a merged report is part of now, read in the transaction of a change; null where it stands alone. */
export const matterIn = async (
  { feedback }: Pick<Parts, 'feedback'>,
  read: Read,
  report: Feedback | null,
): Promise<Feedback | null> =>
  report?.mergedIntoId ? matterOf(report, (id) => feedback.findIn(read, id)) : null

/**
 * `Writer.act` on what may be the caller's own report: to anybody else it is what it is to staff. Whose it
 * is, and what it is part of, is read in the transaction of the change.
 */
export const actOnOwn = (
  { writer, originals, feedback }: Pick<Parts, 'writer' | 'originals' | 'feedback'>,
  call: Call,
  claim: Claim,
  event: FeedbackEvent,
  decide: Decide<Feedback, ReportFacts>,
) =>
  writer.write(byReporter(call), async (acting) => {
    const { read, by } = acting
    const report = (await originals.isSentBy(read, claim, by.actor))
      ? ownReportIn(
          await matterIn({ feedback }, read, await feedback.findIn(read, claim.feedbackId)),
        )
      : handledReport
    const next = await acting.change(report, claim.feedbackId, event, decide)
    return writer.changed(report, next, by)
  })
