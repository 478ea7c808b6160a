import { Cron } from '@/local/clock/cron'
import { functionsFolder, temporaryFolder, testCloud } from './support/cloud'

const SDK = JSON.stringify(require.resolve('@cloudbase/node-sdk'))
const DAY = 86_400_000
const START = '2026-03-02T09:00:00+08:00'
const at = (text: string) => Date.parse(text)
const log = (body: string) => `
  const tcb = require(${SDK})
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  const db = app.database()
  exports.main = async (event, context) => { ${body} }`

describe('cron', () => {
  it.each([
    ['0 0 8 * * * *', '2026-03-02T07:59:59+08:00', '2026-03-02T08:00:00+08:00'],
    ['0 0 8 * * * *', '2026-03-02T08:00:00+08:00', '2026-03-03T08:00:00+08:00'],
    ['*/5 * * * * * *', '2026-03-02T08:00:01+08:00', '2026-03-02T08:00:05+08:00'],
    ['0 15 10 ? * MON-FRI *', '2026-03-06T10:15:00+08:00', '2026-03-09T10:15:00+08:00'],
    ['0 0 0 1 1 * *', '2026-03-02T08:00:00+08:00', '2027-01-01T00:00:00+08:00'],
    ['0 0 0 29 2 * *', '2026-03-02T08:00:00+08:00', '2028-02-29T00:00:00+08:00'],
    ['0 0 0 1 * 0 *', '2026-03-02T08:00:00+08:00', '2026-03-08T00:00:00+08:00'],
    ['30 5,35 * * * * *', '2026-03-02T08:05:30+08:00', '2026-03-02T08:35:30+08:00'],
    ['0 0 23-23 31 12 * 2026', '2026-03-02T08:00:00+08:00', '2026-12-31T23:00:00+08:00'],
  ])('%s after %s is %s in Beijing', (text, after, next) => {
    expect(new Cron(text).next(at(after))).toBe(at(next))
  })

  it('has no next time in years that are past', () => {
    expect(new Cron('0 0 0 * * * 2020').next(at(START))).toBeNull()
  })

  it.each([
    '0 0 8 * * *',
    '60 0 8 * * * *',
    '0 0 8 0 * * *',
    '0 0 8 * * 7 *',
    'a 0 8 * * * *',
    '0 */0 8 * * * *',
    '0 9-8 8 * * * *',
  ])('refuses %s', (text) => {
    expect(() => new Cron(text)).toThrow()
  })
})

