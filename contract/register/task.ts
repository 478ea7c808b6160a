import { publicHistoryEvents } from '@/domain/release/public-task'
import { publicStates } from '@/domain/task/schedule-words'
import { taskCategories } from '@/domain/task/task'
import { count, id, isoDay, oneOf, region } from '../fields'
import * as z from '../zod'
import { noticeDays, publicUnits, resultView, shownPair } from './result'

/** One card of the public register. */
export const publicTaskRow = z.strictObject({
  id,
  title: z.string(),
  category: oneOf(taskCategories),
  unitName: z.string(),
  regions: z.array(region),
  villages: z.array(region),
  state: oneOf(publicStates),
  /** For `overdue`. */
  overdueDays: count,
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
  /** Original words when no single day counts. */
  dueText: z.string(),
})

const movedFields = {
  /** 原定, where an extension or a reopening moved it to `dueOn`. */
  printedOn: z.nullable(isoDay),
  /** It was moved by a reopening. */
  reopened: z.boolean(),
}

const publicMeasure = z.strictObject({
  text: z.string(),
  unitNames: z.array(z.string()),
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
  ...movedFields,
  dueText: z.string(),
  doneOn: z.nullable(isoDay),
  /** How many sites were done, where it means many like places; null otherwise. */
  sitesDone: z.nullable(count),
})

/** A step of the history as a resident reads it; never a person's name. */
const historyNode = z.strictObject({
  event: oneOf(publicHistoryEvents),
  on: z.nullable(isoDay),
  unitName: z.nullable(z.string()),
  done: z.boolean(),
})

export const publicTask = z.strictObject({
  ...publicTaskRow.shape,
  number: z.string(),
  upperNumber: z.nullable(z.string()),
  problem: z.string(),
  goals: z.array(z.string()),
  units: publicUnits,
  ...movedFields,
  measures: z.array(publicMeasure),
  history: z.array(historyNode),
  /** Villagers are asked what they think of it. */
  speaking: z.boolean(),
  /** 办结前公示; null outside of it. `lastOn` waits for a published calendar. */
  notice: z.nullable(
    z.strictObject({
      from: isoDay,
      lastOn: z.nullable(isoDay),
      /** Working days that are left, today included; 0 when it is over. */
      daysLeft: count,
      days: noticeDays,
    }),
  ),
  /** What was done and who checked it, from the notice on. */
  result: z.nullable(resultView),
  /** 整改前后 that two persons released, from the notice on. */
  photos: z.array(shownPair),
  /** 村里的看法 were summarized and answered in writing. */
  opinionsAnswered: z.boolean(),
  /** 回头看, in order; what was seen stays with staff. */
  rechecks: z.array(z.strictObject({ on: isoDay, relapsed: z.boolean() })),
  /** 批准文号; null before it is closed. */
  decisionNumber: z.nullable(z.string()),
  releasedOn: isoDay,
})
