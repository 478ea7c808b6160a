import { ledgerColumns, mostChosen } from '@/domain/task/ledger-columns'
import { ledgerSorts } from '@/domain/task/readers'
import { write } from '../action'
import { count, id, oneOf, upTo } from '../fields'
import { ledgerFilter } from '../task/ledger-filter'
import { maxQuery } from '../limits'
import * as z from '../zod'

/** 台账 as an Excel file. */
export const ledgerBookActions = {
  /** What a filter finds, or what was chosen, in the columns that are shown; by a link that lives minutes. */
  'documents.exportLedger': write(
    'member',
    z.strictObject({
      columns: z
        .array(oneOf(ledgerColumns))
        .check(z.minLength(1), z.maxLength(ledgerColumns.length)),
      from: z.union([
        z.strictObject({
          filter: ledgerFilter,
          query: z.optional(z.string().check(upTo(maxQuery))),
          sort: z.optional(oneOf(ledgerSorts)),
        }),
        z.strictObject({ taskIds: z.array(id).check(z.minLength(1), z.maxLength(mostChosen)) }),
      ]),
    }),
    z.strictObject({
      url: z.string(),
      rows: count,
      /** There are more than one file takes. */
      left: z.boolean(),
    }),
  ),
} as const
