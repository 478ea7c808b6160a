import { write } from '../../action'
import { fileId, isoDay, reason, text } from '../../fields'
import { taskChanged } from '../changed'
import { onPart } from './fields'
import { maxAttached, maxPaperNumber } from '../../limits'
import { maxTaskWords } from '../limits'
import * as z from '../../zod'

const evidenceIds = z.optional(z.array(fileId).check(z.maxLength(maxAttached)))

/** 报完成, measure by measure. */
export const doneActions = {
  'task.reportDone': write(
    'member',
    z.strictObject({
      ...onPart,
      on: isoDay,
      words: text(maxTaskWords),
      paperNumber: z.nullable(text(maxPaperNumber)),
      /** 整改前, the first beside the first of `photoIds`. */
      beforeIds: evidenceIds,
      photoIds: evidenceIds,
      fileIds: evidenceIds,
      /** Papers with a firm's trade secret. */
      secretFileIds: evidenceIds,
    }),
    taskChanged,
  ),
  'task.undoDone': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.returnDone': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.recordNoPart': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
} as const
