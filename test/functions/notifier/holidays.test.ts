import { digestHint } from '@/copy/message-templates'
import { defaultBook } from '@/domain/settings-book'
import { nextStepFrom } from '@/domain/reminder/steps'
import type { Obligation } from '@/domain/reminder/obligation'
import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization } from '../../support/organization'
import { at, type Engine, obligation, openEngine } from './engine'

let app: TestApp
let engine: Engine

beforeAll(async () => {
  app = await startApp()
  await buildOrganization(app)
  engine = openEngine(app)
})
beforeEach(async () => {
  await engine.clear()
  await engine.allow('openid-waterStaff', 'deadline', 9)
})
afterAll(() => app.close())

/** Owed by one person, with the next step that the law gives it. */
const owed = (change: Partial<Obligation>, from: string) => {
  const made = obligation('a', { unitId: 'water', roles: ['unitStaff'], ...change })
  const counting = { calendar: workCalendar, settings: defaultBook }
  return { ...made, nextStepOn: nextStepFrom(made, from, counting) }
}
const hints = () => engine.sent.map(({ data }) => data.thing4)

// The Spring Festival of 2020: 24 January to 2 February off, Sunday 19 January worked.
describe('no digest on a holiday', () => {
  test('steps up to the due day go with the last working day before, as one, with the days left', async () => {
    await engine.owe(owed({ dueOn: '2020-01-27' }, '2020-01-21'))
    await engine.run('2020-01-21T09:00')
    await engine.run('2020-01-22T09:00')
    expect(engine.sent).toEqual([])
    const reply = await engine.run('2020-01-23T09:00')
    expect(hints()).toEqual([digestHint(4)])
    expect(reply.nextDueAt).toBe(at('2020-02-03T09:00'))
  })

  test('an overdue step goes with the first working day after', async () => {
    await engine.owe(owed({ dueOn: '2020-01-20' }, '2020-01-21'))
    for (const day of ['2020-01-24', '2020-01-27', '2020-01-28', '2020-02-01', '2020-02-02'])
      await engine.run(`${day}T09:00`)
    expect(engine.sent).toEqual([])
    await engine.run('2020-02-03T09:00')
    expect(hints()).toEqual([digestHint(-14)])
  })

  test('what is made in the holiday waits for its end, and the run does not come back before', async () => {
    await engine.owe(
      owed({ kind: 'signFor', madeOn: '2020-01-25', dueOn: '2020-01-27' }, '2020-01-25'),
    )
    const reply = await engine.run('2020-01-25T10:00')
    expect(reply.nextDueAt).toBe(at('2020-02-03T09:00'))
    await engine.run('2020-02-03T09:00')
    expect(hints()).toEqual([digestHint(-7)])
  })

  test('a step that an outage kept over the last working day waits as well', async () => {
    await engine.owe(owed({ dueOn: '2020-01-23' }, '2020-01-23'))
    expect(await engine.run('2020-01-24T10:00')).toEqual({ nextDueAt: at('2020-02-03T09:00') })
    await engine.run('2020-02-03T09:00')
    expect(hints()).toEqual([digestHint(-11)])
  })

  test('one that was ready only in the evening rings after the holiday, and says what is true then', async () => {
    await engine.owe(owed({ dueOn: '2020-01-23' }, '2020-01-23'))
    expect(await engine.run('2020-01-23T22:00')).toEqual({ nextDueAt: at('2020-02-03T08:00') })
    await engine.run('2020-01-24T08:00')
    expect(engine.sent).toEqual([])
    await engine.run('2020-02-03T08:00')
    expect(hints()).toEqual([digestHint(-11)])
  })

  test('one that waited speaks no more of what was done meanwhile', async () => {
    await engine.owe(
      owed({ id: 'a', title: '任务a', dueOn: '2020-01-23' }, '2020-01-23'),
      owed({ id: 'b', title: '任务b', dueOn: '2020-01-23' }, '2020-01-23'),
    )
    await engine.run('2020-01-23T22:00')
    await engine.done('a')
    await engine.run('2020-02-03T08:00')
    expect(engine.sent.map(({ data }) => data.thing1)).toEqual(['任务b'])
  })

  test('one of which nothing stands any more is not sent', async () => {
    await engine.owe(owed({ dueOn: '2020-01-23' }, '2020-01-23'))
    await engine.run('2020-01-23T22:00')
    await engine.done('a')
    expect(await engine.run('2020-02-03T08:00')).toEqual({ nextDueAt: null })
    expect(engine.sent).toEqual([])
    expect(await engine.left('openid-waterStaff', 'deadline')).toBe(9)
  })

  test('a day’s quota that is used up before a weekend is waited for until Monday', async () => {
    await engine.owe(owed({ dueOn: '2020-03-06' }, '2020-03-06'))
    engine.state.answer = { ok: false, errcode: 45009, errmsg: 'quota' }
    await engine.run('2020-03-06T09:00')
    engine.state.answer = { ok: true, errcode: 0, errmsg: 'ok' }
    await engine.run('2020-03-07T08:00')
    expect(engine.sent).toHaveLength(1)
    await engine.run('2020-03-09T08:00')
    expect(hints().at(-1)).toBe(digestHint(-3))
  })

  test('what is made after the digest of a Friday goes with that of Monday', async () => {
    await engine.owe(
      owed({ kind: 'signFor', madeOn: '2020-03-06', dueOn: '2020-03-09' }, '2020-03-06'),
    )
    const reply = await engine.run('2020-03-06T15:00')
    expect(reply.nextDueAt).toBe(at('2020-03-09T09:00'))
    await engine.run('2020-03-09T09:00')
    expect(hints()).toEqual([digestHint(0)])
  })
})
