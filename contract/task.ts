import { assignmentEvents } from '@/domain/task/assignment-workflow'
import { deadlineKinds, periodUnits } from '@/domain/task/deadline'
import { ledgerSorts } from '@/domain/task/readers'
import { publicStates, scheduleStates } from '@/domain/task/schedule'
import { acceptanceLevels } from '@/domain/task/acceptance'
import { eventsOfTask } from '@/domain/task/events'
import { assignmentStates, taskCategories, taskStates } from '@/domain/task/task'
import { obligationKinds, thingKinds } from '@/domain/reminder/obligation'
import { signingSides, timelineStates } from '@/domain/timeline/timeline'
import { roles } from '@/domain/organization/role'
import { unitRoles } from '@/domain/organization/unit'
import { publicHistoryEvents } from '@/domain/release/public-task'
import { releasableTaskFields } from '@/domain/release/release'
import { read, write } from './action'
import { closeOutView, taskCloseOutActions } from './task-close-out'
import { taskVillageActions } from './task-villages'
import { extendableView, extensionView, partView, taskPartActions } from './task-parts'
import {
  changed,
  count,
  countTo99,
  cursor,
  id,
  instant,
  isoDay,
  namedRef,
  oneOf,
  page,
  phone,
  region,
  regionCode,
  searchedPage,
  text,
  upTo,
} from './fields'
import * as z from './zod'

const taskChanged = changed(oneOf(taskStates), oneOf(eventsOfTask))

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

const publicMeasure = z.strictObject({
  text: z.string(),
  unitNames: z.array(z.string()),
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
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
  /** 批准文号; null before it is closed. */
  decisionNumber: z.nullable(z.string()),
  releasedOn: isoDay,
})

const unitsView = z.strictObject({
  lead: z.array(namedRef),
  responsible: z.array(namedRef),
  supporting: z.array(namedRef),
  supervising: z.array(namedRef),
  accepting: z.array(namedRef),
})

const deadlineView = z.strictObject({
  kinds: z.array(oneOf(deadlineKinds)),
  text: z.string(),
  stages: z.array(z.strictObject({ on: isoDay, result: z.string() })),
  startsOn: z.nullable(isoDay),
  nextOn: z.nullable(isoDay),
  event: z.nullable(
    z.strictObject({
      text: z.string(),
      enteredBy: z.nullable(id),
      entered: z.nullable(z.strictObject({ happenedOn: isoDay, paperNumber: z.string() })),
    }),
  ),
  countedOn: z.nullable(isoDay),
  provisional: z.boolean(),
})

const milestone = z.strictObject({
  text: text(200),
  dueOn: isoDay,
  weight: z.int().check(z.minimum(1), z.maximum(100)),
})
const plannedMeasure = z.strictObject({
  measureId: id,
  person: text(20),
  dueOn: isoDay,
  milestones: z.array(milestone).check(z.maxLength(12)),
})
const rectificationPlan = z.strictObject({
  goals: text(1000),
  person: text(20),
  /** One for each measure of the unit; none where the list prints none. */
  measures: z.array(plannedMeasure).check(z.maxLength(100)),
})

const assignmentView = z.strictObject({
  unit: namedRef,
  state: oneOf(assignmentStates),
  personName: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  signDueOn: isoDay,
  signDueProvisional: z.boolean(),
  planDueOn: z.nullable(isoDay),
  planDueProvisional: z.boolean(),
  plan: z.nullable(rectificationPlan),
  returnedReason: z.nullable(z.string()),
  /** Assignment events this person may do on this unit's share. */
  events: z.array(oneOf(assignmentEvents)),
})

