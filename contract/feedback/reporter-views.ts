import { feedbackStates, findings, protections } from '@/domain/feedback/feedback'
import { feedbackEvents } from '@/domain/feedback/workflow'
import { id, instant, isoDay, oneOf, photo } from '../fields'
import * as z from '../zod'

export const answerView = z.strictObject({
  finding: oneOf(findings),
  text: z.string(),
  unitName: z.string(),
  unitPhone: z.nullable(z.string()),
  photos: z.array(photo),
  on: isoDay,
})

/** 办到哪了: what the reporter sees, with the sentence's facts and the next step. */
export const reporterFeedback = z.strictObject({
  id,
  number: z.string(),
  state: oneOf(feedbackStates),
  protection: oneOf(protections),
  words: z.string(),
  place: z.string(),
  /** The village or other place the report is about; null when none was chosen. */
  regionName: z.nullable(z.string()),
  /** The public task that the matter belongs to. */
  taskId: z.nullable(id),
  photos: z.array(photo),
  unitName: z.nullable(z.string()),
  phone: z.string(),
  submittedOn: isoDay,
  /** The day by which the next answer is owed; null at the end. */
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
  nodes: z.array(
    z.strictObject({
      event: z.enum([
        'submitted',
        'admitted',
        'assigned',
        'answered',
        'secondLook',
        'archived',
        'declined',
        'withdrawn',
      ]),
      on: z.nullable(isoDay),
      unitName: z.nullable(z.string()),
      done: z.boolean(),
    }),
  ),
  answers: z.array(answerView),
  /** Day after which an answer is archived unrated. */
  rateBy: z.nullable(isoDay),
  declinedReason: z.nullable(z.string()),
  supplements: z.array(z.strictObject({ words: z.string(), at: instant })),
  events: z.array(oneOf(feedbackEvents)),
})

export const reporterRow = z.strictObject({
  id,
  number: z.string(),
  state: oneOf(feedbackStates),
  words: z.string(),
  submittedOn: isoDay,
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
})
