import { ledgerSorts } from '@/domain/task/readers'
import { read } from '../action'
import { cursor, id, oneOf, searchedPage, upTo } from '../fields'
import { ledgerFilter } from './ledger-filter'
import { staffTaskRow } from './row-view'
import { staffTask } from './views'
import { maxQuery } from '../limits'
import * as z from '../zod'

/** What staff read. */
export const ledgerActions = {
  /** Staff ledger: the coordinator's region, or the tasks of the own unit. */
  'task.listLedger': read(
    'member',
    z.strictObject({
      filter: ledgerFilter,
      query: z.optional(z.string().check(upTo(maxQuery))),
      /** By date due where it is not said; words are always looked for by date due. */
      sort: z.optional(oneOf(ledgerSorts)),
      cursor: z.optional(cursor),
      /** Rows with the details that only a wide table shows. */
      detailed: z.optional(z.literal(true)),
    }),
    searchedPage(staffTaskRow),
  ),
  'task.get': read('member', z.strictObject({ taskId: id }), staffTask),
} as const
