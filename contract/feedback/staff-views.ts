import {
  feedbackOrigins,
  feedbackStates,
  pollutionTypes,
  protections,
  lookers,
  ratings,
} from '@/domain/feedback/feedback'
import { feedbackEvents } from '@/domain/feedback/workflow'
import { answerView } from './reporter-views'
import { id, instant, isoDay, namedRef, oneOf, photo, region } from '../fields'
import * as z from '../zod'

/** Row of a staff list: never the reporter or the original words. */
export const staffRow = z.strictObject({
  id,
  number: z.string(),
  origin: oneOf(feedbackOrigins),
  state: oneOf(feedbackStates),
  summary: z.nullable(z.string()),
  region: z.nullable(region),
  unitName: z.nullable(z.string()),
  submittedOn: isoDay,
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
  /** 又反弹了: about a task that was closed when the report came. */
  relapse: z.boolean(),
  /** Words came that the desk has not opened yet; only intake is told. */
  unread: z.boolean(),
  events: z.array(oneOf(feedbackEvents)),
})

/** What a handler, coordinator or leader sees. */
export const handlerFeedback = z.strictObject({
  ...staffRow.shape,
  taskId: z.nullable(id),
  pollutionTypes: z.array(oneOf(pollutionTypes)),
  photos: z.array(photo),
  unit: z.nullable(namedRef),
  answers: z.array(z.strictObject({ ...answerView.shape, on: z.nullable(isoDay) })),
  ratings: z.array(oneOf(ratings)),
  /** Who looks again, while a second look is awaited. */
  looker: z.nullable(oneOf(lookers)),
  repeated: z.boolean(),
  /** Who is accused, for the desk only; null for everybody else. */
  accused: z.nullable(z.array(namedRef)),
})

/** What intake sees after an audited look. */
export const originalFeedback = z.strictObject({
  id,
  words: z.string(),
  place: z.string(),
  photos: z.array(photo),
  voice: z.nullable(photo),
  protection: oneOf(protections),
  contactName: z.nullable(z.string()),
  contactPhone: z.nullable(z.string()),
  /** 代填: when the resident consented. */
  consentOn: z.nullable(isoDay),
  contentFlag: z.nullable(z.string()),
  supplements: z.array(z.strictObject({ words: z.string(), photos: z.array(photo), at: instant })),
  /** The line that came with 办了一半 / 没办好. */
  ratings: z.array(z.strictObject({ rating: oneOf(ratings), words: z.string(), at: instant })),
})
