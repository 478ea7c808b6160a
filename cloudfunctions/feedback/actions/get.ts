import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { describeForReporter } from '../views/reporter-view'

/** The reporter's own report, from their own session. */
export const get =
  (parts: Parts): Handler<'feedback.get'> =>
  async ({ feedbackId }, call) => {
    const [feedback, row] = await Promise.all([
      parts.feedback.find(feedbackId),
      parts.originals.find(feedbackId),
    ])
    const isOwn = row?.reporterKey === parts.originals.reporterKey(call.actor)
    // Somebody else's report and none have one answer.
    if (!feedback || !row || !isOwn) throw new RuleError('THING.NOT_FOUND')
    return describeForReporter(parts, feedback, row.original, call)
  }
