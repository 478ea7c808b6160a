import { extensionDeciders, extensionStates } from '@/domain/task/extension'
import { extensionEvents } from '@/domain/task/extension-workflow'
import { partKinds } from '@/domain/task/done-report'
import { partEvents } from '@/domain/task/part-workflow'
import { proofKinds } from '@/domain/proof'
import { count, id, isoDay, namedRef, oneOf } from '../../fields'
import { extensionPart } from './extension'
import { partId } from './fields'
import * as z from '../../zod'

/** 报完成: a part of the task with what was said of it. */
export const partView = z.strictObject({
  id: partId,
  kind: oneOf(partKinds),
  unit: namedRef,
  /** Null for a stage of the whole. */
  measureId: z.nullable(id),
  text: z.string(),
  /** Where a site is. */
  place: z.nullable(z.string()),
  /** Its point was picked there; which one is nobody's to read. */
  hasPoint: z.boolean(),
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
  doneOn: z.nullable(isoDay),
  /** What the plan names to prove it, all of it; none where any one kind is enough. */
  proof: z.array(oneOf(proofKinds)),
  proofWords: z.nullable(z.string()),
  /** Named since it was said done, and not shown. */
  lacking: z.array(oneOf(proofKinds)),
  /** Null while open, and where a milestone went with its measure. */
  report: z.nullable(
    z.strictObject({
      on: isoDay,
      reportedOn: isoDay,
      words: z.string(),
      paperNumber: z.nullable(z.string()),
      photos: count,
      files: count,
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
  /** Whose decision that is, or will be; null of what was decided before this was recorded. */
  decidedBy: z.nullable(oneOf(extensionDeciders)),
  refusedReason: z.nullable(z.string()),
  daysOver: count,
  events: z.array(oneOf(extensionEvents)),
})

/** Of what this unit may ask for a later day. */
export const extendableView = z.strictObject({
  part: extensionPart,
  text: z.nullable(z.string()),
  from: isoDay,
})
