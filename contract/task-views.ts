import { assignmentEvents } from '@/domain/task/assignment-workflow'
import { deadlineKinds } from '@/domain/task/deadline'
import { scheduleStates } from '@/domain/task/schedule'
import { eventsOfTask } from '@/domain/task/events'
import { assignmentStates, taskCategories, taskStates } from '@/domain/task/task'
import { obligationKinds } from '@/domain/reminder/obligation'
import { signingSides, timelineStates } from '@/domain/timeline/timeline'
import { roles } from '@/domain/organization/role'
import { closeOutView } from './task-close-out'
import { extendableView, extensionView, partView } from './task-parts'
import { count, id, instant, isoDay, namedRef, oneOf, region, text } from './fields'
import * as z from './zod'

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
export const rectificationPlan = z.strictObject({
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
export const staffTask = z.strictObject({
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
  /** 征求意见: for the office, and of it for a village or firm what is its own. */
  consultation: z.nullable(
    z.strictObject({
      askedOn: isoDay,
      dueOn: isoDay,
      parties: z.array(
        z.strictObject({
          /** A village's code or a firm's id. */
          id,
          name: z.string(),
          spoke: z.boolean(),
        }),
      ),
      opinions: z.array(
        z.strictObject({
          id,
          party: id,
          /** Who spoke; null where the office recorded it from a paper. */
          unitName: z.nullable(z.string()),
          agrees: z.boolean(),
          words: z.string(),
          paperNumber: z.nullable(z.string()),
          givenOn: isoDay,
          answer: z.nullable(
            z.strictObject({ adopted: z.boolean(), reason: z.string(), on: isoDay }),
          ),
        }),
      ),
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

export const staffTaskRow = z.strictObject({
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
