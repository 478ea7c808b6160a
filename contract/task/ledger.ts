import { ledgerSorts } from '@/domain/task/readers'
import { taskCategories, taskStates } from '@/domain/task/task'
import { read } from '../action'
import { cursor, id, oneOf, regionCode, searchedPage, upTo } from '../fields'
import { staffTask, staffTaskRow } from './views'
import * as z from '../zod'

/** What staff read. */
export const ledgerActions = {
  /** Staff ledger: the coordinator's region, or the tasks of the own unit. */
  'task.listLedger': read(
    'member',
    z.strictObject({
      filter: z.strictObject({
        state: z.optional(oneOf(taskStates)),
        category: z.optional(oneOf(taskCategories)),
        regionCode: z.optional(regionCode),
        roundId: z.optional(id),
        /** Only what was reopened after close-out, or found back more than once. */
        cameBack: z.optional(z.literal(true)),
        /** Only what the caller leads as its official. */
        led: z.optional(z.literal(true)),
      }),
      query: z.optional(z.string().check(upTo(30))),
      /** By date due where it is not said; words are always looked for by date due. */
      sort: z.optional(oneOf(ledgerSorts)),
      cursor: z.optional(cursor),
    }),
    searchedPage(staffTaskRow),
  ),
  'task.get': read('member', z.strictObject({ taskId: id }), staffTask),
} as const