describe('the clock', () => {
  it('begins where it is told, and is the clock of functions and server dates', async () => {
    const functions = functionsFolder({
      time: `exports.main = async (event) => {
        const shown = [Date.now(), new Date().getTime(), Date.parse(Date()), new Date(Date.now()).constructor.now()]
        return { shown, kept: new Date(event.at).getTime(), isDate: new Date() instanceof Date, parts: new Date(2026, 0, 2).toISOString(), utc: Date.UTC(2026, 0) }
      }`,
    })
    const { cloud, db } = await testCloud({ startAt: START, functions })
    expect(cloud.clock.now() - at(START)).toBeLessThan(5_000)
    const show = async () =>
      JSON.parse(await cloud.call('time', { at: 5 }, 'oX')) as {
        shown: number[]
        kept: number
        isDate: boolean
        parts: string
        utc: number
      }
    for (const jump of [0, 40 * DAY]) {
      if (jump) await cloud.clock.jump(cloud.clock.now() + jump)
      const { shown, kept, isDate, parts, utc } = await show()
      for (const reading of shown) expect(Math.abs(reading - cloud.clock.now())).toBeLessThan(3_000)
      expect({ kept, isDate, parts, utc }).toEqual({
        kept: 5,
        isDate: true,
        parts: '2026-01-01T16:00:00.000Z',
        utc: Date.UTC(2026, 0),
      })
    }
    await db.createCollection('c')
    await db.collection('c').add({ at: db.serverDate() })
    const [row] = (await db.collection('c').get()).data as Array<{ at: Date }>
    expect(Math.abs(row!.at.getTime() - at(START) - 40 * DAY)).toBeLessThan(10_000)
  })

  it('stands at an exact instant for every function, a new process too, until it is set further', async () => {
    const time = 'exports.main = async () => [Date.now(), new Date().getTime()]'
    const { cloud } = await testCloud({
      startAt: START,
      functions: functionsFolder({ time, later: time }),
    })
    const show = async (name: string) => JSON.parse(await cloud.call(name, {}, 'oX')) as number[]
    await show('time')
    const exact = at('2026-03-02T23:59:59.999+08:00')
    cloud.clock.standAt(exact)
    expect([await show('time'), await show('later')]).toEqual([
      [exact, exact],
      [exact, exact],
    ])
    expect(cloud.clock.now()).toBe(exact)
    await cloud.clock.jump(exact + DAY)
    expect((await show('time'))[0]).toBeGreaterThanOrEqual(exact + DAY)
  })

  it('is what a condition of a query compares with', async () => {
    const { cloud, db } = await testCloud({ startAt: START })
    await db.createCollection('c')
    await db.collection('c').add({ _id: 'a', at: new Date(cloud.clock.now() + 3_600_000) })
    const _ = db.command as unknown as { expr: (value: unknown) => object }
    const due = db.collection('c').where(_.expr({ $lt: ['$at', '$$NOW'] }))
    expect((await due.get()).data).toEqual([])
    await cloud.clock.jump(cloud.clock.now() + 7_200_000)
    expect((await due.get()).data).toHaveLength(1)
  })

  it('goes on from where it was, and never goes back', async () => {
    const data = temporaryFolder()
    const first = await testCloud({ data, startAt: START })
    await first.cloud.clock.jump(at(START) + DAY)
    const reached = first.cloud.clock.now()
    await first.cloud.close()
    const second = await testCloud({ data, startAt: '2020-01-01' })
    expect(second.cloud.clock.now() - reached).toBeGreaterThanOrEqual(0)
    expect(second.cloud.clock.now() - reached).toBeLessThan(5_000)
    await second.cloud.clock.jump(reached - 10 * DAY)
    expect(second.cloud.clock.now()).toBeGreaterThanOrEqual(reached)
  })

  it('is the real time in a directory whose clock was never moved', async () => {
    const data = temporaryFolder()
    const first = await testCloud({ data })
    await first.cloud.close()
    const second = await testCloud({ data, startAt: START })
    // Nothing was committed before, so the directory is still fresh.
    expect(second.cloud.clock.now() - at(START)).toBeLessThan(5_000)
  })
})

