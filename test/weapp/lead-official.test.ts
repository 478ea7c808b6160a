import { actingAs, assignment, draftTask, openLedger } from '@/test/functions/task/ledger'
import { twoSteps } from '@/test/functions/task/close-out'
import { openAs } from './open-as'
import { residentWorld } from './resident-world'

/** 牵头领导 on the pages as compiled: the office chooses a person, whose to-do shows the task. */

const world = residentWorld('leading')
const taskId = 'led-by-leader'

const assigned = async () => {
  const acting = actingAs(world.cloud, world.organization)
  const leadOfficial = { printed: '副市长高某', person: null }
  await openLedger(world.cloud).draft({ ...draftTask(taskId), leadOfficial })
  await acting.ok('coordinator', 'task.assign', assignment(taskId, ['housing']))
  await acting.ok('coordinator', 'task.changeChain', { taskId, ...twoSteps })
}
const opened = (who: 'coordinator' | 'cityLeader', identity: string) =>
  openAs(world.cloud, world.organization[who].openid, identity)

test('the office chooses who leads, and it stands on that person’s to-do', async () => {
  await assigned()
  const before = await opened('cityLeader', '市领导')
  await before.switchTab('pages/todo/index')
  await before.waitFor('眼下没有要办的')
  expect(before.has('我牵头的')).toBe(false)

  const office = await opened('coordinator', '市整改办')
  await office.open(`/subpackages/unit/chain/index?id=${taskId}`)
  await office.waitFor('先不定')
  expect(office.has('原文：副市长高某')).toBe(true)
  await office.tap('cityLeader')
  await office.tap('定下来')
  await office.waitFor('验收单位已定')

  const leader = await opened('cityLeader', '市领导')
  await leader.switchTab('pages/todo/index')
  await leader.waitFor('我牵头的')
  const { title } = draftTask(taskId)
  await leader.tap(title)
  await leader.waitFor('牵头领导')
  expect(leader.has('原文：副市长高某')).toBe(true)
})
