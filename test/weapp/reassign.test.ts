import { actingAs, assignment, draftTask, openLedger } from '@/test/functions/task/ledger'
import { openAs } from './open-as'
import { residentWorld } from './resident-world'

/** 改派, 并给 and 取消 on the pages as compiled: nobody waits for a unit that does not answer. */

const world = residentWorld('reassigning')
const acting = () => actingAs(world.cloud, world.organization)

/** A task is given out to these units. */
const given = async (...of: Parameters<typeof assignment>) => {
  await openLedger(world.cloud).draft(draftTask(of[0]))
  await acting().ok('coordinator', 'task.assign', assignment(...of))
}
const officeAt = async (taskId: string) => {
  const app = await openAs(world.cloud, world.organization.coordinator.openid, '市整改办')
  await app.open(`/subpackages/unit/task/index?id=${taskId}`)
  return app
}

test('the office gives a share that nobody has sent back to another unit, with a reason', async () => {
  const taskId = 'nobody-answers'
  await given(taskId, ['water'])
  const app = await officeAt(taskId)
  await app.waitFor('改派')
  await app.tap('改派')
  await app.waitFor('签收、方案从头来')
  await app.waitFor('请先选单位')
  await app.tap('改派给哪个单位')
  await app.waitFor('市住房城乡建设局')
  await app.tap('市住房城乡建设局')
  await app.waitFor('请先写明原因')
  await app.type('写明原因', '单位已撤并')
  await app.tap('改派', 2)
  await app.waitFor('已改派')
  const { assignments } = await acting().ok('coordinator', 'task.get', { taskId })
  expect(assignments.map(({ unit, state }) => [unit.id, state])).toEqual([['housing', 'pending']])
})

test('the office ends a share that was sent back, and another responsible unit goes on with it', async () => {
  const dropped = 'sent-back'
  await given(dropped, ['housing', 'water'], { leadUnitId: 'housing' })
  await acting().ok('waterStaff', 'task.returnAssignment', { taskId: dropped, reason: '不归我们' })
  const app = await officeAt(dropped)
  await app.waitFor('并给别的单位')
  await app.tap('并给别的单位')
  await app.waitFor('退回的这一份就此结束')
  // The one that remains is chosen already.
  await app.waitFor('请先写明原因')
  await app.type('写明原因', '由牵头单位一起办')
  await app.tap('并给这个单位', 1)
  await app.waitFor('已并给这个单位')
  const { assignments } = await acting().ok('coordinator', 'task.get', { taskId: dropped })
  expect(assignments.map(({ unit, state }) => [unit.id, state])).toEqual([['housing', 'pending']])
})

test('the office ends a task that was given out, with a reason that stands in its course', async () => {
  const taskId = 'given-twice'
  await given(taskId, ['water'])
  const app = await officeAt(taskId)
  await app.waitFor('取消任务')
  await app.tap('取消任务')
  await app.waitFor('任务就此结束，不能恢复')
  await app.waitFor('请先写明原因')
  await app.type('写明原因', '和第3项重复')
  await app.tap('取消任务', 2)
  await app.waitFor('和第3项重复')
  expect((await acting().ok('coordinator', 'task.get', { taskId })).state).toBe('cancelled')
  // It cannot be ended twice, and nobody owes anything for it.
  expect(app.has('取消任务')).toBe(false)
  const { items } = await acting().ok('waterStaff', 'notifier.listTodo', {})
  expect(items.filter(({ thingId }) => thingId === taskId)).toEqual([])
})
