import { datesOf } from '../enterprise/talks'
import { casesIn, rework } from '../task/close-out'
import { assignment, draftTask, plan } from '../task/ledger'
import { openTaskWorld, type TaskWorld } from '../task/task-world'
import { at, type Engine, openEngine } from './engine'

/** Housing leads, water does it too, the farm agreed with water. Today is 18 November 2019. */
let world: TaskWorld
let engine: Engine
const partId = 'measure.m1.water'
const said = { on: '2019-11-18', words: '截污管已接通', paperNumber: '茂水函〔2019〕1号' }

beforeAll(async () => {
  world = await openTaskWorld()
  engine = openEngine(world.app)
  const invited = {
    role: 'unitStaff',
    unitKey: 'water',
    regionCode: '440900',
    name: '二人',
  } as const
  const { code } = await world.as.ok('administrator', 'identity.invite', invited)
  await world.app.ok('openid-second', 'identity.acceptInvitation', { code })
})
beforeEach(() => engine.clear())
afterAll(() => world.app.close())

const allow = async (template: 'deadline' | 'timeline', ...openids: string[]) => {
  for (const openid of openids) await engine.allow(openid, template, 3)
}
const told = () => engine.sent.map(({ openid, page }) => [openid, page])

describe('a measure that is returned', () => {
  const returned = async (name: string) => {
    const taskId = await world.underway(name)
    await world.as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said })
    await engine.clear()
    await allow('deadline', 'openid-waterStaff', 'openid-second', 'openid-housingStaff')
    await world.as.ok('housingStaff', 'task.returnDone', { taskId, partId, reason: '看不清管口' })
    return taskId
  }

  it('is told at once to the one who reported it and to nobody else, with the page where it is owed', async () => {
    const taskId = await returned('returned-told')
    await engine.run('2019-11-18T10:00')
    expect(told()).toEqual([['openid-waterStaff', `subpackages/unit/task/index?id=${taskId}`]])
    const { data } = engine.sent[0]!
    expect(data).toMatchObject({ thing4: '报的完成被退回，点开看原因' })
    expect(JSON.stringify(data)).not.toContain('管口')
  })

  it('at night waits till eight, and each time it is returned is a message of its own', async () => {
    const taskId = await returned('returned-twice')
    expect(await engine.run('2019-11-18T21:00')).toEqual({ nextDueAt: at('2019-11-19T08:00') })
    expect(engine.sent).toEqual([])
    await engine.run('2019-11-19T08:00')
    expect(engine.sent).toHaveLength(1)
    await world.as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said })
    await world.as.ok('housingStaff', 'task.returnDone', { taskId, partId, reason: '还是看不清' })
    await engine.run('2019-11-19T09:30')
    const news = engine.sent.filter(({ data }) => data.thing4?.startsWith('报的完成'))
    expect(news.map(({ openid }) => openid)).toEqual(['openid-waterStaff', 'openid-waterStaff'])
  })

  it('that the unit takes back itself is told to nobody', async () => {
    const taskId = await world.underway('returned-undone')
    await world.as.ok('waterStaff', 'task.reportDone', { taskId, partId, ...said })
    await engine.clear()
    await world.as.ok('waterStaff', 'task.undoDone', { taskId, partId, reason: '报早了' })
    expect(await engine.parts.outbox.oldest(10)).toEqual([])
  })

  it('goes to everybody of the unit where the lead had said it for them', async () => {
    const taskId = await world.underway('returned-no-part')
    await world.as.ok('housingStaff', 'task.recordNoPart', { taskId, partId, reason: '没有任务' })
    await engine.clear()
    await allow('deadline', 'openid-waterStaff', 'openid-second', 'openid-housingStaff')
    await world.as.ok('housingLeader', 'task.returnDone', { taskId, partId, reason: '记错了' })
    await engine.run('2019-11-18T10:00')
    const people = engine.sent.map(({ openid }) => openid).sort()
    expect(people).toEqual(['openid-second', 'openid-waterStaff'])
  })
})