/** What staff with a part in the task see. */
const staffTask = z.strictObject({
  id,
  version: count,
  number: z.string(),
  upperNumber: z.nullable(z.string()),
  title: z.string(),
  problem: z.string(),
  category: oneOf(taskCategories),
  state: oneOf(taskStates),
  schedule: oneOf(scheduleStates),
  overdueDays: count,
  regions: z.array(region),
  villages: z.array(region),
  enterprises: z.array(namedRef),
  goals: z.array(z.string()),
  units: unitsView,
  collectiveUnits: z.array(z.string()),
  measures: z.array(
    z.strictObject({
      id,
      text: z.string(),
      units: unitsView,
      deadline: z.nullable(deadlineView),
      dueOn: z.nullable(isoDay),
      /** When firms have agreed to it: then it is the day that counts. */
      agreedOn: z.nullable(isoDay),
      doneOn: z.nullable(isoDay),
    }),
  ),
  deadline: deadlineView,
  dueOn: z.nullable(isoDay),
  assignments: z.array(assignmentView),
  release: z.strictObject({
    secrecyOn: z.nullable(isoDay),
    opennessOn: z.nullable(isoDay),
    releasedOn: z.nullable(isoDay),
    /** The released text differs from the present one. */
    stale: z.boolean(),
  }),
  /** What is reported done one by one; not for the concerned. */
  parts: z.array(partView),
  extensions: z.array(extensionView),
  extendable: z.array(extendableView),
  /** 轮到谁: what is owed next, by whom and until when; not for the concerned. */
  turns: z.array(
    z.strictObject({
      kind: oneOf(obligationKinds),
      /** Null where an office owes it: then `role` says which. */
      unitName: z.nullable(z.string()),
      role: z.nullable(oneOf(roles)),
      dueOn: isoDay,
      provisional: z.boolean(),
    }),
  ),
  /** From self-check to close-out; null for the concerned. */
  closeOut: z.nullable(closeOutView),
  timelines: z.array(
    z.strictObject({
      id,
      enterprise: namedRef,
      state: oneOf(timelineStates),
      awaits: z.nullable(oneOf(signingSides)),
    }),
  ),
  history: z.array(
    z.strictObject({
      event: z.string(),
      at: instant,
      unitName: z.nullable(z.string()),
      note: z.nullable(z.string()),
    }),
  ),
  events: z.array(oneOf(eventsOfTask)),
})

const staffTaskRow = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  category: oneOf(taskCategories),
  state: oneOf(taskStates),
  schedule: oneOf(scheduleStates),
  overdueDays: count,
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
  dueText: z.string(),
  leadName: z.string(),
  events: z.array(oneOf(eventsOfTask)),
})

/** A dated thing the caller's unit owes; sorted by `dueOn`. */
const todoRow = z.strictObject({
  id,
  kind: oneOf(obligationKinds),
  thing: oneOf(thingKinds),
  thingId: id,
  node: z.string(),
  title: z.string(),
  dueOn: isoDay,
  /** 暂定: counted over a year without a published calendar. */
  provisional: z.boolean(),
  daysLeft: z.int(),
})

const publicFilter = z.strictObject({
  regionCode: z.optional(regionCode),
  category: z.optional(oneOf(taskCategories)),
  state: z.optional(oneOf(publicStates)),
  villageCode: z.optional(regionCode),
})

const reason = text(500)
const unitIds = z.array(id).check(z.maxLength(30))

export const taskActions = {
  ...taskPartActions,
  ...taskCloseOutActions,
  ...taskVillageActions,
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
  /** Staff ledger: the coordinator's region, or the tasks of the own unit. */
  'task.listLedger': read(
    'member',
    z.strictObject({
      filter: z.strictObject({
        state: z.optional(oneOf(taskStates)),
        category: z.optional(oneOf(taskCategories)),
        regionCode: z.optional(regionCode),
      }),
      query: z.optional(z.string().check(upTo(30))),
      /** By date due where it is not said; words are always looked for by date due. */
      sort: z.optional(oneOf(ledgerSorts)),
      cursor: z.optional(cursor),
    }),
    searchedPage(staffTaskRow),
  ),
  'task.get': read('member', z.strictObject({ taskId: id }), staffTask),
  /** 待办: what the caller owes in the role they act as. */
  'task.listTodo': read(
    'member',
    z.strictObject({ cursor: z.optional(cursor) }),
    z.strictObject({
      items: z.array(todoRow),
      cursor: z.nullable(cursor),
      overdue: countTo99,
      dueToday: countTo99,
    }),
  ),
  /** 会在哪天提醒我: the coming reminder days of what the caller owes. */
  'task.listReminders': read(
    'member',
    z.strictObject({ cursor: z.optional(cursor) }),
    page(
      z.strictObject({
        on: isoDay,
        kind: oneOf(obligationKinds),
        title: z.string(),
        dueOn: isoDay,
        provisional: z.boolean(),
      }),
    ),
  ),
  'task.consult': write(
    'member',
    z.strictObject({
      taskId: id,
      villageCodes: z.array(regionCode).check(z.maxLength(50)),
      enterpriseIds: unitIds,
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
