import { taskStates } from '@/domain/task/task'
import type { LedgerRow } from '@/src/features/staff-task/hooks/use-ledger'
import { dueWords } from '@/src/features/staff-task/ledger-row'

/** Long after every test. */
const far = '2999-06-30'

test('a day on which nothing is owed any more reads as past: of a closed task and of a cancelled one', () => {
  const promised = taskStates.filter((state) => {
    const row = { dueOn: far, dueProvisional: false, dueText: '', state } as LedgerRow
    return dueWords(row).startsWith('最迟')
  })
  expect(taskStates.filter((state) => !promised.includes(state))).toEqual(['closed', 'cancelled'])
})
