import { startApp, type TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { buildOrganization, type Organization } from '../../support/organization'
import { openDatabase } from '../task/ledger'

let app: TestApp
let organization: Organization

beforeAll(async () => {
  app = await startApp()
  organization = await buildOrganization(app)
})
afterAll(() => app.close())

describe('the pipeline of every function', () => {
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

  it('takes nobody else’s membership', async () => {
    const { coordinator } = organization
    const input = {}
    const as = { actAs: coordinator.actAs }
    expect(await app.refusal('openid-stranger', 'identity.listUnits', input, as)).toBe(
      'IDENTITY.MEMBERSHIP_UNKNOWN',
    )
    // Nor does a member get through as who they are themselves.
    const { openid } = organization.intake
    expect(await app.refusal(openid, 'identity.listUnits', input, as)).toBe(
      'IDENTITY.MEMBERSHIP_UNKNOWN',
    )
    expect((await app.call(coordinator.openid, 'identity.listUnits', input, as)).ok).toBe(true)
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

describe('a write that arrives more than once', () => {
  const templateId = testEnvironment.TEMPLATE_DEADLINE
  const accept = { results: [{ templateId, outcome: 'accept' as const }] }
  const consent = (openid: string, key: string) =>
    app.call(openid, 'notifier.recordConsent', accept, { key })
  const left = async (openid: string) =>
    (await app.ok(openid, 'identity.whoAmI', {})).consents.find(
      ({ template }) => template === 'deadline',
    )?.left
  const strike = (rule: object) =>
    fetch(`${app.origin}/_local/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ times: 1, ...rule }),
    })

  it('is done once and answered with the first reply', async () => {
    const first = await consent('openid-a', 'one-intention')
    const again = await consent('openid-a', 'one-intention')
    expect(first.ok).toBe(true)
    expect(again).toEqual(first)
    expect(await left('openid-a')).toBe(1)
  })

  it('is done once when both arrive together, and both get the same answer', async () => {
    await app.ok('openid-together', 'identity.setVillage', { regionCode: null })
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => consent('openid-together', 'together')),
    )
    expect(replies[0]!.ok).toBe(true)
    for (const reply of replies) expect(reply).toEqual(replies[0])
    expect(await left('openid-together')).toBe(1)
  })

  it.each([
    ['the commit’s answer is lost', 'database.commitTransaction', 'after', true],
    ['the commit never arrives', 'database.commitTransaction', 'before', false],
    ['the first write fails', 'database.startTransaction', 'before', false],
  ] as const)('answers truthfully and at once when %s', async (_what, action, when, isDone) => {
    const openid = `openid-${action}-${when}`
    await app.ok(openid, 'identity.setVillage', { regionCode: null })
    await strike({ action, kind: 'error', when })
    const first = await consent(openid, 'struck')
    expect(first.ok).toBe(isDone)
    const again = await consent(openid, 'struck')
    expect(again.ok).toBe(true)
    if (isDone) expect(again).toEqual(first)
    expect(await left(openid)).toBe(1)
  })

  it('is answered as it was, also when it would be refused now', async () => {
    const { administrator } = organization
    const as = { actAs: administrator.actAs }
    const invitation = {
      role: 'unitStaff',
      unitKey: 'water',
      regionCode: '440900',
      name: '短工',
    } as const
    const { code } = await app.ok(administrator.openid, 'identity.invite', invitation, as)
    const take = () =>
      app.call('openid-short', 'identity.acceptInvitation', { code }, { key: 'take' })
    const first = await take()
    if (!first.ok) throw new Error(first.error.code)
    const end = { membershipId: first.data.membership.id }
    await app.ok(administrator.openid, 'identity.endMembership', end, as)
    expect(await take()).toEqual(first)
    expect((await app.ok('openid-short', 'identity.whoAmI', {})).memberships).toEqual([])
  })

  it('with another input under an old key was never done, and says so', async () => {
    await consent('openid-a', 'used-for-another')
    const refused = { results: [{ templateId, outcome: 'reject' as const }] }
    expect(
      await app.call('openid-a', 'notifier.recordConsent', refused, { key: 'used-for-another' }),
    ).toMatchObject({ ok: false, error: { code: 'INPUT.INVALID', fields: ['idempotencyKey'] } })
  })

  it('lets a key be used again after a refusal, also for another input', async () => {
    const send = (code: string) =>
      app.call('openid-a', 'identity.acceptInvitation', { code }, { key: 'refused-first' })
    expect(await send('2222222222')).toMatchObject({
      ok: false,
      error: { code: 'IDENTITY.INVITATION_INVALID' },
    })
    const { administrator } = organization
    const invitation = {
      role: 'unitStaff',
      unitKey: 'water',
      regionCode: '440900',
      name: '新人',
    } as const
    const { code } = await app.ok(administrator.openid, 'identity.invite', invitation, {
      actAs: administrator.actAs,
    })
    expect(await send(code)).toMatchObject({ ok: true })
  })

  it('that changes nothing when it is repeated keeps no reply', async () => {
    const key = 'village'
    const set = () => app.call('openid-a', 'identity.setVillage', { regionCode: null }, { key })
    expect(await set()).toMatchObject({ ok: true, data: { village: null } })
    expect(await set()).toMatchObject({ ok: true, data: { village: null } })
  })
})
