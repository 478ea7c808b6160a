import type { Feedback } from '@/domain/feedback/feedback'
import type { FeedbackEvent } from '@/domain/feedback/workflow'
import type { Call } from '../_kit/handler'
import type { Claim } from '../_stores/feedback-original-store'
import { handledReport, ownReportIn, type ReportFacts } from '../_stores/feedback-thing'
import type { Decide } from '../_stores/thing'
import { byReporter } from './acting-reporter'
import type { Parts } from './parts'
import { matterOf } from './views/reporter-view'

/** As `Decide`, with what the caller's own merged report is part of now; null where it stands alone. */
type DecideOnOwn = (
  report: Feedback,
  facts: ReportFacts,
  matter: Feedback | null,
) => ReturnType<Decide<Feedback, ReportFacts>>

/**
 * `Writer.act` on what may be the caller's own report: to anybody else it is what it is to staff. Whose it
 * is, and what it is part of, is read in the transaction of the change.
 */
export const actOnOwn = (
  { writer, originals, feedback }: Pick<Parts, 'writer' | 'originals' | 'feedback'>,
  call: Call,
  claim: Claim,
  event: FeedbackEvent,
  decide: DecideOnOwn,
) =>
  writer.write(byReporter(call), async (acting) => {
    const { read, by } = acting
    const isOwn = await originals.isSentBy(read, claim, by.actor)
    const own = isOwn ? await feedback.findIn(read, claim.feedbackId) : null
    const matter = own?.mergedIntoId ? await matterOf(own, (id) => feedback.findIn(read, id)) : null
    const report = isOwn ? ownReportIn(matter) : handledReport
    const next = await acting.change(report, claim.feedbackId, event, (found, facts) =>
      decide(found, facts, matter),
    )
    return writer.changed(report, next, by)
  })
