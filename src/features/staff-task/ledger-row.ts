import { dueWords as dueWordsOn, overdueWords } from '@/copy/ledger'
import { beijingDay } from '@/domain/calendar/day'
import type { StateChipProps } from '@/src/components/show/state-chip'
import { serverNow } from '@/src/platform/clock'
import { taskChip } from '@/src/features/office/state-chips'
import type { LedgerRow } from './hooks/use-ledger'

/** Until when, in words; the list's own words where no day counts. */
export const dueWords = (row: LedgerRow): string => dueWordsOn(row, beijingDay(serverNow()))

export const ledgerChip = ({ overdueDays, state }: LedgerRow): StateChipProps =>
  overdueDays > 0
    ? { tone: 'red', shape: 'overdue', word: overdueWords(overdueDays) }
    : taskChip(state)
