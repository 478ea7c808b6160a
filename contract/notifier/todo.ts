import { obligationKinds } from '@/domain/reminder/kinds'
import { thingKinds } from '@/domain/reminder/obligation'
import { read } from '../action'
import { countTo99, cursor, id, isoDay, oneOf, page } from '../fields'
import * as z from '../zod'

/** Thing, kind and node in one: a node may name a measure, a unit and a day. */
const obligationId = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[\w.-]+$/))

/** A dated thing the caller's unit owes; sorted by `dueOn`. */
const todoRow = z.strictObject({
  id: obligationId,
  kind: oneOf(obligationKinds),
  thing: oneOf(thingKinds),
  thingId: id,
  node: z.string(),
  title: z.string(),
  dueOn: isoDay,
  /** 暂定: counted over a year without a published calendar. */
  provisional: z.boolean(),
  daysLeft: z.int(),
  /** What the office lets lie and the city leader reads of: the office does it all the same. */
  risen: z.boolean(),
})

export const todoActions = {
  /** 待办: what the caller owes in the role they act as. */
  'notifier.listTodo': read(
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
  'notifier.listReminders': read(
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
} as const
