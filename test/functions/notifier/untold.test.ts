import type { NoticeToSend } from '@/domain/reminder/notice'
import type { Notice } from '@/domain/reminder/notice'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { admission, answerOf, as, reportInput } from '../feedback/desk'
import { at, type Engine, openEngine } from './engine'

let app: TestApp
let organization: Organization
let engine: Engine

beforeAll(async () => {
  app = await startApp({ startAt: '2020-03-02T10:00:00+08:00' })
  organization = await buildOrganization(app)
  engine = openEngine(app)
})
beforeEach(() => engine.clear())
afterAll(() => app.close())

const reporter = 'openid-reporter'
const left = () => engine.left(reporter, 'answerReady')
const listOf = async (name: keyof Organization) =>
  (await as(app, organization[name]).ok('notifier.listCallList', {})).items

/** A report up to the unit's desk. */
const handled = async (openid = reporter): Promise<string> => {
  const { id } = await app.ok(openid, 'feedback.submit', reportInput())
  await as(app, organization.intake).ok('feedback.admit', admission(id))
  await as(app, organization.intake).ok('feedback.assign', { feedbackId: id, unitId: 'water' })
  return id
}
const answer = async (id: string) => {
  await as(app, organization.waterStaff).ok('feedback.submitAnswer', answerOf(id))
  await as(app, organization.coordinator).ok('feedback.releaseAnswer', { feedbackId: id })
}
const extend = (id: string) =>
  as(app, organization.coordinator).ok('feedback.extendAnswer', {
    feedbackId: id,
    reason: '要再检测一次',
  })
let runs = 0
/** Each run a minute after the last: what it makes stands in that order. */
const run = () => {
  const at = app.clock.now() + 8 * 3_600_000 + runs++ * 60_000
  return engine.run(new Date(at).toISOString().slice(0, 16))
}
const told = () => engine.sent.map(({ data }) => data.phrase2)
const myStates = async () =>
  (await app.ok(reporter, 'notifier.listMyMessages', {})).items.map(({ state }) => state)

describe('consents of a reporter', () => {
  test('are kept for the answer: an extension’s news is shown in the app', async () => {
    const id = await handled()
    await engine.allow(reporter, 'answerReady', 1)
    await extend(id)
    await run()
    expect(told()).toEqual([])
    expect(await left()).toBe(1)
    expect((await myStates())[0]).toBe('kept')
    await answer(id)
    await run()
    expect(told()).toEqual(['已答复'])
    expect(await left()).toBe(0)
    expect(await myStates()).toEqual(['sent', 'kept'])
  })

  test('are spent on other news while more are left than reports wait for an answer', async () => {
    const [first] = [await handled('openid-other'), await handled('openid-other')]
    await engine.allow('openid-other', 'answerReady', 3)
    await extend(first)
    await run()
    expect(told()).toEqual(['延期答复'])
    expect(await engine.left('openid-other', 'answerReady')).toBe(2)
  })

  test('are kept for a second look, and for a report that became part of another', async () => {
    const [first, second, third] = [
      await handled('openid-third'),
      await handled('openid-third'),
      await handled('openid-third'),
    ]
    await as(app, organization.intake).ok('feedback.merge', { feedbackId: second, intoId: third })
    await answer(first)
    await app.ok('openid-third', 'feedback.rate', {
      feedbackId: first,
      rating: 'notDone',
      words: '还是臭',
    })
    await engine.clear()
    // The second look, the merged one and its target wait: three.
    await engine.allow('openid-third', 'answerReady', 3)
    await extend(third)
    await run()
    expect(told()).toEqual([])
    await engine.allow('openid-third', 'answerReady', 2)
    const { items } = await app.ok('openid-third', 'notifier.listMyMessages', {})
    expect(items[0]?.state).toBe('kept')
  })

  test('are kept by way of any number of merges', async () => {
    const own = await app.ok('openid-far-away', 'feedback.submit', reportInput())
    let last = own.id
    for (let place = 1; place <= 8; place += 1) {
      const into = await handled(`openid-link-${place}`)
      const merge = { feedbackId: last, intoId: into }
      await as(app, organization.intake).ok('feedback.merge', merge)
      last = into
    }
    await engine.clear()
    await engine.allow('openid-far-away', 'answerReady', 1)
    await extend(last)
    await run()
    expect(told()).toEqual([])
    expect(await engine.left('openid-far-away', 'answerReady')).toBe(1)
    await answer(last)
    await run()
    expect(await engine.left('openid-far-away', 'answerReady')).toBe(0)
  })

  test('are taken by answers in the order in which they came', async () => {
    const [first, second] = [await handled(), await handled()]
    await engine.allow(reporter, 'answerReady', 1)
    await app.clock.jump(at('2020-03-05T22:10'))
    await answer(first)
    await app.clock.jump(at('2020-03-05T22:20'))
    await answer(second)
    await run()
    await engine.run('2020-03-06T08:00')
    const numbers = await Promise.all(
      [first, second].map(
        async (feedbackId) => (await app.ok(reporter, 'feedback.get', { feedbackId })).number,
      ),
    )
    expect(engine.sent.map(({ data }) => data.character_string1)).toEqual([numbers[0]])
    expect(await listOf('intake')).toMatchObject([{ title: numbers[1], reason: 'noConsent' }])
  })
})

