import { periodUnits } from '@/domain/task/deadline'
import { ledgerSorts } from '@/domain/task/readers'
import { eventsOfTask } from '@/domain/task/events'
import { taskCategories, taskStates } from '@/domain/task/task'
import { read, write } from './action'
import { taskCloseOutActions } from './task-close-out'
import { taskReleaseActions } from './task-release'
import { taskVillageActions } from './task-villages'
import { rectificationPlan, staffTask, staffTaskRow } from './task-views'
import { taskPartActions } from './task-parts'
import {
  changed,
  cursor,
  id,
  isoDay,
  oneOf,
  phone,
  regionCode,
  searchedPage,
  text,
  upTo,
} from './fields'
import * as z from './zod'

const taskChanged = changed(oneOf(taskStates), oneOf(eventsOfTask))

const reason = text(500)
const unitIds = z.array(id).check(z.maxLength(30))

export const taskActions = {
  ...taskPartActions,
  ...taskCloseOutActions,
  ...taskVillageActions,
  ...taskReleaseActions,
  /** Staff ledger: the coordinator's region, or the tasks of the own unit. */
  'task.listLedger': read(
    'member',
    z.strictObject({
      filter: z.strictObject({
        state: z.optional(oneOf(taskStates)),
        category: z.optional(oneOf(taskCategories)),
        regionCode: z.optional(regionCode),
        roundId: z.optional(id),
      }),
      query: z.optional(z.string().check(upTo(30))),
      /** By date due where it is not said; words are always looked for by date due. */
      sort: z.optional(oneOf(ledgerSorts)),
      cursor: z.optional(cursor),
    }),
    searchedPage(staffTaskRow),
  ),
  'task.get': read('member', z.strictObject({ taskId: id }), staffTask),
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
      words: z.string().check(upTo(500)),
      party: z.optional(text(64)),
      paperNumber: z.optional(text(60)),
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
      measure: z.optional(z.strictObject({ id, text: text(2000) })),
    }),
    taskChanged,
  ),
  /**
   * 交办. What the list left open is decided here: units, affected villages and firms, the
   * date that counts.
   */
  'task.assign': write(
    'member',
    z.strictObject({
      taskId: id,
      leadUnitId: z.nullable(id),
      responsibleUnitIds: unitIds.check(z.minLength(1)),
      supportingUnitIds: unitIds,
      villageCodes: z.array(regionCode).check(z.maxLength(50)),
      enterpriseIds: unitIds,
      category: z.optional(oneOf(taskCategories)),
      /** The date that counts, when the list gave none. */
      countedOn: z.nullable(isoDay),
      /** For `relative`: which unit enters that the event has happened. */
      eventEnteredBy: z.nullable(id),
    }),
    taskChanged,
  ),
  /** 录入事件: the day on which what a `relative` deadline waits for has happened. */
  'task.enterEvent': write(
    'member',
    z.strictObject({
      taskId: id,
      happenedOn: isoDay,
      /** As the list prints it. */
      period: z.strictObject({
        count: z.int().check(z.minimum(1), z.maximum(1000)),
        unit: oneOf(periodUnits),
      }),
      paperNumber: text(60),
      /** Why an earlier entry is corrected; empty for the first. */
      reason: z.string().check(upTo(500)),
      /** The person was told that the counted date is over already. */
      pastKnown: z.boolean(),
    }),
    taskChanged,
  ),
  /** Splits a collective task into one child per unit, each a draft of its own. */
  'task.split': write(
    'member',
    z.strictObject({ taskId: id, unitIds: unitIds.check(z.minLength(2)) }),
    z.strictObject({ taskIds: z.array(id) }),
  ),
  'task.signFor': write(
    'member',
    z.strictObject({ taskId: id, person: text(20), phone }),
    taskChanged,
  ),
  'task.returnAssignment': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  'task.reassign': write(
    'member',
    z.strictObject({ taskId: id, fromUnitId: id, toUnitId: id }),
    taskChanged,
  ),
  'task.submitPlan': write(
    'member',
    z.strictObject({ taskId: id, plan: rectificationPlan }),
    taskChanged,
  ),
  'task.approvePlan': write('member', z.strictObject({ taskId: id, unitId: id }), taskChanged),
  'task.returnPlan': write(
    'member',
    z.strictObject({ taskId: id, unitId: id, reason }),
    taskChanged,
  ),
  'task.cancelTask': write('member', z.strictObject({ taskId: id, reason }), taskChanged),
  'task.cancelDraft': write('member', z.strictObject({ taskId: id }), taskChanged),
} as const
