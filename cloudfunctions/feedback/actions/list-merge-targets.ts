import { feedbackFor } from '@/domain/feedback/policy'
import { deskListOf } from '@/domain/feedback/readers'
import { mergeTargets } from '@/domain/feedback/same-matter'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'
import { requireReport } from '../require-report'

const mostShown = 10

/**
 * 可能是同一件事的: open reports of the same place on this desk, or the one whose number is given.
 * Without the number only reports of the same place are read, at most `FeedbackStore.sameDesk`'s.
 */
export const listMergeTargets =
  (parts: Parts): Handler<'feedback.listMergeTargets'> =>
  async ({ feedbackId, number }, call) => {
    const report = await requireReport(parts, feedbackId, call.actor)
    const desk = deskListOf(call.actor)
    if (desk === null || !parts.writer.eventsOn(handledReport, report, call).includes('merge')) {
      throw new RuleError('ACCESS.ROLE')
    }
    const others = number
      ? await parts.feedback.onDeskByNumber(desk, number)
      : await parts.feedback.onDeskOf(desk, report.regionCode)
    const facts = parts.writer.factsOf(handledReport, report, call)
    const shown = mergeTargets(report, others, call.actor, facts).slice(0, mostShown)
    return {
      items: shown
        .map((target) => feedbackFor(target, 'intake'))
        .map((other) => ({
          id: other.id,
          number: other.number,
          state: other.state,
          summary: other.summary,
          pollutionTypes: [...other.pollutionTypes],
          sameTask: report.taskId !== null && other.taskId === report.taskId,
          submittedOn: other.submittedOn,
        })),
    }
  }