describe('a firm’s node that is returned', () => {
  it('is told at once to whoever reported it for the firm, and not to the unit', async () => {
    const taskId = await world.underway('node-returned-told')
    const offer = { taskId, enterpriseId: 'farm', dates: datesOf('2020-06-30'), reason: null }
    const { id: timelineId } = await world.as.ok('waterStaff', 'enterprise.propose', offer)
    await world.as.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
    const node = { timelineId, measureId: 'm1' }
    await world.as.ok('enterprise', 'enterprise.reportNode', { ...node, taskId, ...said })
    await engine.clear()
    await allow('timeline', 'openid-enterprise', 'openid-waterStaff')
    await world.as.ok('waterStaff', 'enterprise.returnNode', { ...node, reason: '缺监测报告' })
    await engine.run('2019-11-18T10:00')
    expect(told()).toEqual([
      ['openid-enterprise', `subpackages/enterprise/timeline/index?id=${timelineId}`],
    ])
    expect(engine.sent[0]!.data).toMatchObject({
      ...{ phrase2: '完成被退回', date3: '2020年6月30日' },
      thing4: '报的完成被退回，点开看原因',
    })
  })
})

describe('a plan that is returned', () => {
  it('is told at once to whoever signed for the share, each time anew, and never says why', async () => {
    const taskId = 'plan-returned-told'
    await world.ledger.draft(draftTask(taskId))
    const given = assignment(taskId, ['housing', 'water'], { leadUnitId: 'housing' })
    await world.as.ok('coordinator', 'task.assign', given)
    const signer = { person: '李某', phone: '0668-2111111' }
    await world.as.ok('waterStaff', 'task.signFor', { taskId, ...signer })
    await engine.clear()
    await allow('deadline', 'openid-waterStaff', 'openid-second', 'openid-housingStaff')
    for (const reason of ['缺监测点位', '还是缺监测点位']) {
      await world.as.ok('waterStaff', 'task.submitPlan', { taskId, plan: plan(['m1', 'm2']) })
      const returned = { taskId, unitId: 'water', reason }
      await world.as.ok('housingLeader', 'task.returnPlan', returned)
    }
    await engine.run('2019-11-18T10:00')
    const page = `subpackages/unit/task/index?id=${taskId}`
    expect(told()).toEqual([
      ['openid-waterStaff', page],
      ['openid-waterStaff', page],
    ])
    expect(engine.sent[0]!.data).toMatchObject({ thing4: '报的方案被退回，点开看原因' })
    expect(JSON.stringify(engine.sent)).not.toContain('监测点位')
  })
})

describe('an extension that is refused', () => {
  it('is told at once to the unit that asked for it', async () => {
    const taskId = await world.underway('extension-refused-told')
    const asked = {
      ...{ taskId, part: { kind: 'task' as const }, to: '2021-03-31' },
      ...{ reason: '雨季停工', plan: '汛后赶工' },
    } as const
    await world.as.ok('housingStaff', 'task.extend', asked)
    await engine.clear()
    await allow('deadline', 'openid-housingStaff', 'openid-housingLeader', 'openid-waterStaff')
    await world.as.ok('coordinator', 'task.refuseExtension', { taskId, reason: '理由不足' })
    await engine.run('2019-11-18T10:00')
    const people = engine.sent.map(({ openid }) => openid).sort()
    expect(people).toEqual(['openid-housingLeader', 'openid-housingStaff'])
    expect(engine.sent[0]!.data).toMatchObject({ thing4: '延期没有批准，仍按原来的日期办' })
  })
})

describe('a task that is sent back into work', () => {
  it('is told at once to the units that owe something again, with the day of the rework', async () => {
    const taskId = await casesIn(world.as, world.ledger).asked('rework-told')
    await engine.clear()
    await allow('deadline', 'openid-housingStaff', 'openid-housingLeader', 'openid-waterStaff')
    await world.as.ok('coordinator', 'task.returnForRework', { taskId, ...rework })
    await engine.run('2019-11-18T10:00')
    const news = engine.sent.filter(({ data }) => data.thing4?.startsWith('任务退回整改'))
    const people = news.map(({ openid }) => openid).sort()
    expect(people).toEqual(['openid-housingLeader', 'openid-housingStaff'])
    expect(news[0]!.data).toMatchObject({ date2: '2020年3月31日' })
    expect(JSON.stringify(engine.sent)).not.toContain('没接')
  })
})
