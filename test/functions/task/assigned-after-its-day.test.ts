import { longTermDeadline } from '@/domain/task/deadline'
import { startApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { actingAs, assignment, draftTask, openLedger } from './ledger'

test('a duty of every year that is assigned after its day is next due a year later, and nothing is overdue', async () => {
  const app = await startApp({ startAt: '2020-01-01T09:00:00+08:00' })
  try {
    const as = actingAs(app, await buildOrganization(app))
    const deadline = longTermDeadline('长期坚持', '2019-12-31')
    await openLedger(app).draft(draftTask('ten', { deadline }))
    const input = assignment('ten', ['housing'], { countedOn: null })
    await as.ok('coordinator', 'task.assign', input)
    const task = await as.ok('coordinator', 'task.get', { taskId: 'ten' })
    expect(task).toMatchObject({ dueOn: '2020-12-31', overdueDays: 0 })
    expect(task.deadline).toMatchObject({ nextOn: '2020-12-31' })
    const { items } = await as.ok('coordinator', 'task.listLedger', { filter: {} })
    expect(items.map(({ dueOn, overdueDays }) => [dueOn, overdueDays])).toEqual([['2020-12-31', 0]])
  } finally {
    await app.close()
  }
})
