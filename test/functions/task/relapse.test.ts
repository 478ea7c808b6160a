import { addDays } from '@/domain/calendar/day'
import { admission, fireTimer, reportInput } from '../feedback/desk'
import { dump, whereIs } from '../feedback/dump'
import { objectionTo } from '../feedback/objection-world'
import { type Engine, openEngine } from '../notifier/engine'
import { rework } from './close-out'
import { openDatabase } from './ledger'
import { findRelapse } from './uploads'
import { openTaskWorld, type TaskWorld } from './task-world'

let app: TaskWorld['app']
let organization: TaskWorld['organization']
let as: TaskWorld['as']
let cases: TaskWorld['cases']
let engine: Engine

/** Nothing is counted over the New Year of a calendar that is not published. */
const closedOn = '2019-12-09'
const taskId = 'relapse'

beforeAll(async () => {
  ;({ app, organization, as, cases } = await openTaskWorld())
  engine = openEngine(app)
  await cases.publish(await cases.asked(taskId), organization.farmingColleague.actAs)
  await app.clock.jump(Date.parse(`${closedOn}T09:00:00+08:00`))
  await app.raw(null, 'task', { Type: 'Timer', TriggerName: 'task-timer', Time: '' })
  const early = await report('openid-early')
  await as.ok('intake', 'feedback.admit', admission(early.id))
  const decisionNumber = '茂整改〔2019〕3号'
  await as.ok('coordinator', 'task.approveCloseOut', { taskId, decisionNumber })
})
afterAll(() => app.close())

const report = (openid: string) =>
  app.ok(openid, 'feedback.submit', reportInput({ taskId, words: '排口又流黑水' }))

const recheckOf = async () => {
  const { items } = await as.ok('inspector', 'notifier.listTodo', {})
  return items.filter(({ kind, thingId }) => kind === 'recheck' && thingId === taskId)
}

/** The reports of relapse that wait for this re-check; sent before the day on which they are looked at. */
const reports: { id: string; openid: string }[] = []

/** What an inspector found is the answer of each report: the office releases it, the reporter reads it. */
const answersEach = async (asked: typeof reports, finding: string, words: string) => {
  await fireTimer(app, 'feedback')
  for (const { id, openid } of asked) {
    const { items } = await as.ok('coordinator', 'notifier.listTodo', {})
    expect(items.find(({ thingId }) => thingId === id)).toMatchObject({ kind: 'releaseAnswer' })
    expect(await app.ok(openid, 'feedback.get', { feedbackId: id })).toMatchObject({ answers: [] })
    await as.ok('coordinator', 'feedback.releaseAnswer', { feedbackId: id })
    const seen = await app.ok(openid, 'feedback.get', { feedbackId: id })
    expect(seen).toMatchObject({ state: 'answered', answers: [{ finding, text: words }] })
  }
  // Nobody of the units at work, nor their task, learns that there was a report.
  const units = await as.ok('housingStaff', 'feedback.listDesk', {})
  expect(units.items).toEqual([])
}

const page = () => app.ok(null, 'register.getTask', { taskId })

describe('又反弹了', () => {
  it('of a task that was not closed is an ordinary report', async () => {
    const { items } = await as.ok('inspector', 'feedback.listDesk', {})
    expect(items.map(({ relapse }) => relapse)).toEqual([false])
    expect(await recheckOf()).toMatchObject([{ dueOn: '2020-06-09' }])
  })

  it('three times is one matter: from the first admission on a re-check is owed in ten working days', async () => {
    for (const openid of ['openid-one', 'openid-two', 'openid-three'])
      reports.push({ openid, ...(await report(openid)) })
    const sent = await Promise.all(
      reports.map(({ id, openid }) => app.ok(openid, 'feedback.get', { feedbackId: id })),
    )
    expect(await recheckOf()).toMatchObject([{ dueOn: '2020-06-09' }])
    for (const { id } of sent) await as.ok('intake', 'feedback.admit', admission(id))
    expect(await recheckOf()).toMatchObject([{ dueOn: '2019-12-23' }])
    const { items } = await as.ok('inspector', 'feedback.listDesk', {})
    expect(items.filter(({ relapse }) => relapse)).toHaveLength(3)
    expect(items.find(({ relapse }) => relapse)?.summary).toBe('水渠水体发黑,有异味')
    const seen = await as.ok('inspector', 'feedback.getHandled', { feedbackId: sent[0]!.id })
    expect(seen).toMatchObject({ taskId, relapse: true })
    // Nothing of it stands in the task's own history or chain: the re-check is unannounced.
    const { history } = await as.ok('housingStaff', 'task.get', { taskId })
    expect(history[0]?.event).toBe('approveCloseOut')
    const chain = await dump(app, ['tasks', 'auditEvents'])
    for (const { id, number } of sent) {
      const events = chain.get('auditEvents')!.filter(({ thing }) => thing === 'task')
      const ofTask = new Map([...chain, ['auditEvents', events]])
      for (const text of [id, number, '排口又流黑水']) expect(whereIs(ofTask, text)).toEqual([])
    }
  })

  it('tells no unit of the day, and the reporter what was found', async () => {
    const { items } = await as.ok('housingStaff', 'notifier.listTodo', {})
    expect(items.filter(({ kind }) => kind === 'recheck')).toEqual([])
    await engine.clear()
    for (const openid of ['openid-one', 'openid-early'])
      await engine.allow(openid, 'answerReady', 9)
    await as.ok('inspector', 'task.recheck', { taskId, relapsed: false, words: '水是清的' })
    await engine.run(`${closedOn}T10:00`)
    expect(engine.sent.map(({ openid, data }) => `${openid} ${data.phrase2}`).sort()).toEqual([
      'openid-early 已回头看',
      'openid-one 已回头看',
    ])
    await answersEach(reports, 'untrue', '水是清的')
    expect((await page()).rechecks).toEqual([{ on: closedOn, relapsed: false }])
    expect(JSON.stringify(await page())).not.toContain('水是清的')
    // Looked at: from here on by the year, until somebody reports anew.
    expect(await recheckOf()).toMatchObject([{ dueOn: '2020-12-09' }])
  })

  it('found again it reopens: the printed day stays, and the new one has a meaning of its own', async () => {
    const again = await report('openid-one')
    await as.ok('intake', 'feedback.admit', admission(again.id))
    expect(await recheckOf()).toMatchObject([{ dueOn: '2019-12-23' }])
    // Asked for the next look: the one before it is no answer.
    await fireTimer(app, 'feedback')
    const waiting = await as.ok('intake', 'feedback.getHandled', { feedbackId: again.id })
    expect(waiting.state).toBe('admitted')
    await findRelapse(app, as, taskId)
    await answersEach([{ openid: 'openid-one', ...again }], 'true', '又有黑水')
    expect(await page()).toMatchObject({
      state: 'closed',
      rechecks: [
        { on: closedOn, relapsed: false },
        { on: closedOn, relapsed: true },
      ],
    })
    const on = addDays(closedOn, 60)
    await as.ok('coordinator', 'task.reopen', { taskId, ...rework, on })
    const { deadline } = await as.ok('coordinator', 'task.get', { taskId })
    expect(deadline).toMatchObject({ countedOn: '2020-12-31' })
    const [doc] = (await dump(app, ['tasks'])).get('tasks')!
    expect(doc!.deadline).toMatchObject({ reopenedTo: on, extendedTo: null })
    expect(await page()).toMatchObject({
      ...{ state: 'rectifying', dueOn: on, printedOn: '2020-12-31', reopened: true },
    })
  })
})

