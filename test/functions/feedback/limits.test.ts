import { reportNumbers } from '@/domain/feedback/report-number'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { requestsOf } from '../every-action/requests-of'
import { openDatabase } from '../task/ledger'
import { newLookupHash, reportInput } from './desk'
import { dump } from './dump'

const hour = 3_600_000

describe('how much one person sends', () => {
  let app: TestApp
  let people: Organization

  beforeAll(async () => {
    app = await startApp()
    people = await buildOrganization(app)
  })
  afterAll(() => app.close())

  const submit = (openid: string | null, change: Parameters<typeof reportInput>[0] = {}) =>
    app.call(openid, 'feedback.submit', reportInput(change))
  const codeOf = async (reply: ReturnType<typeof submit>) => {
    const answer = await reply
    return answer.ok ? 'ok' : answer.error.code
  }
  const later = (ms: number) => app.clock.jump(app.clock.now() + ms)
  const announce = (openid: string | null, actAs?: string) =>
    app.call(
      openid,
      'feedback.prepareUpload',
      { files: [{ type: 'image/jpeg', size: 1000 }], anonymous: openid === null },
      actAs === undefined ? {} : { actAs },
    )

  it('takes ten reports of one person in an hour and the next ones an hour later', async () => {
    const openid = 'openid-ten'
    const last = reportInput()
    for (let sent = 1; sent < 10; sent += 1) expect(await codeOf(submit(openid))).toBe('ok')
    const tenth = await app.ok(openid, 'feedback.submit', last, { key: 'tenth' })
    expect(await codeOf(submit(openid))).toBe('FEEDBACK.TOO_MANY')
    // What was sent already is no further report, by the same call and by another one.
    expect(await app.ok(openid, 'feedback.submit', last, { key: 'tenth' })).toEqual(tenth)
    expect(await app.ok(openid, 'feedback.submit', last)).toEqual(tenth)
    expect(await codeOf(submit('openid-another'))).toBe('ok')
    await later(hour)
    expect(await codeOf(submit(openid))).toBe('ok')
  })

  it('counts what is stored and nothing that was refused', async () => {
    const openid = 'openid-refused'
    for (let sent = 0; sent < 12; sent += 1)
      expect(await codeOf(submit(openid, { regionCode: '440902999999' }))).toBe('THING.NOT_FOUND')
    expect(await codeOf(submit(openid))).toBe('ok')
  })

  it('takes ten of twenty that come at once', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => submit('openid-at-once')))
    const taken = replies.filter(({ ok }) => ok)
    expect(taken.length).toBeLessThanOrEqual(10)
    expect(taken.length).toBeGreaterThan(0)
  })

  it('takes thirty of one person on a day and the next ones the day after', async () => {
    await app.clock.jump(Date.parse('2019-11-19T00:00:00+08:00'))
    const openid = 'openid-thirty'
    for (let sent = 0; sent < 30; sent += 1) {
      expect(await codeOf(submit(openid))).toBe('ok')
      if (sent % 10 === 9) await later(hour)
    }
    expect(await codeOf(submit(openid))).toBe('FEEDBACK.TOO_MANY')
    await app.clock.jump(Date.parse('2019-11-20T00:00:00+08:00'))
    expect(await codeOf(submit(openid))).toBe('ok')
  })

  it('limits uploads alike, of whoever reports and not of an office', async () => {
    const openid = 'openid-uploads'
    for (let sent = 0; sent < 10; sent += 1) expect((await announce(openid)).ok).toBe(true)
    expect(await announce(openid)).toMatchObject({ error: { code: 'FEEDBACK.TOO_MANY' } })
    await later(hour)
    expect((await announce(openid)).ok).toBe(true)
    const { farmingStaff: staff } = people
    for (let sent = 0; sent < 12; sent += 1)
      expect((await announce(staff.openid, staff.actAs)).ok).toBe(true)
  })

  it('limits anonymous reports by a total for all, keeps nothing of the openid, and no named one waits', async () => {
    const before = await dump(app)
    const anonymous = () => codeOf(submit('openid-anonymous', { protection: 'anonymous' }))
    const answers: string[] = []
    for (let sent = 0; sent < 61; sent += 1) answers.push(await anonymous())
    expect(new Set(answers.slice(0, 60))).toEqual(new Set(['ok']))
    expect(answers[60]).toBe('FEEDBACK.TOO_MANY_NOW')
    expect(await codeOf(submit('openid-elsewhere', { protection: 'anonymous' }))).toBe(
      'FEEDBACK.TOO_MANY_NOW',
    )
    const ids = (collections: typeof before) => collections.get('people')!.map(({ _id }) => _id)
    const after = await dump(app)
    expect(ids(after)).toEqual(ids(before))
    const rows = (collections: typeof before) => collections.get('quotas')?.length ?? 0
    expect(rows(after)).toBe(rows(before) + 1)
    expect(await codeOf(submit('openid-named'))).toBe('ok')
    await later(60_000)
    expect(await anonymous()).toBe('ok')
  })

  it('gives a number a letter more when its day is full, at one call more than usual', async () => {
    await app.clock.jump(Date.parse('2019-11-25T09:00:00+08:00'))
    let sent = 0
    /** By somebody known; once more where a timer ran at the same time. */
    const submitOne = async () => {
      for (;;) {
        const openid = `openid-about-the-flood-${(sent += 1)}`
        await app.ok(openid, 'identity.setVillage', { regionCode: null })
        let number = ''
        const asked = await requestsOf(app, async () => {
          const input = reportInput({ regionCode: null })
          number = (await app.ok(openid, 'feedback.submit', input)).number
        })
        if (asked) return { number, requests: asked.requests }
      }
    }
    const usual = await submitOne()
    expect(usual.number).toMatch(/^2019-1125-[2-9A-HJKMNP-Z]{3}$/)
    await fillDay(app, '2019-1125', 60_000)
    // The first finds its number taken and tries again; whoever comes later is looked up one that is free.
    await submitOne()
    for (let time = 0; time < 3; time += 1) {
      const { number, requests } = await submitOne()
      expect(number).toMatch(/^2019-1125-[2-9A-HJKMNP-Z]{4}$/)
      expect(requests).toBe(usual.requests + 1)
    }
  }, 120_000)
})

