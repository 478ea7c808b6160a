import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { datesOf } from '@/test/functions/enterprise/talks'
import { arrange } from '@/test/functions/every-action/arrange'
import { openWorld, type World } from '@/test/functions/every-action/world'
import type { ActionName } from '@/contract/actions'
import { bridgeTo } from './bridge'
import { openMiniProgram } from './simulator/open-mini-program'
import type { RunningMiniProgram } from './simulator/running-mini-program'

/**
 * Consent is asked in the tap that means something, on the pages as compiled: the simulator refuses it
 * one microtask later, as WeChat does. At most once a day and page.
 */

const dist = path.resolve(__dirname, '../../dist/weapp')

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const asked = (app: RunningMiniProgram) => app.calls('subscriptionPopup').length
const asPerson = async (
  action: ActionName,
  url: (input: Readonly<Record<string, unknown>>) => string,
) => {
  const { by, input } = await arrange[action](world)
  const { openid, as } = world.sessionOf(by)
  const storage = { entries: new Map(), files: new Map() }
  storage.entries.set('zgt.actAs', JSON.stringify(as.actAs))
  const options = { dist, bridge: bridgeTo(world.app, openid ?? ''), storage }
  return openMiniProgram({ ...options, path: url(input as Readonly<Record<string, unknown>>) })
}
const pageOf = (route: string, key: string) => (input: Readonly<Record<string, unknown>>) =>
  `${route}/index?id=${String(input[key])}`

test('报方案', async () => {
  const app = await asPerson('task.amendPlan', pageOf('subpackages/unit/plan', 'taskId'))
  await app.waitFor('请先写为什么改')
  await app.type('改什么，为什么改', '设备晚到')
  await app.type('总责任人', '赵工')
  expect(asked(app)).toBe(0)
  await app.tap('报送改后的方案')
  await app.waitFor('已报送，等审核')
  expect(asked(app)).toBe(1)
  await app.close()
})

test('受理', async () => {
  const app = await asPerson('feedback.admit', pageOf('subpackages/unit/feedback', 'feedbackId'))
  await app.waitFor(() => app.canTap('受理'))
  await app.tap('受理')
  await app.type('摘要', '水渠排黑水')
  await app.tap('水')
  expect(asked(app)).toBe(0)
  await app.tap('受理', 1)
  await app.waitFor('已受理')
  expect(asked(app)).toBe(1)
  await app.close()
})

test('报答复', async () => {
  const app = await asPerson(
    'feedback.submitAnswer',
    pageOf('subpackages/unit/feedback', 'feedbackId'),
  )
  await app.waitFor(() => app.canTap('报答复'))
  await app.tap('报答复')
  await app.tap('情况属实')
  await app.type('查到什么、做了什么、现在怎样', '已清淤并封堵排口')
  expect(asked(app)).toBe(0)
  await app.tap('报答复', 1)
  await app.waitFor('已报，等整改办审核')
  expect(asked(app)).toBe(1)
  await app.close()
})

test('另提', async () => {
  const app = await asPerson(
    'enterprise.counter',
    pageOf('subpackages/enterprise/timeline', 'timelineId'),
  )
  await app.waitFor(() => app.canTap('另提'))
  for (const measure of datesOf('2020-08-15').keys()) {
    await app.tap('另提', measure)
    await app.pick('我们提的日期', '2020-08-15')
  }
  await app.type('为什么要另提', '设备订货约75天')
  await app.type('技术方案', '先建临时池，再换膜。')
  expect(asked(app)).toBe(0)
  await app.tap('发出意见')
  await app.waitFor('企业另提了日期，等单位回复')
  expect(asked(app)).toBe(1)
  await app.close()
})

test('签认', async () => {
  const app = await asPerson(
    'enterprise.sign',
    pageOf('subpackages/enterprise/timeline', 'timelineId'),
  )
  await app.waitFor(() => app.canTap('签认协调意见'))
  expect(asked(app)).toBe(0)
  await app.tap('签认协调意见')
  await app.waitFor('已签认')
  expect(asked(app)).toBe(1)
  await app.close()
})

test('待办, where few messages are left, and once a day', async () => {
  const app = await asPerson('notifier.listTodo', () => 'pages/todo/index')
  await app.waitFor(() => app.canTap('签收'))
  expect(asked(app)).toBe(0)
  await app.tap('签收')
  await app.waitFor('签收和方案')
  expect(asked(app)).toBe(1)
  await app.back()
  await app.waitFor(() => app.canTap('签收'))
  // No finger comes back within the moment in which a second tap is a double tap's.
  await sleep(400)
  await app.tap('签收')
  await app.waitFor('签收和方案')
  expect(asked(app)).toBe(1)
  await app.close()
})
