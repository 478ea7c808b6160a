import { addDays } from '@/domain/calendar/day'
import { reportInput } from '../feedback/desk'
import { dump, whereIs } from '../feedback/dump'
import { runNotifier } from '@/cloudfunctions/notifier/run-notifier'
import { at, type Engine, openEngine } from '../notifier/engine'
import { rework } from './close-out'
import { findRelapse } from './uploads'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']
let cases: TaskWorld['cases']
let engine: Engine

beforeAll(async () => {
  ;({ app, organization, as, cases } = await openTaskWorld())
  engine = openEngine(app)
})
afterAll(() => app.close())

const report = (openid: string | null, taskId: string, protection: 'hidden' | 'anonymous') =>
  app.ok(openid, 'feedback.submit', reportInput({ taskId, protection }))

/** What the engine tells at ten o'clock of a day, by whom it tells it. */
const told = async (day: string) => {
  engine.sent.length = 0
  await engine.run(`${day}T10:00`)
  return engine.sent.map(({ openid, data }) => `${openid} ${data.phrase2}`).sort()
}

describe('whoever reported to a task hears what becomes of it', () => {
  it('at the notice, at closed and not before, and when it is taken up again', async () => {
    const taskId = await cases.asked('concerned')
    await cases.release(taskId)
    const own = await report('openid-hidden', taskId, 'hidden')
    await report('openid-hidden', taskId, 'hidden')
    await report('openid-anonymous', taskId, 'anonymous')
    const gone = await report('openid-gone', taskId, 'hidden')
    await app.ok('openid-gone', 'feedback.withdraw', { feedbackId: gone.id })
    const other = await app.ok('openid-merged', 'feedback.submit', reportInput())
    const merged = { feedbackId: other.id, intoId: own.id }
    await as.ok('intake', 'feedback.merge', merged)
    for (const openid of ['openid-hidden', 'openid-merged'])
      await engine.allow(openid, 'answerReady', 9)

    await cases.pass(taskId, organization.farmingColleague.actAs)
    await cases.release(taskId)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    // Who reported twice hears once; an anonymous report and an erased one have nobody to tell.
    expect(await told('2019-11-18')).toEqual(['openid-hidden 正在公示', 'openid-merged 正在公示'])

    const day = addDays('2019-11-18', 20)
    await app.clock.jump(Date.parse(`${day}T09:00:00+08:00`))
    await app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
    expect(await told(day)).toEqual([])
    const decisionNumber = '茂整改〔2019〕4号'
    await as.ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber })
    expect(await told(day)).toEqual(['openid-hidden 已办结', 'openid-merged 已办结'])
    const seen = await app.ok('openid-hidden', 'feedback.get', { feedbackId: own.id })
    expect(seen.taskId).toBe(taskId)

    await findRelapse(app, as, taskId)
    await as.ok('coordinator', 'task.reopen', { taskId, ...rework })
    expect(await told(day)).toEqual(['openid-hidden 重新整改', 'openid-merged 重新整改'])
  })

  it('names no reporter to anybody, and nobody phones about it', async () => {
    await engine.clear()
    const taskId = await cases.asked('concerned-silent')
    await cases.release(taskId)
    const sent = await report('openid-silent', taskId, 'hidden')
    await cases.pass(taskId, organization.farmingColleague.actAs)
    await cases.release(taskId)
    await as.ok('coordinator', 'task.publishNotice', { taskId })
    const rows = await dump(app, ['outbox'])
    const personId = await engine.personOf('openid-silent')
    for (const secret of [personId, sent.id, sent.number]) expect(whereIs(rows, secret)).toEqual([])
    await engine.run('2019-12-10T10:00')
    const all = await dump(app, ['messages', 'callList', 'outbox'])
    for (const secret of [personId, sent.id, sent.number]) expect(whereIs(all, secret)).toEqual([])
    expect(all.get('callList')).toEqual([])
    const { items } = await app.ok('openid-silent', 'notifier.listMyMessages', {})
    expect(items.map(({ state }) => state)).toEqual(['noConsent'])
  })

  it('goes page by page through many reports, also where a run has no time left', async () => {
    await engine.clear()
    const openids = Array.from({ length: 130 }, (_, place) => `openid-many-${place}`)
    for (const [place, openid] of openids.entries()) {
      await app.ok(openid, 'identity.setVillage', { regionCode: '440902101201' })
      const number = `2019-1210-${place}`
      await engine.report(openid, `many-${place}`, number, { taskId: 'many' })
    }
    await engine.tell(
      {
        notice: 'taskClosed',
        thing: 'task',
        thingId: 'many',
        node: '1',
        to: { concernedBy: 'many' },
        title: '27',
        dueOn: null,
        regionCode: '440902',
        hiddenFrom: [],
      },
      '2019-12-10T10:00',
    )
    const { parts } = engine
    // A run with no time left does what it has begun: one page.
    let asked = 0
    const short = { ...parts, clock: () => (asked++ < 2 ? 0 : 60_000) }
    await runNotifier(short, at('2019-12-10T10:00'))
    const messages = async () => (await dump(app, ['messages'])).get('messages')!
    expect(await messages()).toHaveLength(100)
    await runNotifier(short, at('2019-12-10T10:02'))
    expect(await messages()).toHaveLength(130)
    expect((await dump(app, ['outbox'])).get('outbox')).toEqual([])
  })
})
