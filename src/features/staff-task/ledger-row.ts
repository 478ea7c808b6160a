import { registerWords } from '@/copy/register'
import { ledgerWords as words } from '@/copy/staff-task'
import { taskEventNames } from '@/copy/task-staff'
import { beijingDay } from '@/domain/calendar/day'
import { isOver } from '@/domain/task/task'
import type { StateChipProps } from '@/src/components/state-chip'
import { serverNow } from '@/src/platform/clock'
import { taskChip } from '@/src/features/office/state-chips'
import type { LedgerRow } from './hooks/use-ledger'

/** What an office may do with a task at any time: none of it waits for anybody. */
const standing = [
  'cancelTask',
  'cancelDraft',
  'changeChain',
  'consult',
  'enterEvent',
  'changeRhythm',
  'correctText',
  'setPoint',
  'setSites',
  'amendPlan',
  'withholdRelease',
  'editNotice',
  'choosePhotos',
  'urgeCheck',
]

/** What waits for the caller, in words. */
export const waitingWords = (events: readonly string[]): string[] =>
  events
    .filter((event) => standing.indexOf(event) < 0)
    .map((event) => taskEventNames[event] ?? event)

/** Until when, in words; the list's own words where no day counts. */
export const dueWords = ({ dueOn, dueProvisional, dueText, state }: LedgerRow): string =>
  dueOn ? registerWords.due(dueOn, beijingDay(serverNow()), dueProvisional, isOver(state)) : dueText

export const ledgerChip = ({ overdueDays, state }: LedgerRow): StateChipProps =>
  overdueDays > 0
    ? { tone: 'red', shape: 'overdue', word: words.overdue(overdueDays) }
    : taskChip(state)
