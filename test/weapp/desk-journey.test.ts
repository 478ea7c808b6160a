import { admission, as, invite, reportInput } from '@/test/functions/feedback/desk'
import { type TestApp, startApp } from '@/test/support/app'
import { buildOrganization, type Colleague, type Organization } from '@/test/support/organization'
import { openAs } from './open-as'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/** The desk's rarer decisions, from the report's page of the compiled mini-program. */

let cloud: TestApp
let people: Organization
let team: Colleague

beforeAll(async () => {
  cloud = await startApp()
  people = await buildOrganization(cloud)
  team = await invite(cloud, people, '督导组老林', ['inspector', 'water', '440900'])
})
afterAll(() => cloud.close())

const submit = async () => (await cloud.ok('openid-reporter', 'feedback.submit', reportInput())).id

const openAsDesk = () => openAs(cloud, people.intake.openid, '信访受理')

const openReport = async (feedbackId: string): Promise<RunningMiniProgram> => {
  const app = await openAsDesk()
  await app.open(`/subpackages/unit/feedback/index?id=${feedbackId}`)
  await app.waitFor('编号')
  return app
}

const seenBy = (feedbackId: string) =>
  as(cloud, people.intake).ok('feedback.getHandled', { feedbackId })

test('a report against the own office goes to a named inspector and leaves the desk', async () => {
  const feedbackId = await submit()
  const app = await openReport(feedbackId)
  await app.tap('转交受理')
  await app.waitFor('督导组老林')
  await app.tap('加一个，不交给它办')
  // A unit that only the list to choose from names.
  await app.waitFor('某某养殖有限公司')
  await app.tap('市整改办')
  await app.waitFor('去掉')
  // Who may take it is asked anew for whom it accuses.
  await app.waitFor('督导组老林')
  await app.tap('督导组老林')
  await app.type('为什么转交', '反映的就是我们')
  await app.tap('转交受理', 2)
  await app.waitFor('已转交')
  expect(await as(cloud, people.intake).refusal('feedback.getHandled', { feedbackId })).toBe(
    'THING.NOT_FOUND',
  )
  const { accused } = await as(cloud, team).ok('feedback.getHandled', { feedbackId })
  expect(accused).toEqual([{ id: people.coordinator.unitId, name: '市整改办' }])
  await app.close()
})

test('a report is taken back from its unit, and the unit is marked', async () => {
  const feedbackId = await submit()
  await as(cloud, people.intake).ok('feedback.admit', admission(feedbackId))
  const { unitId } = people.farmingStaff
  await as(cloud, people.intake).ok('feedback.assign', { feedbackId, unitId })
  const app = await openReport(feedbackId)
  await app.tap('收回')
  await app.type('为什么收回', '反映的就是它')
  await app.tap('收回', 2)
  await app.waitFor('已收回，请重新分办')
  expect(await seenBy(feedbackId)).toMatchObject({ state: 'admitted', unit: null })
  await app.tap('更正被反映单位')
  await app.tap('加一个，不交给它办')
  await app.waitFor('茂南区农业农村局')
  await app.tap('茂南区农业农村局')
  await app.type('为什么更正', '反映的就是它')
  await app.tap('更正被反映单位', 2)
  await app.waitFor('已更正')
  expect((await seenBy(feedbackId)).accused).toEqual([{ id: unitId, name: '茂南区农业农村局' }])
  await app.close()
})

test('an answer is put off once, and the way to do it goes', async () => {
  const feedbackId = await submit()
  await as(cloud, people.intake).ok('feedback.admit', admission(feedbackId))
  const before = (await seenBy(feedbackId)).dueOn ?? ''
  const app = await openReport(feedbackId)
  await app.tap('延期答复')
  await app.type('为什么不能按时答复', '要等水样的化验结果')
  await app.tap('延期答复', 2)
  await app.waitFor('已延期，会告诉反映人')
  const { dueOn, events } = await seenBy(feedbackId)
  expect((dueOn ?? '') > before).toBe(true)
  expect(events).not.toContain('extendAnswer')
  await app.close()
})

test('a report joins another of the same matter, which the desk chose', async () => {
  const [feedbackId, intoId] = [await submit(), await submit()]
  const { number } = await seenBy(intoId)
  const app = await openReport(feedbackId)
  await app.tap('合并到同一件事')
  await app.waitFor(`编号${number}`)
  await app.type('按编号找', number)
  await app.waitFor(`编号${number}`)
  await app.tap(`编号${number}`)
  await app.tap('合并', 1)
  await app.waitFor('已合并，两位反映人都能看到进展')
  expect((await seenBy(feedbackId)).state).toBe('merged')
  await app.close()
})

test('several reports are declined with one reason', async () => {
  const [one, other] = [await submit(), await submit()]
  const numberOf = async (id: string) => (await seenBy(id)).number
  const app = await openAsDesk()
  await app.open('/subpackages/unit/desk/index')
  await app.waitFor('批量不予受理')
  await app.tap('批量不予受理')
  await app.waitFor('请先选要不予受理的')
  for (const id of [one, other]) await app.tap(`编号${await numberOf(id)}`)
  await app.waitFor('不予受理2件')
  await app.tap('不予受理2件')
  await app.type('原因，和可以去哪里反映', '没有说清是哪里，可以打 12345')
  await app.tap('批量不予受理', 1)
  await app.waitFor('已告知2位反映人')
  for (const id of [one, other]) expect((await seenBy(id)).state).toBe('declined')
  await app.close()
})
