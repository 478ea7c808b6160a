import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { openAs } from './open-as'

/** 点位清单 in the compiled bundle: typed, looked at, set, said done one by one. */

let world: TaskWorld
beforeAll(async () => {
  world = await openTaskWorld()
})
afterAll(() => world.app.close())

test('the lead types the sites of a measure, and its unit says one of them done', async () => {
  const { app: cloud, organization, as } = world
  const taskId = await world.underway('weapp-sites')
  const lead = await openAs(cloud, organization.housingStaff.openid, '市住房城乡建设局')
  await lead.open(`/subpackages/unit/task/index?id=${taskId}`)
  await lead.waitFor('点位清单')
  await lead.tap('点位清单')
  await lead.waitFor('还没有点位')
  await lead.type('一行一处：名称，地点，单位', '王村，石湖镇王村，市水务局\n李村，石湖镇李村')
  await lead.tap('先看看读得对不对')
  await lead.waitFor('新增1处，更改0处，不变0处，不要1行')
  expect(lead.text()).toContain('报完成的单位没填')
  await lead.type(
    '一行一处：名称，地点，单位',
    '王村，石湖镇王村，市水务局\n李村，石湖镇李村，市水务局',
  )
  // What was read before is no longer what stands in the box.
  expect(lead.has('定下这1处')).toBe(false)
  await lead.tap('先看看读得对不对')
  await lead.waitFor('定下这2处')
  expect((await as.ok('housingStaff', 'task.get', { taskId })).parts).not.toContainEqual(
    expect.objectContaining({ kind: 'site' }),
  )
  await lead.tap('定下这2处')
  await lead.waitFor('已有2处，完成0处')
  await lead.tap('去掉')
  await lead.waitFor('去掉这个点位？')
  await lead.tap('去掉', 2)
  await lead.waitFor('已有1处，完成0处')
  // Whoever stands there keeps where it is; a phone that may not tell says what to do.
  await lead.tap('记下位置')
  await lead.waitFor('请站在点位上再记')
  await lead.tap('记下位置', 1)
  await lead.waitFor('没有取到位置')
  lead.person.location = { latitude: 21.6631, longitude: 110.9252 }
  await lead.tap('记下位置', 1)
  await lead.waitFor('位置已记下')
  const { parts } = await as.ok('housingStaff', 'task.get', { taskId })
  expect(parts.find(({ kind }) => kind === 'site')).toMatchObject({ hasPoint: true })
  // The task's own point, for what has no site.
  await lead.open(`/subpackages/unit/task/index?id=${taskId}`)
  await lead.waitFor('记下位置')
  await lead.tap('记下位置')
  await lead.waitFor('整改的地方不止一处的，不要记')
  await lead.tap('记下位置', 1)
  await lead.waitFor('重新记位置')
  expect((await as.ok('housingStaff', 'task.get', { taskId })).hasPoint).toBe(true)
  await lead.close()

  const doer = await openAs(cloud, organization.waterStaff.openid, '市水务局')
  await doer.open(`/subpackages/unit/task/index?id=${taskId}`)
  await doer.waitFor('点位0/1')
  expect(doer.text()).toContain('石湖镇李村')
  const said = { on: '2019-11-18', words: '已封场', paperNumber: '1号' }
  await as.ok('waterStaff', 'task.reportDone', { taskId, partId: 'site.m1.李村', ...said })
  await doer.open(`/subpackages/unit/task/index?id=${taskId}`)
  await doer.waitFor('点位1/1')
  await doer.close()
})
