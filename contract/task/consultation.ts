import { write } from '../action'
import { id, isoDay, reason, regionCode, text, upTo } from '../fields'
import { unitIds } from './assignment'
import { taskChanged } from './changed'
import { maxPaperNumber } from '../limits'
import { maxDraftWords, maxMeasureWords } from './limits'
import * as z from '../zod'

/** 征求意见 on a draft. */
export const consultationActions = {
  'task.consult': write(
    'member',
    z.strictObject({
      taskId: id,
      villageCodes: z.array(regionCode).check(z.maxLength(50)),
      enterpriseIds: unitIds,
      /** The last day to answer, at least five working days off. */
      dueOn: isoDay,
    }),
    taskChanged,
  ),
  /** Before anybody has spoken. */
  'task.withdrawConsult': write('member', z.strictObject({ taskId: id }), taskChanged),
  /**
   * 提意见: by branch, committee or firm for itself; the office records a paper of one of them,
   * with `party` and `paperNumber`.
   */
  'task.sayOnDraft': write(
    'member',
    z.strictObject({
      taskId: id,
      agrees: z.boolean(),
      words: z.string().check(upTo(maxDraftWords)),
      party: z.optional(text(64)),
      paperNumber: z.optional(text(maxPaperNumber)),
    }),
    taskChanged,
  ),
  /** 采纳 or 不采纳 with the reason; what is adopted may change the words of one measure. */
  'task.answerDraftOpinion': write(
    'member',
    z.strictObject({
      taskId: id,
      opinionId: id,
      adopted: z.boolean(),
      reason,
      measure: z.optional(z.strictObject({ id, text: text(maxMeasureWords) })),
    }),
    taskChanged,
  ),
} as const
