import { text } from '../../fields'
import * as z from '../../zod'

/**
 * 标准有争议: which standard, who fixes it, and why it is read differently; a form that waited on a
 * phone from before has no why.
 */
export const dispute = z.strictObject({
  standard: text(300),
  fixedBy: text(60),
  why: z.optional(text(300)),
})

/** `why` is null where nobody was asked for it. */
export const disputeView = z.nullable(
  z.strictObject({ standard: z.string(), fixedBy: z.string(), why: z.nullable(z.string()) }),
)
