import { extensionStates } from '@/domain/task/extension'
import { extensionEvents } from '@/domain/task/extension-workflow'
import { partKinds } from '@/domain/task/part'
import { partEvents } from '@/domain/task/part-workflow'
import { taskStates } from '@/domain/task/task'
import { write } from './action'
import { changed, count, id, isoDay, namedRef, oneOf, text } from './fields'
import * as z from './zod'

/** Names a part within its task: ids of measure, unit and milestone in it. */
const partId = text(200)

/** 报完成: a part of the task with what was said of it. */
export const partView = z.strictObject({
  id: partId,
  kind: oneOf(partKinds),
  unit: namedRef,
  /** Null for a stage of the whole. */
  measureId: z.nullable(id),
  text: z.string(),
  dueOn: z.nullable(isoDay),
  doneOn: z.nullable(isoDay),
  /** Null while open, and where a milestone went with its measure. */
  report: z.nullable(
    z.strictObject({
      on: isoDay,
      reportedOn: isoDay,
      words: z.string(),
      paperNumber: z.nullable(z.string()),
      /** 交办前已完成. */
      beforeAssignment: z.boolean(),
      /** The lead recorded that this unit has no part in the measure. */
      noPart: z.boolean(),
    }),
  ),
  events: z.array(oneOf(partEvents)),
})

/** 延期, with everything that became of the request. */
export const extensionView = z.strictObject({
  id,
  state: oneOf(extensionStates),
  unit: namedRef,
  /** Words of the part whose day is to move; null for the whole task. */
  partText: z.nullable(z.string()),
  askedOn: isoDay,
  from: isoDay,
  to: isoDay,
  reason: z.string(),
  plan: z.string(),
  decideDueOn: isoDay,
  /** 暂定. */
  decideDueProvisional: z.boolean(),
  decidedOn: z.nullable(isoDay),
  decisionNumber: z.nullable(z.string()),
  refusedReason: z.nullable(z.string()),
  daysOver: count,
  events: z.array(oneOf(extensionEvents)),
})

/** Which deadline is to move. */
const extensionPart = z.union([
  z.strictObject({ kind: z.literal('task') }),
  z.strictObject({ kind: z.literal('measure'), measureId: id }),
  z.strictObject({ kind: z.literal('stage'), measureId: z.nullable(id), index: count }),
])

/** Of what this unit may ask for a later day. */
export const extendableView = z.strictObject({
  part: extensionPart,
  text: z.nullable(z.string()),
  from: isoDay,
})

const taskChanged = changed(oneOf(taskStates))
const reason = text(500)
const onPart = { taskId: id, partId }

export const taskPartActions = {
  'task.reportDone': write(
    'member',
    z.strictObject({
      ...onPart,
      on: isoDay,
      words: text(500),
      paperNumber: z.nullable(text(60)),
    }),
    taskChanged,
  ),
  'task.undoDone': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.returnDone': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.recordNoPart': write('member', z.strictObject({ ...onPart, reason }), taskChanged),
  'task.extend': write(
    'member',
    z.strictObject({ taskId: id, part: extensionPart, to: isoDay, reason, plan: text(1000) }),
    taskChanged,
  ),
  'task.endorseExtension': write('member', z.strictObject({ taskId: id }), taskChanged),
  'task.grantExtension': write(
    'member',
    z.strictObject({ taskId: id, decisionNumber: text(60) }),
    taskChanged,
  ),
  'task.refuseExtension': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  'task.withdrawExtension': write('member', z.strictObject({ taskId: id }), taskChanged),
} as const
