import path from 'node:path'
import { errorTexts } from '@/copy/errors'
import { negotiationWords } from '@/copy/negotiation'
import { datesOf, talksIn } from '@/test/functions/enterprise/talks'
import { fireTimer } from '@/test/functions/feedback/desk'
import { openTaskWorld } from '@/test/functions/task/task-world'
import { type TestApp, startApp } from '@/test/support/app'
import { buildOrganization, type Organization } from '@/test/support/organization'
import { bridgeTo } from './bridge'
import { openAs } from './open-as'
import { openMiniProgram } from './simulator/open-mini-program'
import { type Bridge, emptyStorage } from './simulator/phone'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/**
 * A firm's agent answers the unit's dates in the compiled mini-program. The task has two measures,
 * the unit proposes 30 June 2020 for both, the task is due on 31 December 2020.
 */

const dist = path.resolve(__dirname, '../../dist/weapp')

let cloud: TestApp
let organization: Organization
let talks: ReturnType<typeof talksIn>

beforeAll(async () => {
  cloud = await startApp()
  organization = await buildOrganization(cloud)
  talks = talksIn(cloud, organization)
})
afterAll(() => cloud.close())

const timelineOf = (timelineId: string) =>
  talks.ok('enterprise', 'enterprise.getTimeline', { timelineId })

/** As a person gets there: choose the firm as identity, then the list under 待办. */
const openAsAgent = async (): Promise<RunningMiniProgram> => {
  const app = await openAs(cloud, organization.enterprise.openid, '某某养殖有限公司')
  await app.switchTab('pages/todo/index')
  await app.waitFor('商定时间')
  await app.tap('商定时间')
  return app
}

const openTimeline = async (timelineId: string): Promise<RunningMiniProgram> => {
  const app = await openAsAgent()
  await app.open(`/subpackages/enterprise/timeline/index?id=${timelineId}`)
  await app.waitFor('最晚2020年12月31日')
  return app
}

test('the agent finds the agreement that waits for an answer', async () => {
  const timelineId = await talks.proposed('task-found')
  const app = await openAsAgent()
  await app.waitFor('待企业回复')
  await app.tap('石湖镇生活污水直排')
  await app.waitFor('商定不代表承认违法，也不免除法律责任')
  expect(app.page.options.id).toBe(timelineId)
  await app.close()
})

test('the agent agrees to one measure, counters another, and sees the new state', async () => {
  const timelineId = await talks.proposed('task-countered')
  const app = await openTimeline(timelineId)
  expect(app.has('还有措施没选')).toBe(true)
  await app.tap('同意', 0)
  await app.tap('另提', 1)
  await app.pick('我们提的日期', '2020-08-15')
  expect(app.text()).toContain('晚46天')
  expect(app.text()).toContain('1项同意，1项另提')
  await app.type('为什么要另提', '设备订货约75天，已签合同。')
  await app.type('技术方案', '先建临时池，再换膜。')
  await app.tap('发出意见')
  await app.waitFor('企业另提了日期，等单位回复')
  expect(app.has('发出意见')).toBe(false)

  const { state, measures, events } = await timelineOf(timelineId)
  expect(state).toBe('countered')
  expect(measures.map(({ enterpriseOn }) => enterpriseOn)).toEqual(['2020-06-30', '2020-08-15'])
  expect(events).not.toContain('counter')
  await app.close()
})

test('a counter-proposal without its reason cannot be sent', async () => {
  const timelineId = await talks.proposed('task-unreasoned')
  const app = await openTimeline(timelineId)
  await app.tap('同意', 0)
  await app.tap('另提', 1)
  await app.pick('我们提的日期', '2020-08-15')
  await app.tap('写一下原因和技术方案，才能发出')
  expect((await timelineOf(timelineId)).state).toBe('proposed')
  await app.close()
})

test('no date after the deadline of the task can be chosen', async () => {
  const app = await openTimeline(await talks.proposed('task-late'))
  await app.tap('另提', 0)
  await app.pick('我们提的日期', '2020-12-31')
  await expect(app.pick('我们提的日期', '2021-01-01')).rejects.toThrow('to 2020-12-31 only')
  await app.close()
})

