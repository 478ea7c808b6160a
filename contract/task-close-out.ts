import { refusalCodes } from '@/domain/refusal'
import { standards } from '@/domain/task/cycle'
import { acceptanceLevels, closingLevels } from '@/domain/task/acceptance'
import { taskStates } from '@/domain/task/task'
import { taskEvents } from '@/domain/task/workflow'
import { write } from './action'
import { changed, count, id, isoDay, namedRef, oneOf, text } from './fields'
import * as z from './zod'

const taskChanged = changed(oneOf(taskStates))
const paperNumber = text(60)

/** A word on each of the five standards. */
const standardWords = z.record(oneOf(standards), text(300))

const cycleView = z.strictObject({
  ordinal: count,
  selfCheck: z.nullable(
    z.strictObject({
      on: isoDay,
      words: z.record(oneOf(standards), z.string()),
      /** Null where the leader signed here. */
      signOffNumber: z.nullable(z.string()),
    }),
  ),
  request: z.nullable(z.strictObject({ on: isoDay, reportNumber: z.string() })),
})

/** 办结: who accepts, and every course from self-check to close-out, the present one last. */
export const closeOutView = z.strictObject({
  chain: z.array(z.strictObject({ level: oneOf(acceptanceLevels), unit: z.nullable(namedRef) })),
  closingLevel: oneOf(closingLevels),
  cycles: z.array(cycleView),
  /** What this person could do here but for one thing that is missing. */
  missing: z.array(z.strictObject({ event: oneOf(taskEvents), code: oneOf(refusalCodes) })),
})

export const taskCloseOutActions = {
  /** 定验收链: who accepts, from below upwards; the province has no unit here. */
  'task.changeChain': write(
    'member',
    z.strictObject({
      taskId: id,
      chain: z
        .array(z.strictObject({ level: oneOf(acceptanceLevels), unitId: z.nullable(id) }))
        .check(z.minLength(1), z.maxLength(acceptanceLevels.length)),
      closingLevel: oneOf(closingLevels),
    }),
    taskChanged,
  ),
  'task.selfCheck': write(
    'member',
    z.strictObject({
      taskId: id,
      standards: standardWords,
      /** The paper that the leader signed; null where the leader does it here. */
      signOffNumber: z.nullable(paperNumber),
    }),
    taskChanged,
  ),
  'task.requestCloseOut': write(
    'member',
    z.strictObject({ taskId: id, reportNumber: paperNumber }),
    taskChanged,
  ),
  'task.withdraw': write('member', z.strictObject({ taskId: id }), taskChanged),
} as const