describe('news that reached nobody', () => {
  beforeAll(() => app.clock.jump(at('2020-03-06T09:30')))
  const proposed: NoticeToSend = {
    notice: 'timelineProposed',
    thing: 'timeline',
    thingId: 't1',
    node: '1',
    to: { unitId: 'farm', roles: ['enterpriseAgent'] },
    title: '粪污处理设施整改',
    dueOn: '2020-03-17',
    regionCode: '440902101',
    hiddenFrom: [],
  }

  test('an answer stands on intake’s list by its number, and names nobody', async () => {
    const id = await handled('openid-fourth')
    await answer(id)
    await run()
    const rows = await listOf('intake')
    expect(rows).toMatchObject([
      {
        about: 'notice',
        notice: 'answerReady',
        thing: 'feedback',
        thingId: id,
        unitName: '',
        personName: null,
        phone: null,
        reason: 'noConsent',
      },
    ])
    expect(await listOf('coordinator')).toEqual([])
    const stored = await engine.database.getMany('callList', [rows[0]!.id])
    expect(JSON.stringify(stored)).not.toContain(await engine.personOf('openid-fourth'))
  })

  test('leaves the list once the reporter has rated', async () => {
    const id = await handled('openid-fifth')
    await answer(id)
    await run()
    expect(await listOf('intake')).toHaveLength(1)
    await app.ok('openid-fifth', 'feedback.rate', {
      feedbackId: id,
      rating: 'done',
      words: '',
    })
    expect(await listOf('intake')).toEqual([])
  })

  test('is not on the list of a desk that the report accuses', async () => {
    const { id } = await app.ok('openid-sixth', 'feedback.submit', reportInput())
    await engine.tell(
      {
        notice: 'feedbackDeclined',
        thing: 'feedback',
        thingId: id,
        node: '1',
        to: { reportersOf: id },
        title: 'number',
        dueOn: null,
        regionCode: '440902101201',
        hiddenFrom: ['office'],
      },
      '2020-03-06T10:00',
    )
    await engine.run('2020-03-06T10:10')
    expect(await listOf('intake')).toEqual([])
  })

  test('of an agreement stands on the office’s list, naming firm, person and phone', async () => {
    await engine.tell(proposed, '2020-03-06T10:00')
    await engine.run('2020-03-06T10:10')
    expect(await listOf('coordinator')).toMatchObject([
      {
        notice: 'timelineProposed',
        unitName: '某某养殖有限公司',
        role: 'enterpriseAgent',
        personName: 'enterprise',
        phone: '0668-2000000',
        title: '粪污处理设施整改',
        dueOn: '2020-03-17',
      },
    ])
    expect(await listOf('intake')).toEqual([])
  })

  test('gives way to later news of the same thing, and goes when that arrives', async () => {
    const next = (notice: Notice, node: string) =>
      engine.tell({ ...proposed, notice, node }, '2020-03-06T10:00')
    await next('timelineProposed', '1')
    await engine.run('2020-03-06T10:10')
    await next('timelineMediated', '2')
    await engine.run('2020-03-06T10:20')
    expect((await listOf('coordinator')).map(({ notice }) => notice)).toEqual(['timelineMediated'])
    await engine.allow('openid-enterprise', 'timeline', 1)
    await next('timelineAgreed', '3')
    await engine.run('2020-03-06T10:30')
    expect(await listOf('coordinator')).toEqual([])
  })
})

describe('the call list names who was not reached', () => {
  const owed = {
    id: 'feedback.f1.admitFeedback.admit',
    kind: 'admitFeedback',
    thing: 'feedback',
    thingId: 'f1',
    node: 'admit',
    title: '群众反映 2020-0302-ABC',
    dueOn: '2020-03-09',
    madeOn: '2020-02-23',
    unitId: null,
    signerOwes: false,
    heldBy: null,
    notBy: [],
    roles: ['intake'],
    regionCode: '440902101201',
    hiddenFrom: [],
    risesOn: null,
    provisional: false,
    open: true,
    nextStepOn: '2020-03-06',
  } as const

  test('a desk by its unit, person and phone', async () => {
    await engine.owe(owed)
    await engine.run('2020-03-06T11:00')
    expect(await listOf('coordinator')).toMatchObject([
      { unitName: '市整改办', role: 'intake', personName: 'intake', phone: '0668-2000000' },
    ])
  })

  test('the desk of a report that nobody admitted and nobody consented to hear of', async () => {
    const { id } = await app.ok('openid-left-lying', 'feedback.submit', reportInput())
    const mine = async () => (await listOf('coordinator')).filter(({ thingId }) => thingId === id)
    for (let day = 7; day <= 20 && (await mine()).length === 0; day += 1)
      await engine.run(`2020-03-${String(day).padStart(2, '0')}T11:00`)
    const rows = await mine()
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows)
      expect(row).toMatchObject({
        unitName: '市整改办',
        role: 'intake',
        personName: 'intake',
        phone: '0668-2000000',
      })
  })

  test('the coordinator, where the step was the coordinator’s to hear of', async () => {
    await engine.owe({
      ...owed,
      kind: 'submitPlan',
      thing: 'task',
      unitId: 'water',
      roles: ['unitStaff'],
      dueOn: '2020-02-24',
      nextStepOn: '2020-03-06',
    })
    await engine.allow('openid-waterStaff', 'deadline', 1)
    await engine.run('2020-03-06T11:00')
    const rows = await listOf('coordinator')
    expect(rows.map(({ role, personName }) => [role, personName]).sort()).toEqual([
      ['coordinator', 'coordinator'],
      ['coordinator', 'otherCoordinator'],
    ])
  })

  test('a desk without anybody by what it is', async () => {
    await engine.owe({ ...owed, roles: ['caseOfficer'] })
    await engine.run('2020-03-06T11:00')
    expect(await listOf('coordinator')).toMatchObject([
      { unitName: '', role: 'caseOfficer', personName: null, reason: 'noRecipient' },
    ])
  })
})