test('agreeing to every date binds both sides', async () => {
  const timelineId = await talks.proposed('task-agreed')
  const app = await openTimeline(timelineId)
  await app.tap('同意', 0)
  await app.tap('同意', 1)
  await app.tap('全部同意并签认')
  await app.waitFor('双方已商定')
  const { state, measures } = await timelineOf(timelineId)
  expect(state).toBe('agreed')
  expect(measures.map(({ agreedOn }) => agreedOn)).toEqual(['2020-06-30', '2020-06-30'])
  await app.close()
})

test('an agreement whose reply was lost is not said to be done, and a second tap does it no second time', async () => {
  const timelineId = await talks.proposed('task-reply-lost')
  const { openid, actAs } = organization.enterprise
  const real = bridgeTo(cloud, openid)
  // From the reply on the line is gone: nothing that is read anew tells what became of it.
  let line: 'whole' | 'breaks' | 'gone' = 'breaks'
  const bridge: Bridge = {
    ...real,
    async callFunction(name, data) {
      if (line === 'gone') throw new Error('request:fail')
      const reply = await real.callFunction(name, data)
      if (line === 'breaks' && (data as { action: string }).action === 'enterprise.accept')
        line = 'gone'
      if (line === 'gone') throw new Error('request:fail')
      return reply
    },
  }
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  const route = `subpackages/enterprise/timeline/index?id=${timelineId}`
  const app = await openMiniProgram({ dist, bridge, storage, path: route })
  await app.waitFor('最晚2020年12月31日')
  await app.tap('同意', 0)
  await app.tap('同意', 1)
  await app.tap('全部同意并签认')
  await app.waitFor(errorTexts['CLIENT.OFFLINE'])
  expect((await timelineOf(timelineId)).state).toBe('agreed')
  // Nobody here knows yet: what was chosen stands, and nothing says that it was sent.
  expect(app.has(negotiationWords.sent)).toBe(false)
  expect(app.has('双方已商定')).toBe(false)
  line = 'whole'
  await app.tap('全部同意并签认')
  await app.waitFor(negotiationWords.sent)
  await app.waitFor('双方已商定')
  const { history } = await timelineOf(timelineId)
  expect(history.filter(({ event }) => event === 'accept')).toHaveLength(1)
  await app.close()
})

test('the agent takes the unit’s dates while the office has not spoken yet', async () => {
  const timelineId = await talks.proposed('task-gave-way')
  await talks.ok('housingStaff', 'enterprise.refer', { timelineId, reason: '企业没有回音' })
  const app = await openTimeline(timelineId)
  await app.waitFor('整改办正在协调')
  await app.waitFor('整改办还没出协调意见。现在同意对方的日期，双方就商定了。')
  await app.tap('同意单位的日期')
  await app.waitFor('双方已商定')
  expect((await timelineOf(timelineId)).state).toBe('agreed')
  await app.close()
})

test('the agent asks for another agreed date; the unit reads why, and the old date binds meanwhile', async () => {
  const timelineId = await talks.proposed('task-reopened')
  await talks.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
  const app = await openTimeline(timelineId)
  await app.tap('重新商定')
  await app.waitFor('双方重新签认前，已商定的日期仍然算数。')
  expect(app.has('请先改一条措施的日期')).toBe(true)
  await app.pick('新的日期', '2020-09-30')
  await app.type('为什么要改已商定的日期', '设备到港晚了')
  await app.tap('提出新的日期', 1)
  await app.waitFor('企业提出改已商定的日期，等单位回复')
  await app.close()

  const seen = await talks.ok('housingStaff', 'enterprise.getTimeline', { timelineId })
  expect(seen).toMatchObject({ awaits: 'unit', offeredBy: 'enterprise', reason: '设备到港晚了' })
  const days = ({ enterpriseOn, agreedOn }: (typeof seen.measures)[number]) => [
    enterpriseOn,
    agreedOn,
  ]
  expect(seen.measures.map(days)).toEqual([
    ['2020-09-30', '2020-06-30'],
    ['2020-06-30', '2020-06-30'],
  ])
})

