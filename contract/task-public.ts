import { publicStates } from '@/domain/task/schedule'
import { acceptanceLevels } from '@/domain/task/acceptance'
import { taskCategories } from '@/domain/task/task'
import { unitRoles } from '@/domain/organization/unit'
import { publicHistoryEvents } from '@/domain/release/public-task'
import { releasableTaskFields } from '@/domain/release/release'
import { read, write } from './action'
import {
  count,
  countTo99,
  cursor,
  id,
  isoDay,
  oneOf,
  region,
  regionCode,
  searchedPage,
  text,
  upTo,
} from './fields'
import * as z from './zod'

/** One card of the public register. */
const publicTaskRow = z.strictObject({
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
})

const publicUnits = z.array(
  z.strictObject({ role: oneOf(unitRoles), name: z.string(), phone: z.nullable(z.string()) }),
)

/** Who checked is a number: no person. */
const resultView = z.strictObject({
  completedOn: isoDay,
  done: z.array(z.strictObject({ text: z.string(), on: isoDay, words: z.string() })),
  checks: z.array(
    z.strictObject({
      level: oneOf(acceptanceLevels),
      unitName: z.string(),
      checkers: count,
      on: isoDay,
    }),
  ),
})

/** A step of the history as a resident reads it; never a person's name. */
const historyNode = z.strictObject({
  event: oneOf(publicHistoryEvents),
  on: z.nullable(isoDay),
  unitName: z.nullable(z.string()),
  done: z.boolean(),
})

const publicTask = z.strictObject({
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
    }),
  ),
  /** What was done and who checked it, from the notice on. */
  result: z.nullable(resultView),
  /** 村里的看法 were summarized and answered in writing. */
  opinionsAnswered: z.boolean(),
  /** 回头看, in order; what was seen stays with staff. */
  rechecks: z.array(z.strictObject({ on: isoDay, relapsed: z.boolean() })),
  /** 批准文号; null before it is closed. */
  decisionNumber: z.nullable(z.string()),
  releasedOn: isoDay,
})

const publicFilter = z.strictObject({
  regionCode: z.optional(regionCode),
  category: z.optional(oneOf(taskCategories)),
  state: z.optional(oneOf(publicStates)),
  villageCode: z.optional(regionCode),
})

export const taskPublicActions = {
  /** The public register: released tasks only, by date due. */
  'task.listPublic': read(
    'public',
    z.strictObject({
      filter: publicFilter,
      query: z.optional(z.string().check(upTo(30))),
      cursor: z.optional(cursor),
    }),
    z.strictObject({
      ...searchedPage(publicTaskRow).shape,
      /** What the filters find; null where it was not counted: words, further pages. */
      matching: z.nullable(countTo99),
    }),
  ),
  'task.getPublic': read('public', z.strictObject({ taskId: id }), publicTask),
  /** Secrecy check by the coordinator; `digest` ties it to the text that was read. */
  'task.checkSecrecy': write(
    'member',
    z.strictObject({
      taskId: id,
      fields: z.array(oneOf(releasableTaskFields)).check(z.minLength(1)),
      digest: text(64),
    }),
    z.strictObject({ released: z.boolean() }),
  ),
  /** Openness check by the publisher, another person; publishes when the secrecy check stands. */
  'task.checkOpenness': write(
    'member',
    z.strictObject({
      taskId: id,
      fields: z.array(oneOf(releasableTaskFields)).check(z.minLength(1)),
      digest: text(64),
    }),
    z.strictObject({ released: z.boolean() }),
  ),
  /** The exact public text that would be released, with its digest. */
  'task.previewRelease': read(
    'member',
    z.strictObject({ taskId: id }),
    z.strictObject({
      digest: z.string(),
      task: z.strictObject({
        number: z.string(),
        upperNumber: z.nullable(z.string()),
        title: z.string(),
        problem: z.string(),
        category: oneOf(taskCategories),
        goals: z.array(z.string()),
        measures: z.array(z.string()),
        unitNames: z.array(z.string()),
        units: publicUnits,
        dueOn: z.nullable(isoDay),
        dueProvisional: z.boolean(),
        dueText: z.string(),
        regionNames: z.array(z.string()),
        villageNames: z.array(z.string()),
        /** The text of the notice, once every step is passed. */
        result: z.nullable(resultView),
      }),
      secrecyOn: z.nullable(isoDay),
      opennessOn: z.nullable(isoDay),
    }),
  ),
} as const
