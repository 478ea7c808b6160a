import { assignment, draftTask } from '@/test/functions/task/ledger'
import { openTaskWorld, type TaskWorld } from '@/test/functions/task/task-world'
import { eventually } from '@/test/support/eventually'
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

test('milestones are written on the page, add up to 100, and one said done stays as it is', async () => {
  const { app: cloud, organization, as } = world
  const taskId = await world.underway('weapp-milestones')
  const doer = await openAs(cloud, organization.waterStaff.openid, '市水务局')
  const milestonesOf = async () => {
    const { assignments } = await as.ok('waterStaff', 'task.get', { taskId })
    const share = assignments.find(({ unit }) => unit.id === 'water')
    return (share?.amendment?.plan ?? share?.plan)?.measures[0]?.milestones ?? []
  }
  const open = async () => {
    await doer.open(`/subpackages/unit/plan/index?id=${taskId}`)
    await doer.waitFor('节点（可以不写）')
  }
  await open()
  await doer.type('改什么，为什么改', '分两步做')
  await doer.tap('加一个节点')
  await doer.type('节点1：做到什么', '管道铺完')
  await doer.type('节点1：占百分之几', '60')
  await doer.waitFor('合计60%，要凑成100%')
  expect(doer.has('第1项措施的节点合计60%，请凑成100%')).toBe(true)
  await doer.tap('加一个节点')
  await doer.waitFor('请把第1项措施的节点写全')
  await doer.type('节点2：做到什么', '通水')
  await doer.waitFor('合计100%')
  await doer.tap('报送改后的方案')
  await doer.waitFor('已报送，等审核')
  expect((await milestonesOf()).map(({ text, weight }) => [text, weight])).toEqual([
    ['管道铺完', 60],
    ['通水', 40],
  ])
  await as.ok('housingStaff', 'task.approvePlan', { taskId, unitId: 'water' })
  await as.ok('waterStaff', 'task.reportDone', {
    ...{ taskId, partId: 'milestone.m1.water.1', on: '2019-11-18', words: '铺完了' },
    paperNumber: '茂水函〔2019〕5号',
  })

  await open()
  await doer.waitFor('已经报完成，不能改')
  await doer.type('改什么，为什么改', '通水分两天')
  await doer.tap('去掉节点2')
  await doer.waitFor('合计60%，要凑成100%')
  await doer.tap('加一个节点')
  await doer.type('节点2：做到什么', '试通水')
  await doer.tap('报送改后的方案')
  // A toast of the first time may stand still: what counts is what arrived.
  const arrived = async () =>
    (await milestonesOf()).map(({ id, text, weight }) => `${id} ${text} ${weight}`).join('，')
  expect(await eventually(arrived, '1 管道铺完 60，3 试通水 40')).toBe('1 管道铺完 60，3 试通水 40')
  await doer.close()
})

test('where the list prints no measure the unit writes its own, and never none', async () => {
  const { app: cloud, organization, as, ledger } = world
  const taskId = 'weapp-own-measures'
  await ledger.draft(draftTask(taskId, { measures: [] }))
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['water']))
  await as.ok('waterStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
  const doer = await openAs(cloud, organization.waterStaff.openid, '市水务局')
  await doer.open(`/subpackages/unit/plan/index?id=${taskId}`)
  await doer.waitFor('请把本单位要做的写成措施')
  expect(doer.has('请写第1条措施做什么')).toBe(true)
  await doer.type('措施1：做什么', '清淤两公里')
  await doer.tap('加一条措施')
  await doer.type('措施2：做什么', '多写的')
  await doer.tap('去掉措施2')
  expect(doer.has('请选第1条措施以什么证明')).toBe(true)
  await doer.tap('文件')
  await doer.tap('报送方案')
  await doer.waitFor('方案已报送')
  await doer.close()
  await as.ok('coordinator', 'task.approvePlan', { taskId, unitId: 'water' })
  const { measures, parts } = await as.ok('waterStaff', 'task.get', { taskId })
  expect(measures.map(({ text }) => text)).toEqual(['清淤两公里'])
  expect(parts.map(({ proof }) => proof)).toEqual([['file']])
})

test('what will prove each measure is chosen, read by who approves it, and asked for when it is done', async () => {
  const { app: cloud, organization, as, ledger } = world
  const taskId = 'weapp-proof'
  await ledger.draft(draftTask(taskId))
  await as.ok('coordinator', 'task.assign', assignment(taskId, ['water']))
  await as.ok('waterStaff', 'task.signFor', { taskId, person: '李某', phone: '0668-2111111' })
  const doer = await openAs(cloud, organization.waterStaff.openid, '市水务局')
  const route = `/subpackages/unit/plan/index?id=${taskId}`
  await doer.open(route)
  await doer.waitFor('请选第1条措施以什么证明')
  await doer.tap('照片')
  await doer.tap('文号')
  await doer.type('具体是什么（可以不写）', '验收意见、前后对比照片')
  await doer.waitFor('请选第2条措施以什么证明')
  await doer.tap('文件', 1)
  // Chosen and chosen away again; what stands is there when the page is opened anew.
  await doer.tap('照片', 1)
  await doer.tap('照片', 1)
  await doer.open(route)
  await doer.waitFor('报送方案')
  expect(doer.has('以什么证明，请')).toBe(false)
  await doer.tap('报送方案')
  await doer.waitFor('方案已报送')
  await doer.close()

  const office = await openAs(cloud, organization.coordinator.openid, '市整改办')
  await office.open(`/subpackages/unit/task/index?id=${taskId}`)
  await office.waitFor('证明：照片、文号（验收意见、前后对比照片）')
  expect(office.text()).toContain('证明：文件')
  await office.tap('方案通过')
  await office.waitFor('方案已通过')
  await office.close()

  const done = await openAs(cloud, organization.waterStaff.openid, '市水务局')
  await done.open(`/subpackages/unit/task/index?id=${taskId}`)
  await done.waitFor('本项须附：照片、文号')
  await done.tap('报完成：措施m1')
  await done.waitFor('方案写的是：验收意见、前后对比照片')
  await done.type('做了什么', '管道已接通')
  expect(done.has('还缺照片、文号')).toBe(true)
  expect(done.has('方案写明须有照片和文号，还缺照片和文号，请补上')).toBe(true)
  await done.type('文号', '茂水函〔2019〕5号')
  await done.waitFor('方案写明须有照片和文号，还缺照片，请补上')
  await done.close()
})