test('the agent reports a node done and takes it back; the unit returns it and then confirms', async () => {
  const timelineId = await talks.proposed('task-node')
  await talks.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
  const nodeOf = async () => (await timelineOf(timelineId)).measures[0]!.node
  const firm = await openTimeline(timelineId)
  await firm.tap('报完成', 0)
  await firm.waitFor('这一项不再提醒企业')
  await firm.type('做了什么', '设备装好，试运行正常')
  await firm.type('文号', '茂验〔2019〕3号')
  await firm.tap('报完成', 3)
  await firm.waitFor('企业已报完成')
  expect(await nodeOf()).toMatchObject({ state: 'reported', report: { by: 'enterprise' } })
  await firm.tap('撤回')
  await firm.type('写明原因', '报早了一天')
  await firm.tap('撤回完成', 1)
  await firm.waitFor('已撤回')
  expect((await nodeOf())?.state).toBe('open')
  await firm.close()

  const report = async () =>
    talks.ok('enterprise', 'enterprise.reportNode', {
      timelineId,
      taskId: 'task-node',
      measureId: 'm1',
      on: '2019-11-18',
      words: '设备装好，试运行正常',
      paperNumber: '茂验〔2019〕3号',
    })
  await report()
  const unit = await openAs(cloud, organization.housingStaff.openid, '市住房城乡建设局')
  await unit.open(`/subpackages/enterprise/timeline/index?id=${timelineId}`)
  await unit.waitFor('企业已报完成')
  await unit.tap('退回')
  await unit.type('写明原因', '缺监测报告')
  await unit.tap('退回企业报的完成', 1)
  await unit.waitFor('单位退回：缺监测报告')
  await report()
  await unit.open(`/subpackages/enterprise/timeline/index?id=${timelineId}`)
  await unit.waitFor('企业已报完成')
  await unit.tap('确认完成')
  await unit.waitFor('确认企业已经完成？')
  await unit.tap('确认完成', 1)
  await unit.waitFor('已确认1/2')
  expect((await nodeOf())?.state).toBe('done')
  await unit.close()
})

test('what is done stays in sight while the rest is agreed anew, and nobody is asked about it', async () => {
  const world = await openTaskWorld()
  const { as } = world
  const taskId = await world.underway('task-half-done')
  const dates = datesOf('2020-06-30')
  const offer = { taskId, enterpriseId: 'farm', dates, reason: null }
  const { id: timelineId } = await as.ok('waterStaff', 'enterprise.propose', offer)
  await as.ok('enterprise', 'enterprise.accept', { timelineId, round: 1 })
  const said = { taskId, on: '2019-11-18', words: '设备装好了', paperNumber: '1号' }
  for (const unit of ['housing', 'water'] as const)
    await as.ok(`${unit}Staff`, 'task.reportDone', { ...said, partId: `measure.m1.${unit}` })
  const anew = { timelineId, dates: datesOf('2020-06-20').slice(1), reason: '设备到港晚了' }
  await as.ok('waterStaff', 'enterprise.reopenTerms', anew)

  const { enterprise } = world.organization
  const app = await openAs(world.app, enterprise.openid, '某某养殖有限公司')
  await app.open(`/subpackages/enterprise/timeline/index?id=${timelineId}`)
  await app.waitFor('已确认1/2')
  await app.tap('同意', 0)
  await app.waitFor('1项都同意')
  await app.tap('全部同意并签认')
  await app.waitFor('双方已商定')
  const { measures } = await as.ok('enterprise', 'enterprise.getTimeline', { timelineId })
  expect(measures.map(({ agreedOn }) => agreedOn)).toEqual(['2020-06-30', '2020-06-20'])
  expect(app.has('已确认1/2')).toBe(true)
  await app.close()
  await world.app.close()
})

test('the agent finds what was sent, and what was not and why', async () => {
  await talks.proposed('task-told')
  await fireTimer(cloud, 'notifier')
  const app = await openAsAgent()
  await app.switchTab('pages/mine/index')
  await app.tap('收到过的通知')
  await app.waitFor('单位提了完成时间，请您回复')
  // Neither the matter nor the plant: the phone may be in another's hand.
  expect(app.text()).not.toMatch(/task-told|养殖场/)
  expect(app.text()).toContain('没有发：没有可用的同意次数')
  await app.close()
})
