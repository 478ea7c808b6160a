import { visitSides } from '@/domain/visit/readers'
import { visitKinds, visitRatings, visitStates } from '@/domain/visit/visit'
import { visitEvents } from '@/domain/visit/workflow'
import { id, isoDay, namedRef, oneOf } from '../fields'
import * as z from '../zod'

const officer = z.strictObject({ name: z.string(), certificate: z.string() })

/** 入企检查 as one side reads it. Who asked stands in no view, the rating in two. */
export const visitView = z.strictObject({
  id,
  /** As this reader may know it: a rating is the firm's and the office's. */
  state: oneOf(visitStates),
  side: oneOf(visitSides),
  enterprise: namedRef,
  body: z.strictObject({
    id,
    name: z.string(),
    phone: z.nullable(z.string()),
    /** 执法依据. */
    paper: z.nullable(z.string()),
  }),
  /** The body is itself lead or responsible unit of one of the tasks. */
  isOwnWork: z.boolean(),
  tasks: z.array(z.strictObject({ id, title: z.string() })),
  matters: z.array(
    z.strictObject({
      id,
      words: z.string(),
      taskId: id,
      measureId: z.nullable(z.string()),
      /** The caller's office asked for it. */
      isOwn: z.boolean(),
      finding: z.nullable(z.strictObject({ inOrder: z.nullable(z.boolean()), words: z.string() })),
    }),
  ),
  /** The day of the visit, or the earliest that was wished for. */
  on: isoDay,
  lastOn: isoDay,
  lastProvisional: z.boolean(),
  notice: z.nullable(
    z.strictObject({
      approvalNumber: z.string(),
      kind: oneOf(visitKinds),
      officers: z.array(officer),
      on: isoDay,
      givenOn: isoDay,
    }),
  ),
  record: z.nullable(
    z.strictObject({
      on: isoDay,
      receivedBy: z.string(),
      recordedOn: isoDay,
      files: z.array(
        z.strictObject({ fileId: z.string(), url: z.nullable(z.string()), isPhoto: z.boolean() }),
      ),
    }),
  ),
  dissent: z.nullable(z.strictObject({ words: z.string(), on: isoDay })),
  rating: z.nullable(
    z.strictObject({ rating: oneOf(visitRatings), words: z.nullable(z.string()), on: isoDay }),
  ),
  /** Why the body called it off. */
  calledOff: z.nullable(z.strictObject({ reason: z.string(), on: isoDay })),
  events: z.array(oneOf(visitEvents)),
})

export const visitRow = z.strictObject({
  id,
  state: oneOf(visitStates),
  enterprise: namedRef,
  bodyName: z.string(),
  isOwnWork: z.boolean(),
  on: isoDay,
  matters: z.array(
    z.strictObject({
      id,
      taskId: id,
      measureId: z.nullable(z.string()),
      words: z.string(),
      finding: z.nullable(z.strictObject({ inOrder: z.nullable(z.boolean()), words: z.string() })),
    }),
  ),
  rating: z.nullable(oneOf(visitRatings)),
})