describe('timers', () => {
  const timer = (code: string, config: Record<string, unknown> = {}) => ({
    code,
    config: { triggers: [{ name: 'tick', type: 'timer', config: '0 0 8 * * * *' }], ...config },
  })

  it('are called as the cloud calls them, with no person', async () => {
    const functions = functionsFolder({
      t: timer(
        'exports.main = async (event, context) => ({ event, environment: JSON.parse(context.environment) })',
      ),
    })
    const { cloud } = await testCloud({ functions, startAt: START })
    const [reply] = (await cloud.timers.fire()) as Array<{
      event: { Time: string }
      environment: object
    }>
    expect(reply!.event).toEqual({
      Type: 'Timer',
      TriggerName: 'tick',
      Time: expect.stringMatching(/^2026-03-02T01:00:\d\dZ$/) as string,
    })
    expect(reply!.environment).toMatchObject({ TRIGGER_SRC: 'timer' })
    expect(reply!.environment).not.toHaveProperty('WX_OPENID')
  })

  it('fire by their cron while time runs, and a failed run is repeated', async () => {
    const functions = functionsFolder({
      flaky: {
        code: log(
          "await db.collection('runs').add({ at: Date.now() }); const { total } = await db.collection('runs').count(); if (total === 1) throw new Error('once')",
        ),
        config: { triggers: [{ name: 'soon', type: 'timer', config: '0 0 9 * * * *' }] },
      },
    })
    const { db, log: lines } = await testCloud({
      functions,
      startAt: '2026-03-02T08:59:59+08:00',
      timerRetryDelayMs: 100,
    })
    await db.createCollection('runs')
    const count = async () => ((await db.collection('runs').count()) as { total: number }).total
    const deadline = Date.now() + 45_000
    while ((await count()) < 2 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await count()).toBe(2)
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\[timer\] flaky\.soon failed: Error: once/) as string,
      ]),
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await count()).toBe(2)
  })

  it('stop a jump at each instant they name as due, in order, every timer at every stop', async () => {
    const record = (name: string, due: string) =>
      timer(log(`await db.collection('stops').add({ who: '${name}', at: Date.now() }); ${due}`), {
        timeout: 20,
      })
    const functions = functionsFolder({
      weekly: record(
        'weekly',
        `const next = ${at(START)} + Math.ceil((Date.now() - ${at(START)} + 1) / (7 * ${DAY})) * 7 * ${DAY}; return { nextDueAt: next }`,
      ),
      monthly: record(
        'monthly',
        `const due = ${at(START)} + 10 * ${DAY}; return { nextDueAt: Date.now() < due ? due : null }`,
      ),
      silent: record('silent', 'return undefined'),
    })
    const { cloud, db } = await testCloud({ functions, startAt: START })
    await db.createCollection('stops')
    const result = await cloud.clock.jump(at(START) + 20 * DAY)
    const rows = (await db.collection('stops').orderBy('at', 'asc').limit(1000).get())
      .data as Array<{ who: string; at: number }>
    const days = rows.map((row) => Math.floor((row.at - at(START)) / DAY))
    // Days 0, 7, 10, 14 and the end, three timers at each.
    expect(days).toEqual([0, 7, 10, 14, 20].flatMap((day) => [day, day, day]))
    for (let stop = 0; stop < 5; stop++) {
      expect(
        rows
          .slice(stop * 3, stop * 3 + 3)
          .map(({ who }) => who)
          .sort(),
      ).toEqual(['monthly', 'silent', 'weekly'])
    }
    expect(result.stops).toBe(5)
    expect(cloud.clock.now() - at(START) - 20 * DAY).toBeLessThan(5_000)
  })

  it.each([
    ['the past', 'Date.now() - 5000'],
    ['the present', 'Date.now()'],
    [
      'the present after some work',
      'await new Promise((done) => setTimeout(() => done(Date.now()), 15))',
    ],
    ['no number', '"soon"'],
    ['beyond the jump', `Date.now() + ${400 * DAY}`],
    ['not a number', 'NaN'],
  ])('cannot hold a jump back by naming %s', async (_name, due) => {
    const functions = functionsFolder({
      t: timer(`exports.main = async () => ({ nextDueAt: ${due} })`),
    })
    const { cloud } = await testCloud({ functions, startAt: START })
    const { now, stops } = await cloud.clock.jump(at(START) + 3 * DAY)
    expect(now).toBeGreaterThanOrEqual(at(START) + 3 * DAY)
    expect(stops).toBeLessThanOrEqual(6)
  })

  it('go straight to the end when there are too many stops', async () => {
    const functions = functionsFolder({
      t: timer('exports.main = async () => ({ nextDueAt: Date.now() + 3600000 })'),
    })
    const { cloud } = await testCloud({ functions, startAt: START })
    const { now, stops } = await cloud.clock.jump(at(START) + 30 * DAY, 5)
    expect(stops).toBe(6)
    expect(now).toBeGreaterThanOrEqual(at(START) + 30 * DAY)
  })

  it('are repeated at once in a jump when they fail, and do not stop it', async () => {
    const functions = functionsFolder({
      bad: timer('let n = 0; exports.main = async () => { n += 1; throw new Error("run " + n) }'),
    })
    const { cloud, log: lines } = await testCloud({ functions, startAt: START })
    const { stops } = await cloud.clock.jump(at(START) + DAY)
    expect(stops).toBe(2)
    expect(lines.filter((line) => line.startsWith('[timer] bad.tick failed'))).toHaveLength(6)
  })

  it('run twice when that is asked for, while time runs and in a jump', async () => {
    const functions = functionsFolder({
      t: timer('let n = 0; exports.main = async () => (n += 1)'),
    })
    const { cloud } = await testCloud({ functions, startAt: START })
    const timers = cloud.timers as unknown as { twice: boolean }
    expect(await cloud.timers.fire()).toEqual([1])
    timers.twice = true
    expect(await cloud.timers.fire()).toEqual([3])
    await cloud.clock.jump(at(START) + DAY)
    timers.twice = false
    expect(await cloud.timers.fire()).toEqual([8])
  })
})
