import { handOverDesk as decideHandOver } from '@/domain/feedback/transitions'
import type { Handler } from '../../_kit/handler'
import { changeReport } from '../change-report'
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
    return changeReport(parts, call, feedbackId, false, (feedback, facts) => ({
      next: decideHandOver(
        feedback,
        { to, possible: desks, accusedUnitIds, reason },
        call.actor,
        facts,
      ),
      event: 'handOverDesk',
      changes: { to },
      note: reason,
    }))
  }
