import { assignFeedback } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'
import { lookerFor } from '../looker'
import { requireUnits } from '../require-units'

/** 分办 to a unit that the report does not accuse; a second look too. */
export const assign =
  (parts: Parts): Handler<'feedback.assign'> =>
  async ({ feedbackId, unitId }, call) => {
    await requireUnits(parts, [unitId], 'unitId')
    return parts.writer.act(handledReport, call, feedbackId, 'assign', async (feedback, facts) => ({
      next: assignFeedback(
        feedback,
        {
          unitId,
          ...(feedback.state === 'secondLook' && {
            looker: await lookerFor(parts, feedback, unitId),
          }),
        },
        call.actor,
        facts,
      ),
      changes: { unitId },
    }))
  }
