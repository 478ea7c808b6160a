import { roles } from '@/domain/organization/role'
import { obligationKinds } from '@/domain/reminder/kinds'
import { eventsOfTask } from '@/domain/task/events'
import { scheduleStates } from '@/domain/task/schedule-words'
import { taskCategories, taskStates } from '@/domain/task/task'
import { count, id, isoDay, oneOf } from '../fields'
import * as z from '../zod'

/** 轮到谁: what is owed next, by whom and until when. */
export const turn = z.strictObject({
  kind: oneOf(obligationKinds),
  /** Null where an office owes it: then `role` says which. */
  unitName: z.nullable(z.string()),
  role: z.nullable(oneOf(roles)),
  dueOn: isoDay,
  provisional: z.boolean(),
})

/** One line of the ledger. */
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
  /** How often it was reopened after close-out and found back, and when last; null: never. */
  comeBack: z.nullable(z.strictObject({ reopened: count, found: count, on: isoDay })),
  events: z.array(oneOf(eventsOfTask)),
  /** Only where it is asked for: by the table of the wide screen. */
  detail: z.optional(
    z.strictObject({
      responsible: z.array(z.string()),
      lead: z.array(z.string()),
      villages: z.array(z.string()),
      /** How many extensions were granted. */
      extensions: count,
      turn: z.nullable(turn),
    }),
  ),
})
