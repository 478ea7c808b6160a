import { text } from '../../fields'
import { maxDisputeWords, maxFixedBy } from '../limits'
import * as z from '../../zod'

/**
 * 标准有争议: which standard, who fixes it, and why it is read differently; a form that waited on a
 * phone from before has no why.
 */
export const dispute = z.strictObject({
  standard: text(maxDisputeWords),
  fixedBy: text(maxFixedBy),
  why: z.optional(text(maxDisputeWords)),
})

/** `why` is null where nobody was asked for it. */
export const disputeView = z.nullable(
  z.strictObject({ standard: z.string(), fixedBy: z.string(), why: z.nullable(z.string()) }),
)
