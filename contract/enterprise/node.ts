import { write } from '../action'
import { timelineChanged } from './fields'
import { fileId, id, isoDay, reason, text } from '../fields'
import { maxAttached, maxPaperNumber } from '../limits'
import { maxTaskWords } from '../task/limits'
import * as z from '../zod'

const nodeFiles = z.optional(z.array(fileId).check(z.maxLength(maxAttached)))

/** What the firm says done of an agreed day, and what the unit says to it. */
export const nodeActions = {
  /** 报节点完成 by the firm; by the unit with a paper where nobody acts for the firm. */
  'enterprise.reportNode': write(
    'member',
    z.strictObject({
      timelineId: id,
      /** Its task: evidence goes up for one. */
      taskId: id,
      measureId: id,
      on: isoDay,
      words: text(maxTaskWords),
      paperNumber: z.nullable(text(maxPaperNumber)),
      beforeIds: nodeFiles,
      photoIds: nodeFiles,
      fileIds: nodeFiles,
      secretFileIds: nodeFiles,
    }),
    timelineChanged,
  ),
  'enterprise.undoNode': write(
    'member',
    z.strictObject({ timelineId: id, measureId: id, reason }),
    timelineChanged,
  ),
  'enterprise.confirmNode': write(
    'member',
    z.strictObject({ timelineId: id, measureId: id }),
    timelineChanged,
  ),
  'enterprise.returnNode': write(
    'member',
    z.strictObject({ timelineId: id, measureId: id, reason }),
    timelineChanged,
  ),
} as const
