import { taskCategories, taskStates } from '@/domain/task/task'
import { id, oneOf, regionCode } from '../fields'
import * as z from '../zod'

/** Which tasks of the ledger. */
export const ledgerFilter = z.strictObject({
  state: z.optional(oneOf(taskStates)),
  category: z.optional(oneOf(taskCategories)),
  regionCode: z.optional(regionCode),
  roundId: z.optional(id),
  /** Only what was reopened after close-out, or found back more than once. */
  cameBack: z.optional(z.literal(true)),
  /** Only what the caller leads as its official. */
  led: z.optional(z.literal(true)),
})
