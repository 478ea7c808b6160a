import { read, write } from '../../action'
import { cameraView, count, fileId, id, instant, reason, sha256, text, upTo } from '../../fields'
import { taskChanged } from '../changed'
import { rework } from './rework'
import { maxPaperNumber } from '../../limits'
import { maxPhotosOfRecheck, maxRemarks, maxSignedPapers, maxTaskWords } from '../limits'
import * as z from '../../zod'

export const paperNumber = text(maxPaperNumber)

/** 盖章件: the signed paper, filed back with its number; none where it comes later. */
export const signedPapers = z.optional(z.array(fileId).check(z.maxLength(maxSignedPapers)))

/** 公示, 销号, and what comes after. */
export const closingActions = {
  'task.returnForRework': write(
    'member',
    z.strictObject({ taskId: id, ...rework.shape }),
    taskChanged,
  ),
  /** 验收前公示 where the round asks for it: the released text, from today on. */
  'task.noticeFirst': write('member', z.strictObject({ taskId: id }), taskChanged),
  /** 公示: the released text, from today on, for the working days that the settings say. */
  'task.publishNotice': write('member', z.strictObject({ taskId: id }), taskChanged),
  'task.approveCloseOut': write(
    'member',
    z.strictObject({ taskId: id, decisionNumber: paperNumber, fileIds: signedPapers }),
    taskChanged,
  ),
  /** 上级意见: closed, or returned with what has to be done again. */
  'task.recordUpper': write(
    'member',
    z.strictObject({
      taskId: id,
      upperDocumentNumber: paperNumber,
      fileIds: signedPapers,
      remarks: z.string().check(upTo(maxRemarks)),
      rework: z.nullable(rework),
    }),
    taskChanged,
  ),
  'task.recheck': write(
    'member',
    z.strictObject({
      taskId: id,
      relapsed: z.boolean(),
      words: text(maxTaskWords),
      /** What was seen. */
      photoIds: z.optional(z.array(fileId).check(z.maxLength(maxPhotosOfRecheck))),
    }),
    taskChanged,
  ),
  /** What was photographed at one re-check of a cycle, from 0, with links that live minutes. */
  'task.listRecheckFiles': read(
    'member',
    z.strictObject({ taskId: id, cycle: count, nth: count }),
    z.strictObject({
      items: z.array(
        z.strictObject({
          fileId: z.string(),
          sha256,
          /** When the server took it. */
          at: instant,
          camera: cameraView,
          url: z.nullable(z.string()),
        }),
      ),
    }),
  ),
  'task.keepClosed': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  'task.reopen': write('member', z.strictObject({ taskId: id, ...rework.shape }), taskChanged),
  'task.withdraw': write('member', z.strictObject({ taskId: id }), taskChanged),
} as const
