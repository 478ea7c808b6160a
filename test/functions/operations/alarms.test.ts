import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AlarmBell } from '@/cloudfunctions/_stores/alarm-bell'
import { WatchStore } from '@/cloudfunctions/_stores/watch-store'
import { watchWords } from '@/copy/watch'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { admission, answerOf, as, reportInput } from '../feedback/desk'
import { openEngine } from '../notifier/engine'
import { openDatabase } from '../task/ledger'

/** The robot of a group chat: what it was told, and how it answers. */
const told: string[] = []
let status = 200
let robot: Server
let webhook: string

let app: TestApp
let people: Organization
const reporter = 'openid-reporter'

beforeAll(async () => {
  robot = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      if (status === 200)
        told.push((JSON.parse(body) as { text: { content: string } }).text.content)
      response.writeHead(status).end('{"errcode":0,"errmsg":"ok"}')
    })
  })
  await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve))
  webhook = `http://127.0.0.1:${(robot.address() as AddressInfo).port}/send?key=of-a-test`
  app = await startApp({
    startAt: '2020-03-02T10:00:00+08:00',
    variables: { ALARM_WEBHOOK: webhook, TEMPLATE_ANSWER_READY: 'of-another-account' },
  })
  people = await buildOrganization(app)
}, 120_000)
beforeEach(() => {
  told.length = 0
  status = 200
})
afterAll(async () => {
  await app.close()
  await new Promise((resolve) => robot.close(resolve))
})

const hour = 3_600_000
/** A clock that jumps leaves turns of timers out, which is told of too. */
const ofTemplates = () => told.filter((text) => text.includes('模板编号'))
const later = (hours: number) => app.clock.jump(app.clock.now() + hours * hour)

const answered = async () => {
  const { id } = await app.ok(reporter, 'feedback.submit', reportInput())
  await as(app, people.intake).ok('feedback.admit', admission(id))
  await as(app, people.intake).ok('feedback.assign', { feedbackId: id, unitId: 'water' })
  await openEngine(app).allow(reporter, 'answerReady', 1)
  await as(app, people.waterStaff).ok('feedback.submitAnswer', answerOf(id))
  await as(app, people.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
}

it('a template that WeChat does not know is named at the first send, on the page and to the group', async () => {
  await answered()
  await later(1)
  const { alarms } = await as(app, people.administrator).ok('identity.getWatch', {})
  expect(alarms).toEqual([
    { kind: 'templateUnknown', about: 'answerReady', lastAt: expect.any(Number) },
  ])
  expect(ofTemplates()).toEqual([expect.stringContaining('微信不认“办理结果通知”的模板编号')])
  // Nobody and nothing of the ledger stands in it.
  expect(ofTemplates()[0]).toMatch(/^【整改通·茂名市】[^0-9]+$/)
})

it('is told once a day, and again on the next while it stands', async () => {
  await later(3)
  expect(ofTemplates()).toEqual([])
  await later(24)
  expect(ofTemplates()).toHaveLength(1)
})

describe('a bell', () => {
  const at = Date.parse('2026-03-02T10:00:00+08:00')
  const bell = (address: string | null = webhook) => {
    const env = { ALARM_WEBHOOK: address, CITY_NAME: '茂名市' }
    const database = openDatabase(app)
    return new AlarmBell({ database, watch: new WatchStore(database) }, env, watchWords.told)
  }
  const ran = async (functionName: string, when: number) => {
    const store = new WatchStore(openDatabase(app))
    store.count({ kind: 'timer', functionName, name: 'run' }, when)
    await store.flush(true)
  }

  beforeAll(async () => {
    for (const name of ['task', 'feedback', 'enterprise']) await ran(name, at - hour)
    await ran('notifier', at - 24 * hour)
  })

  it('is heard by the next timer when the group did not answer', async () => {
    status = 500
    await bell().ring(at)
    expect(told).toEqual([])
    status = 200
    await bell().ring(at)
    expect(told).toEqual([expect.stringContaining('定时任务“消息提醒（notifier）”没有按时运行')])
  })

  it('tells of a timer that stands still once, however many others ring at once', async () => {
    const next = at + 24 * hour
    for (const name of ['task', 'feedback', 'enterprise']) await ran(name, next - hour)
    await Promise.all(Array.from({ length: 8 }, () => bell().ring(next)))
    expect(told).toHaveLength(1)
  })

  it('tells nobody without an address, and nothing where all is well', async () => {
    await bell(null).ring(at + 48 * hour)
    await ran('notifier', at)
    for (const name of ['task', 'feedback', 'enterprise']) await ran(name, at)
    await bell().ring(at + 60_000)
    expect(told).toEqual([])
  })
})
