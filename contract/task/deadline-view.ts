import { deadlineKinds } from '@/domain/task/deadline'
import { count, id, isoDay, oneOf } from '../fields'
import * as z from '../zod'

export const deadlineView = z.strictObject({
  kinds: z.array(oneOf(deadlineKinds)),
  text: z.string(),
  stages: z.array(z.strictObject({ on: isoDay, result: z.string() })),
  startsOn: z.nullable(isoDay),
  nextOn: z.nullable(isoDay),
  /** How often it comes again; null for what does not. */
  everyMonths: z.nullable(count),
  /** The list prints no rhythm: the office decides it when assigning. */
  rhythmOpen: z.boolean(),
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
