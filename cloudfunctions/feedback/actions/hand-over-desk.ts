import { handOverDesk as decideHandOver } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { handledReport } from '../../_stores/feedback-thing'
import { possibleDesks } from '../next-desks'
import type { Parts } from '../parts'
import { requireReport } from '../require-report'
import { requireUnits } from '../require-units'

/** 转交受理: from here on the old desk sees nothing of the report that it handed over. */
export const handOverDesk =
  (parts: Parts): Handler<'feedback.handOverDesk'> =>
  async ({ feedbackId, to, accusedUnitIds, reason }, call) => {
    await requireUnits(parts, accusedUnitIds, 'accusedUnitIds')
    const report = await requireReport(parts, feedbackId, call.actor)
    const { desks } = await possibleDesks(parts, report, call.actor, accusedUnitIds)
    return parts.writer.act(handledReport, call, feedbackId, 'handOverDesk', (feedback, facts) => ({
      next: decideHandOver(
        feedback,
        { to, possible: desks, accusedUnitIds, reason },
        call.actor,
        facts,
      ),
      changes: { to },
      note: reason,
    }))
  }