/** All numbers of three letters, then some of four, as a flood leaves them. */
const fillDay = async (app: TestApp, day: string, count: number): Promise<void> => {
  const database = openDatabase(app)
  const letters = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ']
  const three = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)))
  const ends = [...three, ...letters.flatMap((a) => three.map((rest) => a + rest))].slice(0, count)
  const taken = new Set((await dump(app)).get('feedback')!.map(({ number }) => number as string))
  const docs = ends
    .map((end) => `${day}-${end}`)
    .filter((number) => !taken.has(number))
    .map((number) => ({ _id: `flood ${number}`, number }))
  for (let start = 0; start < docs.length; start += 1000)
    await database.createMany('feedback', docs.slice(start, start + 1000))
}

describe('lookup codes that open nothing', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await startApp()
    await buildOrganization(app)
  })
  afterAll(() => app.close())

  const lookUp = async (openid: string | null, lookupHash = newLookupHash()) => {
    const reply = await app.call(openid, 'feedback.lookUp', { lookupHash })
    return reply.ok ? 'ok' : reply.error.code
  }

  it('are counted per caller and hour; then a hit is not told from a miss either', async () => {
    const input = reportInput({ protection: 'anonymous' })
    await app.ok(null, 'feedback.submit', input)
    for (let tried = 0; tried < 10; tried += 1)
      expect(await lookUp('openid-guesses')).toBe('THING.NOT_FOUND')
    expect(await lookUp('openid-guesses')).toBe('FEEDBACK.TOO_MANY_CODES')
    expect(await lookUp('openid-guesses', input.lookupHash)).toBe('FEEDBACK.TOO_MANY_CODES')
    expect(await lookUp('openid-knows', input.lookupHash)).toBe('ok')
    await app.clock.jump(app.clock.now() + hour)
    expect(await lookUp('openid-guesses', input.lookupHash)).toBe('ok')
  })

  it('leave a row that names nobody; a look that opens a report leaves nothing at all', async () => {
    const input = reportInput({ protection: 'anonymous' })
    await app.ok(null, 'feedback.submit', input)
    const before = [...(await dump(app))]
    for (let times = 0; times < 12; times += 1)
      expect(await lookUp('openid-reads-again', input.lookupHash)).toBe('ok')
    expect([...(await dump(app))]).toEqual(before)
    await lookUp('openid-misses')
    expect(JSON.stringify([...(await dump(app))])).not.toContain('openid-misses')
  })

  it('are forgotten two days later', async () => {
    await lookUp('openid-forgotten')
    await app.clock.jump(Date.parse('2019-11-21T09:00:00+08:00'))
    const { fireTimer } = await import('./desk')
    await fireTimer(app, 'feedback')
    expect((await dump(app)).get('quotas') ?? []).toEqual([])
  })
})

describe('a report number', () => {
  it('comes in growing lengths, of which the first free one is taken', () => {
    const numbers = reportNumbers('2019-11-18', (label) => label.padEnd(20, '0').replace(/ /g, ''))
    expect(numbers.map((number) => number.length)).toEqual([
      ...Array<number>(4).fill(13),
      ...Array<number>(4).fill(14),
      ...Array<number>(4).fill(15),
    ])
  })
})
