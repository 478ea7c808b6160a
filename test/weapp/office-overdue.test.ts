import { todoWords } from '@/copy/todo'
import { ledgerTableWords, overdueWords } from '@/copy/ledger'
import { casesIn } from '@/test/functions/task/close-out'
import { actingAs, draftTask, openLedger } from '@/test/functions/task/ledger'
import { openAs } from './open-as'
import { residentWorld } from './resident-world'

/** What another unit owes is late in the ledger: the office's own sentence speaks of its own work alone. */

const world = residentWorld('office-overdue')

test('the office reads that its own work is not late, and where the others’ is', async () => {
  const { cloud, organization } = world
  const as = actingAs(cloud, organization)
  await casesIn(as, openLedger(cloud)).underway('late')
  await cloud.clock.jump(Date.parse('2021-01-03T09:00:00+08:00'))
  const row = (await as.ok('coordinator', 'task.listLedger', { filter: {} })).items[0]
  expect(row?.overdueDays).toBe(3)

  const app = await openAs(cloud, organization.coordinator.openid, '市整改办')
  await app.switchTab('pages/todo/index')
  await app.waitFor(todoWords.othersOverdue)
  const { overdue, dueToday } = await as.ok('coordinator', 'notifier.listTodo', {})
  expect(app.text()).toContain(todoWords.sentence(overdue, dueToday))
  // Never of everybody: 没有超期 is said of one's own.
  expect(app.text()).not.toMatch(/(?<!您要办的)没有超期/)
  await app.open('/subpackages/unit/ledger/index')
  await app.waitFor(draftTask('late').title)
  await app.waitFor(overdueWords(3))
  // The same list goes along as a workbook, on the phone too.
  await app.tap(ledgerTableWords.exportOnPhone)
  await app.waitFor(ledgerTableWords.exported(1, false))
  await app.waitFor(() => app.calls('openDocument').length > 0)
  await app.close()
})
