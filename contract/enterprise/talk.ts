import { read, repeatable, write } from '../action'
import { dates, timelineChanged } from './fields'
import { timelineRow, timelineView } from './views'
import { cursor, fileId, id, page, reason, text, uploadTarget } from '../fields'
import { maxPlanFiles, maxPlanWords } from './limits'
import * as z from '../zod'

const round = z.int().check(z.minimum(1))

/** 商定时间: from the first offer to an agreement, and back to the talk. */
export const talkActions = {
  /** Timelines of the own plants (enterprise), the own unit, or to mediate (coordinator). */
  'enterprise.listTimelines': read(
    'member',
    z.strictObject({ cursor: z.optional(cursor) }),
    page(timelineRow),
  ),
  'enterprise.getTimeline': read('member', z.strictObject({ timelineId: id }), timelineView),
  /** First proposal for one enterprise of a task, or the next round on a countered one. */
  'enterprise.propose': write(
    'member',
    z.strictObject({ taskId: id, enterpriseId: id, dates, reason: z.nullable(reason) }),
    timelineChanged,
  ),
  'enterprise.accept': write('member', z.strictObject({ timelineId: id, round }), timelineChanged),
  'enterprise.preparePlanUpload': repeatable(
    'member',
    z.strictObject({ timelineId: id, fileName: text(100), size: z.int().check(z.minimum(1)) }),
    z.strictObject({ target: uploadTarget }),
  ),
  'enterprise.counter': write(
    'member',
    z.strictObject({
      timelineId: id,
      round,
      dates,
      reason,
      /** 技术方案 in words; files add to it. */
      technicalPlan: text(maxPlanWords),
      planFileIds: z.array(fileId).check(z.maxLength(maxPlanFiles)),
    }),
    timelineChanged,
  ),
  'enterprise.refer': write('member', z.strictObject({ timelineId: id, reason }), timelineChanged),
  'enterprise.mediate': write(
    'member',
    z.strictObject({ timelineId: id, dates, reason }),
    timelineChanged,
  ),
  'enterprise.sign': write('member', z.strictObject({ timelineId: id }), timelineChanged),
  'enterprise.reopenTerms': write(
    'member',
    z.strictObject({ timelineId: id, dates, reason }),
    timelineChanged,
  ),
} as const
