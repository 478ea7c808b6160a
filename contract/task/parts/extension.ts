import { write } from '../../action'
import { count, id, isoDay, reason, text } from '../../fields'
import { taskChanged } from '../changed'
import { maxPaperNumber } from '../../limits'
import { maxExtensionPlan } from '../limits'
import * as z from '../../zod'

/** Which deadline is to move. */
export const extensionPart = z.union([
  z.strictObject({ kind: z.literal('task') }),
  z.strictObject({ kind: z.literal('measure'), measureId: id }),
  z.strictObject({ kind: z.literal('stage'), measureId: z.nullable(id), index: count }),
])

/** 延期. */
export const extensionActions = {
  'task.extend': write(
    'member',
    z.strictObject({
      taskId: id,
      part: extensionPart,
      to: isoDay,
      reason,
      plan: text(maxExtensionPlan),
    }),
    taskChanged,
  ),
  'task.endorseExtension': write('member', z.strictObject({ taskId: id }), taskChanged),
  'task.grantExtension': write(
    'member',
    z.strictObject({ taskId: id, decisionNumber: text(maxPaperNumber) }),
    taskChanged,
  ),
  'task.refuseExtension': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  'task.withdrawExtension': write('member', z.strictObject({ taskId: id }), taskChanged),
} as const
