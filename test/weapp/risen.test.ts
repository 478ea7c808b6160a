import { invite } from '@/test/functions/feedback/desk'
import { actingAs, assignment, draftTask, openLedger, plan } from '@/test/functions/task/ledger'
import { openAs } from './open-as'
import { residentWorld } from './resident-world'

/** What rises to the leader because the office does the work itself, on the pages as compiled. */

const world = residentWorld('risen')
const taskId = 'of-the-office'

/** The office answers for the task, has signed and hands in its plan. */
const planned = async () => {
  const { cloud, organization } = world
  const post = ['unitStaff', 'office', '440900'] as const
  const { openid, actAs } = await invite(cloud, organization, 'officeStaff', post)
  await openLedger(cloud).draft(draftTask(taskId))
  const acting = actingAs(cloud, organization)
  await acting.ok('coordinator', 'task.assign', assignment(taskId, ['office']))
  const signer = { person: '李某', phone: '0668-2111111' }
  await cloud.ok(openid, 'task.signFor', { taskId, ...signer }, { actAs })
  await cloud.ok(openid, 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) }, { actAs })
  return acting
}

test('the leader finds the office’s own plan on the to-do and approves it; the office cannot', async () => {
  const acting = await planned()
  const office = await openAs(world.cloud, world.organization.coordinator.openid, '市整改办')
  await office.open(`/subpackages/unit/task/index?id=${taskId}`)
  await office.waitFor('方案')
  expect(office.has('方案通过')).toBe(false)

  const leader = await openAs(world.cloud, world.organization.cityLeader.openid, '市领导')
  await leader.switchTab('pages/todo/index')
  const { title } = draftTask(taskId)
  await leader.waitFor(title)
  await leader.tap('审核')
  await leader.waitFor('方案通过')
  expect(leader.has('退回方案')).toBe(true)
  await leader.tap('方案通过')
  await leader.waitFor('整改中')
  const { state } = await acting.ok('cityLeader', 'task.get', { taskId })
  expect(state).toBe('inProgress')
  await Promise.all([office.close(), leader.close()])
})
