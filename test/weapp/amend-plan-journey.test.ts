import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'

/** 改方案 in the compiled bundle: the unit writes it over its own plan, the lead reads what changes. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

test('a unit asks for another day, and the lead sees what changes and approves it', async () => {
  const { app: cloud, organization, as } = world
  const taskId = await world.underway('weapp-amend')
  const doer = await openAs(cloud, organization.waterStaff.openid, '市水务局')
  await doer.open(`/subpackages/unit/task/index?id=${taskId}`)
  await doer.waitFor('改方案')
  await doer.tap('改方案')
  await doer.waitFor('批准之前，仍按原来的方案计算和提醒')
  expect(doer.has('请先写为什么改')).toBe(true)
  await doer.type('改什么，为什么改', '设备晚到')
  await doer.type('总责任人', '赵工')
  await doer.tap('报送改后的方案')
  await doer.waitFor('已报送，等审核')
  await doer.close()

  const lead = await openAs(cloud, organization.housingLeader.openid, '市住房城乡建设局')
  await lead.open(`/subpackages/unit/task/index?id=${taskId}`)
  await lead.waitFor('申请改方案')
  expect(lead.text()).toContain('设备晚到')
  expect(lead.text()).toContain('总责任人由“张工”改为“赵工”')
  await lead.tap('方案通过')
  await lead.waitFor('方案已通过')
  const { assignments } = await as.ok('housingStaff', 'task.get', { taskId })
  expect(assignments.find(({ unit }) => unit.id === 'water')).toMatchObject({
    plan: { person: '赵工' },
    amendment: null,
  })
  await lead.close()
})
