import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { at, type Engine, obligation, openEngine } from './engine'

let app: TestApp
let organization: Organization
let engine: Engine

beforeAll(async () => {
  app = await startApp()
  organization = await buildOrganization(app)
  engine = openEngine(app)
})
beforeEach(() => engine.clear())
afterAll(() => app.close())

const staff = 'openid-housingStaff'
const owed = async (change = {}) => {
  await engine.signed('a', 'housing', await engine.personOf(staff))
  await engine.owe(obligation('a', { signerOwes: true, ...change }))
}

const callList = async (name: keyof Organization = 'coordinator') => {
  const { openid, actAs } = organization[name]
  return (await app.ok(openid, 'notifier.listCallList', {}, { actAs })).items
}
const myMessages = async () => (await app.ok(staff, 'notifier.listMyMessages', {})).items

describe('sending', () => {
  test('uses up one consent and is on the person’s own list as sent', async () => {
    await engine.allow(staff, 'deadline', 2)
    await owed()
    await engine.run('2020-03-03T09:00')
    expect(await engine.left(staff, 'deadline')).toBe(1)
    expect(await myMessages()).toMatchObject([
      { template: 'deadline', about: 'digest', state: 'sent', things: 1 },
    ])
    expect(await callList()).toEqual([])
  })

  test('without a consent WeChat is not asked and the coordinator phones', async () => {
    await owed()
    await engine.run('2020-03-03T09:00')
    expect(engine.sent).toEqual([])
    expect(await callList()).toMatchObject([
      {
        on: '2020-03-03',
        unitName: '市住房城乡建设局',
        phone: '0668-2000000',
        title: '任务a',
        dueOn: '2020-03-10',
        reason: 'noConsent',
      },
    ])
  })

  test('43101 sets the ledger to 0: WeChat’s word is the truth', async () => {
    await engine.allow(staff, 'deadline', 5)
    engine.state.answer = { ok: false, errcode: 43101, errmsg: 'user refuse' }
    await owed()
    await engine.run('2020-03-03T09:00')
    expect(await engine.left(staff, 'deadline')).toBe(0)
    expect(await callList()).toMatchObject([{ reason: 'noConsent' }])
  })

  test.each([40003, 40037, 41030, 47003, 45168])(
    '%i is never tried again and gives the consent back',
    async (errcode) => {
      await engine.allow(staff, 'deadline', 1)
      engine.state.answer = { ok: false, errcode, errmsg: '' }
      await owed()
      expect(await engine.run('2020-03-03T09:00')).toEqual({ nextDueAt: at('2020-03-06T09:00') })
      await engine.run('2020-03-03T12:00')
      expect(engine.sent).toHaveLength(1)
      expect(await engine.left(staff, 'deadline')).toBe(1)
      expect(await callList()).toMatchObject([{ reason: 'failed' }])
    },
  )

  test.each([43108, -1, 45011])('%i is tried again ten minutes later', async (errcode) => {
    await engine.allow(staff, 'deadline', 1)
    engine.state.answer = { ok: false, errcode, errmsg: '' }
    await owed()
    expect(await engine.run('2020-03-03T09:00')).toEqual({ nextDueAt: at('2020-03-03T09:10') })
    await engine.run('2020-03-03T09:09')
    expect(engine.sent).toHaveLength(1)
    engine.state.answer = { ok: true, errcode: 0, errmsg: 'ok' }
    await engine.run('2020-03-03T09:10')
    expect(engine.sent).toHaveLength(2)
    expect(await myMessages()).toMatchObject([{ state: 'sent' }])
    expect(await engine.left(staff, 'deadline')).toBe(0)
  })

  test('a system that stays busy is given up after six attempts', async () => {
    await engine.allow(staff, 'deadline', 1)
    engine.state.answer = { ok: false, errcode: -1, errmsg: '' }
    await owed()
    let due: number | null = at('2020-03-03T09:00')
    for (let runs = 0; runs < 6 && due !== null; runs += 1)
      due = (await engine.run(new Date(due + 8 * 3_600_000).toISOString().slice(0, 16))).nextDueAt
    expect(engine.sent).toHaveLength(6)
    expect(await callList()).toMatchObject([{ reason: 'failed' }])
    expect(await engine.left(staff, 'deadline')).toBe(1)
  })

  test('45009 stops everything until tomorrow morning', async () => {
    await engine.allow(staff, 'deadline', 2)
    await engine.allow('openid-waterStaff', 'deadline', 1)
    engine.state.answer = { ok: false, errcode: 45009, errmsg: 'reach max api daily quota limit' }
    await owed()
    await engine.owe(obligation('b', { unitId: 'water' }))
    const reply = await engine.run('2020-03-03T09:00')
    expect(engine.sent).toHaveLength(1)
    expect(reply.nextDueAt).toBe(at('2020-03-04T08:00'))
    engine.state.answer = { ok: true, errcode: 0, errmsg: 'ok' }
    await engine.run('2020-03-03T20:00')
    expect(engine.sent).toHaveLength(1)
    await engine.run('2020-03-04T08:00')
    expect(engine.sent).toHaveLength(3)
  })

  test('40164 stops the run for an hour and loses no consent', async () => {
    await engine.allow(staff, 'deadline', 1)
    engine.state.answer = { ok: false, errcode: 40164, errmsg: 'invalid ip' }
    await owed()
    expect(await engine.run('2020-03-03T09:00')).toEqual({ nextDueAt: at('2020-03-03T10:00') })
    expect(await engine.left(staff, 'deadline')).toBe(1)
  })

  test('what waited for mended settings in the evening does not ring at night', async () => {
    await engine.allow(staff, 'deadline', 1)
    engine.state.answer = { ok: false, errcode: 40164, errmsg: 'invalid ip' }
    await owed()
    await engine.run('2020-03-03T20:30')
    engine.state.answer = { ok: true, errcode: 0, errmsg: 'ok' }
    expect(await engine.run('2020-03-03T21:30')).toEqual({ nextDueAt: at('2020-03-04T08:00') })
    expect(engine.sent).toHaveLength(1)
    await engine.run('2020-03-04T08:00')
    expect(engine.sent).toHaveLength(2)
  })

  test('an outcome that nobody knows is listed and never sent again by itself', async () => {
    await engine.allow(staff, 'deadline', 3)
    engine.state.answer = { ok: false, errcode: null, errmsg: 'no answer' }
    await owed()
    await engine.run('2020-03-03T09:00')
    engine.state.answer = { ok: true, errcode: 0, errmsg: 'ok' }
    await engine.run('2020-03-03T10:00')
    expect(engine.sent).toHaveLength(1)
    expect(await callList()).toMatchObject([{ reason: 'unknown' }])
    expect(await engine.left(staff, 'deadline')).toBe(2)
  })

  test('a run that died while sending leaves an unknown outcome, not a second message', async () => {
    await engine.allow(staff, 'deadline', 3)
    engine.state.dies = true
    await owed()
    await expect(engine.run('2020-03-03T09:00')).rejects.toThrow('the process died')
    engine.state.dies = false
    // The dead run's lease still holds.
    expect(await engine.run('2020-03-03T09:01')).toEqual({ nextDueAt: at('2020-03-03T09:02') })
    await engine.run('2020-03-03T09:10')
    expect(engine.sent).toHaveLength(1)
    expect(await myMessages()).toMatchObject([{ state: 'unknown' }])
    expect(await callList()).toMatchObject([{ reason: 'unknown' }])
  })
})

