import { startApp, type TestApp } from '../../support/app'
import { openDatabase } from '../task/ledger'

describe('the pipeline of every function', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  it('answers a stranger as a resident without any membership', async () => {
    const me = await app.ok('openid-stranger', 'identity.whoAmI', {})
    expect(me).toMatchObject({ memberships: [], actingAs: null, village: null })
    expect(me.host.filingNumber).not.toBe('')
  })

  it('refuses an action that does not exist', async () => {
    const reply = await app.raw('openid-stranger', 'identity', {
      action: 'identity.obey',
      input: {},
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'ACTION.UNKNOWN' } })
  })

  it('refuses an action of another function', async () => {
    const reply = await app.raw('openid-stranger', 'identity', {
      action: 'feedback.submit',
      input: {},
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'ACTION.UNKNOWN' } })
  })

  it.each([
    ['no event', null],
    ['no action', {}],
    ['an action that is no text', { action: 7 }],
    ['a name every object has', { action: 'constructor' }],
  ])('refuses %s', async (_what, event) => {
    const reply = await app.raw('openid-stranger', 'identity', event)
    expect(reply).toMatchObject({ ok: false, error: { code: 'ACTION.UNKNOWN' } })
  })

  it('names the fields of an input that is wrong, and refuses unknown ones', async () => {
    const event = {
      action: 'identity.setVillage',
      input: { regionCode: 7, openid: 'somebody-else' },
      idempotencyKey: 'k',
    }
    const reply = await app.raw('openid-stranger', 'identity', event)
    expect(reply).toMatchObject({ ok: false, error: { code: 'INPUT.INVALID' } })
    expect(!reply.ok && reply.error.fields).toContain('regionCode')
  })

  it('asks every write for an idempotency key', async () => {
    const event = { action: 'identity.setVillage', input: { regionCode: null } }
    const reply = await app.raw('openid-stranger', 'identity', event)
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'INPUT.INVALID', fields: ['idempotencyKey'] },
    })
  })

  it('takes nobody’s word for who they are: openid, role and membership in the payload are claims', async () => {
    const event = {
      action: 'identity.listUnits',
      input: {},
      openid: 'openid-first-administrator',
      userInfo: { openId: 'openid-first-administrator' },
      role: 'administrator',
      actAs: 'office-administrator',
    }
    const reply = await app.raw('openid-stranger', 'identity', event)
    expect(reply).toMatchObject({ ok: false, error: { code: 'IDENTITY.MEMBERSHIP_UNKNOWN' } })
  })

  it('does not let a person play the timer', async () => {
    const reply = await app.raw('openid-stranger', 'identity', { Type: 'Timer', TriggerName: 'x' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'ACTION.UNKNOWN' } })
  })

  it('answers a repeated arrival with the first reply', async () => {
    const key = 'one-intention'
    const first = await app.call('openid-a', 'identity.setVillage', { regionCode: null }, { key })
    const again = await app.call('openid-a', 'identity.setVillage', { regionCode: null }, { key })
    expect(first.ok).toBe(true)
    expect(again).toEqual(first)
  })

  it('does not answer another input with an old key’s reply: it was never done', async () => {
    const key = 'used-for-another'
    await app.ok('openid-a', 'identity.setVillage', { regionCode: null }, { key })
    const other = await app.call(
      'openid-a',
      'identity.setVillage',
      { regionCode: '440902101201' },
      { key },
    )
    expect(other).toMatchObject({
      ok: false,
      error: { code: 'INPUT.INVALID', fields: ['idempotencyKey'] },
    })
  })

  it('lets a key be used again after a refusal, also for another input', async () => {
    const key = 'refused-first'
    const send = (regionCode: string | null) =>
      app.call('openid-a', 'identity.setVillage', { regionCode }, { key })
    expect(await send('440999')).toMatchObject({ ok: false, error: { code: 'THING.NOT_FOUND' } })
    expect(await send(null)).toMatchObject({ ok: true })
  })

  it('does not let a caller without an account play the timer either', async () => {
    const { result } = await openDatabase(app).cloud.callFunction({
      name: 'identity',
      data: { Type: 'Timer', TriggerName: 'x' },
    })
    expect(result).toMatchObject({ ok: false, error: { code: 'ACTION.UNKNOWN' } })
  })

  it('refuses an input that is longer than one call may carry', async () => {
    const event = { action: 'identity.listUnits', input: { query: 'x'.repeat(90_000) } }
    const reply = await app.raw('openid-stranger', 'identity', event)
    expect(reply).toMatchObject({ ok: false, error: { code: 'INPUT.TOO_LARGE' } })
  })
})
