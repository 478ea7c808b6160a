import { write } from '../../action'
import { fileId, isoDay, reason, text } from '../../fields'
import { taskChanged } from '../changed'
import { onPart } from './fields'
import * as z from '../../zod'

const maxEvidencePhotos = 9

const maxEvidenceFiles = 9

const evidenceIds = (max: number) => z.optional(z.array(fileId).check(z.maxLength(max)))

/** 报完成, measure by measure. */
export const doneActions = {
  'task.reportDone': write(
    'member',
    z.strictObject({
      ...onPart,
      on: isoDay,
      words: text(500),
      paperNumber: z.nullable(text(60)),
      /** 整改前, the first beside the first of `photoIds`. */
      beforeIds: evidenceIds(maxEvidencePhotos),
      photoIds: evidenceIds(maxEvidencePhotos),
      fileIds: evidenceIds(maxEvidenceFiles),
      /** Papers with a firm's trade secret. */
      secretFileIds: evidenceIds(maxEvidenceFiles),
    }),
    taskChanged,
  ),
  'task.undoDone': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.returnDone': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.recordNoPart': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
} as const
