import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { describeForReporter } from '../views/reporter-view'

/** The reporter's own report, from their own session. */
export const get =
  (parts: Parts): Handler<'feedback.get'> =>
  async ({ feedbackId }, call) => {
    const feedback = await parts.feedback.find(feedbackId)
    if (!feedback) throw new RuleError('THING.NOT_FOUND')
    const row = await parts.originals.find(feedbackId)
    const isOwn = row && row.reporterKey === parts.originals.reporterKey(call.actor.personId!)
    if (!isOwn) throw new RuleError('ACCESS.OWNER')
    return describeForReporter(parts, feedback, row.original, call)
  }