describe('又反弹了, merged before intake has admitted it', () => {
  const merge = (feedbackId: string, intoId: string) =>
    as.ok('intake', 'feedback.merge', { feedbackId, intoId })
  const plain = (openid: string) =>
    app.ok(openid, 'feedback.submit', reportInput({ taskId: null, words: '沟里有黑水' }))
  const isPulled = async () => (await recheckOf()).some(({ dueOn }) => dueOn === '2019-12-23')
  /** Looked at again: nobody waits for anything. */
  const again = async () => {
    const database = openDatabase(app)
    await database.update('tasks', taskId, { state: 'closed' })
    await as.ok('inspector', 'task.recheck', { taskId, relapsed: false, words: '水是清的' })
    await database.update('publicTasks', taskId, { 'facts.state': 'closed' })
    expect(await isPulled()).toBe(false)
  }

  it('into one that is admitted pulls the re-check at once', async () => {
    await again()
    const [main, relapsed] = [await plain('openid-plain-1'), await report('openid-again-1')]
    await as.ok('intake', 'feedback.admit', admission(main.id))
    expect(await isPulled()).toBe(false)
    await merge(relapsed.id, main.id)
    expect(await isPulled()).toBe(true)
    // The ordinary report goes its ordinary way.
    expect(await as.ok('intake', 'feedback.getHandled', { feedbackId: main.id })).toMatchObject({
      ...{ taskId: null, relapse: false },
    })
  })

  it('into one that is still to be admitted is carried by it, however often that is merged on', async () => {
    await again()
    const [main, between, relapsed] = [
      await plain('openid-plain-2'),
      await plain('openid-plain-3'),
      await report('openid-again-2'),
    ]
    await merge(relapsed.id, between.id)
    await merge(between.id, main.id)
    expect(await isPulled()).toBe(false)
    await as.ok('intake', 'feedback.admit', admission(main.id))
    expect(await isPulled()).toBe(true)
    const { items } = await as.ok('inspector', 'feedback.listDesk', {})
    expect(items.find(({ id }) => id === main.id)).toMatchObject({ relapse: true })
  })

  it('is withdrawn by its reporter while the matter goes on, and the re-check with it', async () => {
    await again()
    const [main, relapsed] = [await plain('openid-plain-4'), await report('openid-again-3')]
    await merge(relapsed.id, main.id)
    await app.ok('openid-again-3', 'feedback.withdraw', { feedbackId: relapsed.id })
    await as.ok('intake', 'feedback.admit', admission(main.id))
    expect(await isPulled()).toBe(true)
  })

  it('written as an objection after close-out is a report of relapse like any other', async () => {
    await again()
    const late = await app.ok('openid-late', 'feedback.lodgeObjection', objectionTo(taskId))
    expect(late).toMatchObject({ objection: null, report: { why: 'late' } })
    await as.ok('intake', 'feedback.admit', admission(late.report!.id))
    expect(await isPulled()).toBe(true)
  })

  it('alone and withdrawn before it was admitted pulls nothing: nobody has admitted it', async () => {
    await again()
    const relapsed = await report('openid-again-4')
    await app.ok('openid-again-4', 'feedback.withdraw', { feedbackId: relapsed.id })
    expect(await isPulled()).toBe(false)
  })
})

describe('a page that tells the life of a task', () => {
  it('says who verified, the decision, and what became of it after', async () => {
    const other = 'life'
    await app.clock.jump(Date.parse('2019-12-10T09:00:00+08:00'))
    await cases.publish(await cases.asked(other), organization.farmingColleague.actAs)
    const life = await app.ok(null, 'register.getTask', { taskId: other })
    expect(life.history.find(({ event }) => event === 'requestCloseOut')).toMatchObject({
      done: true,
      unitName: '茂南区农业农村局、市水务局',
    })
    expect(life).toMatchObject({ opinionsAnswered: false, rechecks: [] })
  })
})
