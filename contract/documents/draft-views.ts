import { deadlineKinds } from '@/domain/task/deadline'
import { taskCategories } from '@/domain/task/task'
import { count, id, isoDay, oneOf } from '../fields'
import * as z from '../zod'

/** A draft's place in its list; one that was split off stands between two whole numbers. */
export const place = z.number().check(z.minimum(0))

const units = z.strictObject({
  lead: z.array(z.string()),
  responsible: z.array(z.string()),
  supporting: z.array(z.string()),
  supervising: z.array(z.string()),
  accepting: z.array(z.string()),
})

const deadline = z.strictObject({
  kinds: z.array(oneOf(deadlineKinds)),
  dates: z.array(isoDay),
  text: z.string(),
})

const unsureField = z.strictObject({
  /** Path of the field, e.g. `deadline` or `measures[0].deadline`. */
  field: z.string(),
  reason: z.string(),
  /** Proposed readings, the likeliest first. */
  proposed: z.array(z.string()),
  /** What was decided; null while open. `''` leaves the field empty on purpose. */
  decided: z.nullable(z.string()),
})

/** One task as read, with the decisions taken so far. */
export const draftView = z.strictObject({
  batchId: id,
  index: place,
  number: z.string(),
  upperNumber: z.string(),
  parentNumber: z.string(),
  title: z.string(),
  problem: z.string(),
  category: oneOf(taskCategories),
  goals: z.array(z.string()),
  units,
  /** 牵头领导 as printed. */
  leadOfficial: z.optional(z.string()),
  deadline,
  measures: z.array(z.strictObject({ text: z.string(), units, deadline })),
  progressText: z.string(),
  /** The part of the source that this task was read from, untouched. */
  source: z.strictObject({ text: z.string(), from: count, to: count }),
  /** `[start, end)` offsets into the whole text, by path. */
  spans: z.record(z.string(), z.tuple([count, count])),
  /** Words of the source that belong to no value. */
  unread: z.array(z.tuple([count, count])),
  /** The task that an earlier list of the round brought in, and what this one prints otherwise. */
  known: z.nullable(
    z.strictObject({
      taskId: id,
      changes: z.array(
        z.strictObject({ field: z.string(), before: z.string(), after: z.string() }),
      ),
    }),
  ),
  unsure: z.array(unsureField),
  /** What speaks against the reading, each at its words in the whole text. */
  doubts: z.array(z.strictObject({ message: z.string(), span: z.tuple([count, count]) })),
  faults: z.array(z.string()),
  /** Printed names that are no unit here: they stay as text until somebody adds the unit. */
  unknownUnits: z.array(z.string()),
  /** Printed names that stand for many units (各县市区…): split before assignment. */
  collectiveUnits: z.array(z.string()),
  confirmed: z.boolean(),
  taskId: z.nullable(id),
})
