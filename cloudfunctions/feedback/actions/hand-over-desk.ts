import { handOverDesk as decideHandOver } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import { possibleDesks } from '../next-desks'
import type { Parts } from '../parts'
import { requireUnits } from '../require-units'

/** 转交受理: from here on the old desk sees nothing of the report that it handed over. */
export const handOverDesk =
  (parts: Parts): Handler<'feedback.handOverDesk'> =>
  async ({ feedbackId, to, accusedUnitIds, reason }, call) => {
    await requireUnits(parts, accusedUnitIds, 'accusedUnitIds')
    return parts.writer.act(
      handledReport,
      call,
      feedbackId,
      'handOverDesk',
      async (feedback, facts) => {
        const { desks } = await possibleDesks(parts, feedback, call.actor, accusedUnitIds)
        const given = { to, possible: desks, accusedUnitIds, reason }
        return {
          next: decideHandOver(feedback, given, call.actor, facts),
          changes: { to },
          note: reason,
        }
      },
    )
  }