describe('a report against an office', () => {
  const against = (unitId: string) =>
    obligation('a', {
      kind: 'assignFeedback',
      thing: 'feedback',
      unitId: null,
      roles: ['intake'],
      dueOn: '2020-03-03',
      hiddenFrom: [unitId],
    })

  test('is told to nobody there, not even by the call list', async () => {
    await engine.allow('openid-intake', 'deadline', 1)
    await engine.owe(against('office'))
    await engine.run('2020-03-03T09:00')
    expect(engine.sent).toEqual([])
    expect(await callList()).toEqual([])
    const [row] = await engine.database.find('callList', { on: '2020-03-03' }, { limit: 1 })
    expect(row).toMatchObject({ reason: 'noRecipient' })
  })

  test('of somebody else is told as ever', async () => {
    await engine.allow('openid-intake', 'deadline', 1)
    await engine.owe(against('housing'))
    await engine.run('2020-03-03T09:00')
    expect(engine.sent).toHaveLength(1)
  })
})

describe('the call list', () => {
  test('loses whoever a later message has reached', async () => {
    await owed()
    await engine.run('2020-03-03T09:00')
    expect(await callList()).toHaveLength(1)
    await engine.allow(staff, 'deadline', 1)
    await engine.run('2020-03-06T09:00')
    const left = await callList()
    expect(left.map(({ reason }) => reason)).toEqual(['noConsent'])
    // What is left is the leader, who is told from three days before.
    expect(engine.sent).toHaveLength(1)
  })

  test('loses what was done', async () => {
    await owed()
    await engine.run('2020-03-03T09:00')
    await engine.done('a')
    expect(await callList()).toEqual([])
  })

  test('names a unit in which nobody can be told', async () => {
    await engine.owe(obligation('a', { unitId: 'farm-other', roles: ['unitStaff'] }))
    await engine.run('2020-03-03T09:00')
    expect(await callList()).toMatchObject([
      { unitName: '另一养殖有限公司', personName: null, reason: 'noRecipient' },
    ])
  })

  test('is the coordinator’s own region only', async () => {
    await owed({ regionCode: '440902101' })
    await engine.run('2020-03-03T09:00')
    expect(await callList('coordinator')).toHaveLength(1)
    expect(await callList('coordinatorDianbai')).toEqual([])
  })

  test.each(['housingStaff', 'inspector', 'cityLeader', 'administrator'] as const)(
    'is refused to %s',
    async (name) => {
      const { openid, actAs } = organization[name]
      expect(await app.refusal(openid, 'notifier.listCallList', {}, { actAs })).toBe('ACCESS.ROLE')
    },
  )
})
