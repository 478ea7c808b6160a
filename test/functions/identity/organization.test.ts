import type { StaffRole } from '@/domain/organization/role'
import type { ActionInput } from '@/contract/actions'
import { buildOrganization, units, type Organization } from '../../support/organization'
import { startApp, type TestApp } from '../../support/app'
import { openDatabase } from '../task/ledger'
import { makeCipher } from '@/cloudfunctions/_stores/cipher'
import { administratorOpenid, testEnvironment } from '../../support/environment'

let app: TestApp
let organization: Organization

beforeAll(async () => {
  app = await startApp()
  organization = await buildOrganization(app)
})
afterAll(() => app.close())

const administrator = () => ({ actAs: organization.administrator.actAs })
type Tables = ActionInput<'identity.importOrganization'>
const importing = (input: Partial<Tables>) => {
  const tables: Tables = { regions: [], units: [], ...input }
  return [administratorOpenid, 'identity.importOrganization', tables] as const
}

const invite = (change: Partial<ActionInput<'identity.invite'>> = {}) =>
  [
    administratorOpenid,
    'identity.invite',
    { role: 'unitStaff', unitKey: 'housing', regionCode: '440900', name: '新来的', ...change },
  ] as const

describe('the first administrator', () => {
  it('is the person whose openid stands in the environment, once', async () => {
    const again = await app.ok(administratorOpenid, 'identity.whoAmI', {})
    expect(again.memberships).toMatchObject([
      { role: 'administrator', unit: { id: 'office' }, region: { code: '440900', name: '茂名市' } },
    ])
  })

  it('is nobody else', async () => {
    const stranger = await app.ok('openid-stranger', 'identity.whoAmI', {})
    expect(stranger).toMatchObject({ memberships: [], actingAs: null, identityLooks: 0 })
  })

  it('keeps the names that were imported over its own office', async () => {
    await app.ok(administratorOpenid, 'identity.whoAmI', {})
    const { items } = await app.ok(
      administratorOpenid,
      'identity.listUnits',
      { query: '市整改办' },
      administrator(),
    )
    expect(items).toEqual([
      {
        id: 'office',
        name: '市整改办',
        kind: 'department',
        region: { code: '440900', name: '茂名市' },
      },
    ])
  })
})

describe('importing regions and units', () => {
  it('changes by key and does not add', async () => {
    const renamed = { ...units[2]!, name: '市住房和城乡建设局' }
    await app.ok(...importing({ units: [renamed] }), administrator())
    const { items } = await app.ok(
      administratorOpenid,
      'identity.listUnits',
      { query: '住房' },
      administrator(),
    )
    expect(items.map(({ id, name }) => [id, name])).toEqual([['housing', '市住房和城乡建设局']])
    // Lists go on printing the old name: it still finds the unit.
    const old = await app.ok(
      administratorOpenid,
      'identity.listUnits',
      { query: '市住房城乡' },
      administrator(),
    )
    expect(old.items).toHaveLength(1)
  })

  it('names the row that lies in a region nobody knows', async () => {
    const reply = await app.call(
      ...importing({
        regions: [{ code: '440999101', name: '无县镇', level: 'town', parentCode: '440999' }],
        units: [{ ...units[0]!, key: 'lost', regionCode: '440998' }],
      }),
      administrator(),
    )
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'THING.NOT_FOUND', fields: ['regions.0.parentCode', 'units.0.regionCode'] },
    })
  })

  it('refuses a parent that does not hold the region', async () => {
    const region = {
      code: '440902102',
      name: '金塘镇',
      level: 'town',
      parentCode: '440904',
    } as const
    expect(await app.refusal(...importing({ regions: [region] }), administrator())).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('refuses rows outside the administrator’s region', async () => {
    const outside = { code: '440100', name: '广州市', level: 'city', parentCode: null } as const
    expect(await app.refusal(...importing({ regions: [outside] }), administrator())).toBe(
      'ACCESS.REGION',
    )
  })

  it('gives an administrator of a county no unit of another place by its key', async () => {
    const { code } = await app.ok(
      ...invite({ role: 'administrator', unitKey: 'office-dianbai', regionCode: '440904' }),
      administrator(),
    )
    const openid = 'openid-county-administrator'
    const { membership } = await app.ok(openid, 'identity.acceptInvitation', { code })
    const taken = { ...units[0]!, name: '电白区的市整改办', regionCode: '440904' }
    const own = { ...units[1]!, key: 'office-dianbai-2', name: '电白区整改二办' }
    const importUnit = (unit: typeof taken) =>
      app.call(
        openid,
        'identity.importOrganization',
        { regions: [], units: [unit] },
        { actAs: membership.id },
      )
    expect(await importUnit(taken)).toMatchObject({ ok: false, error: { code: 'ACCESS.REGION' } })
    expect(await importUnit(own)).toMatchObject({ ok: true })
    const { items } = await app.ok(
      administratorOpenid,
      'identity.listUnits',
      { query: '市整改办' },
      administrator(),
    )
    expect(items).toMatchObject([{ id: 'office', region: { code: '440900' } }])
  })

  const imported = (input: Parameters<typeof importing>[0]) =>
    app.call(...importing(input), administrator())
  const town = { code: '440904101', name: '南坡镇', level: 'town', parentCode: '440904' } as const
  const village = { code: '440904101201', name: '沙田村', level: 'village' } as const

  it.each([
    ['a county without a city', { ...town, code: '440981', level: 'county', parentCode: null }],
    ['a town without a county', { ...town, parentCode: null }],
    ['a village without a town', { ...village, parentCode: null }],
    ['a village in a county, past the town', { ...village, parentCode: '440904' }],
    ['a county in a county', { ...town, code: '440904', level: 'county', parentCode: '440904' }],
    ['a city in something', { ...town, code: '440900', level: 'city', parentCode: '440902' }],
  ] as const)('refuses %s, naming the row', async (_, region) => {
    expect(await imported({ regions: [region] })).toMatchObject({
      ok: false,
      error: { code: 'THING.NOT_FOUND', fields: ['regions.0.parentCode'] },
    })
  })

  it.each([
    ['a town by a village’s code', { ...town, code: '440902101301', parentCode: '440902' }],
    ['a village by a town’s code', { ...village, code: '440902101', parentCode: '440902101' }],
    [
      'a known town as a county',
      { ...town, code: '440902101', level: 'county', parentCode: '440900' },
    ],
  ] as const)('refuses %s', async (_, region) => {
    expect(await imported({ regions: [region] })).toMatchObject({ ok: false })
    const { items } = await app.ok(administratorOpenid, 'register.listRegions', {
      parentCode: '440902',
    })
    expect(items).toEqual([{ code: '440902101', name: '石湖镇', level: 'town' }])
  })

  it('refuses a code or a key twice: which row counts nobody knows', async () => {
    const other = { ...town, name: '另一个镇' }
    expect(await imported({ regions: [town, other] })).toMatchObject({
      error: { code: 'ORGANIZATION.LEVEL', fields: ['regions.1.code'] },
    })
    expect(
      await imported({ units: [units[1]!, { ...units[1]!, name: '另一个名字' }] }),
    ).toMatchObject({ error: { code: 'ORGANIZATION.LEVEL', fields: ['units.1.key'] } })
  })

  it('takes a whole branch of the tree in one table, in any order', async () => {
    const rows = [{ ...village, parentCode: town.code }, town]
    expect(await imported({ regions: rows })).toMatchObject({ ok: true, data: { regions: 2 } })
  })

  it('refuses another kind of body while somebody acts for it, and takes it afterwards', async () => {
    const farm = units.find(({ key }) => key === 'farm-other')!
    const asDepartment = { ...farm, kind: 'department' as const }
    expect(await imported({ units: [units[0]!, asDepartment] })).toMatchObject({
      ok: false,
      error: { code: 'ORGANIZATION.STAFFED', fields: ['units.1.kind'] },
    })
    const empty = { ...farm, key: 'farm-nobody', name: '没有人的公司' }
    expect(await imported({ units: [empty] })).toMatchObject({ ok: true })
    expect(await imported({ units: [{ ...empty, kind: 'department' as const }] })).toMatchObject({
      ok: true,
    })
  })

  it('refuses to move a village’s branch while its officer is there', async () => {
    const branch = units.find(({ kind }) => kind === 'partyBranch')!
    expect(await imported({ units: [{ ...branch, regionCode: '440902101202' }] })).toMatchObject({
      ok: false,
      error: { code: 'ORGANIZATION.STAFFED', fields: ['units.0.regionCode'] },
    })
  })

  it('lets nobody into a body that became another sort since the invitation', async () => {
    const office = { ...units[1]!, key: 'office-small', name: '小办公室' }
    await imported({ units: [office] })
    const { code } = await app.ok(...invite({ unitKey: office.key }), administrator())
    await imported({ units: [{ ...office, kind: 'enterprise' as const }] })
    expect(await app.refusal('openid-too-late', 'identity.acceptInvitation', { code })).toBe(
      'IDENTITY.INVITATION_INVALID',
    )
  })

  it('is the administrator’s alone', async () => {
    for (const name of ['coordinator', 'cityLeader', 'housingLeader'] as const) {
      const { openid, actAs } = organization[name]
      expect(
        await app.refusal(
          openid,
          'identity.importOrganization',
          { regions: [], units: [] },
          { actAs },
        ),
      ).toBe('ACCESS.ROLE')
      expect(await app.refusal(openid, 'identity.invite', invite()[2], { actAs })).toBe(
        'ACCESS.ROLE',
      )
      expect(
        await app.refusal(
          openid,
          'identity.endMembership',
          { membershipId: organization.coordinator.actAs },
          { actAs },
        ),
      ).toBe('ACCESS.ROLE')
    }
  })
})

describe('an invitation', () => {
  it('is ten letters that cannot be misread', async () => {
    const { code } = await app.ok(...invite(), administrator())
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/)
  })

  it('makes one membership and is then used up', async () => {
    const { code } = await app.ok(...invite({ unitKey: 'water' }), administrator())
    const { membership } = await app.ok('openid-new', 'identity.acceptInvitation', {
      code: code.toLowerCase(),
    })
    expect(membership).toMatchObject({ role: 'unitStaff', unit: { id: 'water', name: '市水务局' } })
    expect(await app.refusal('openid-later', 'identity.acceptInvitation', { code })).toBe(
      'IDENTITY.INVITATION_INVALID',
    )
    const me = await app.ok('openid-new', 'identity.whoAmI', {}, { actAs: membership.id })
    expect(me).toMatchObject({ actingAs: membership.id, memberships: [{ id: membership.id }] })
  })

  it('gives only one of two who accept at once the membership', async () => {
    const { code } = await app.ok(...invite(), administrator())
    const replies = await Promise.all(
      ['openid-race-a', 'openid-race-b'].map((openid) =>
        app.call(openid, 'identity.acceptInvitation', { code }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('gives a repeated arrival the same membership', async () => {
    const { code } = await app.ok(...invite(), administrator())
    const send = () =>
      app.ok('openid-twice', 'identity.acceptInvitation', { code }, { key: 'accept-once' })
    expect(await send()).toEqual(await send())
    expect((await app.ok('openid-twice', 'identity.whoAmI', {})).memberships).toHaveLength(1)
  })

  it('stands nowhere in the database', async () => {
    const { code } = await app.ok(...invite(), administrator())
    const database = openDatabase(app)
    const { command } = database
    for (const collection of ['replies', 'invitations']) {
      const docs = await database.find(
        collection,
        { _id: command.gt('') },
        { sort: [['_id', 'asc']], limit: 100 },
      )
      expect(docs.length).toBeGreaterThan(0)
      expect(JSON.stringify(docs)).not.toContain(code)
    }
  })

  it('refuses a code that was never issued', async () => {
    expect(
      await app.refusal('openid-guess', 'identity.acceptInvitation', { code: '2222222222' }),
    ).toBe('IDENTITY.INVITATION_INVALID')
  })

  it('fits the role to the body: a village officer has a village, a firm’s agent a firm', async () => {
    const refused = async (role: string, unitKey: string) =>
      app.refusal(...invite({ role: role as StaffRole, unitKey }), administrator())
    expect(await refused('villageOfficer', 'housing')).toBe('ACCESS.UNIT')
    expect(await refused('enterpriseAgent', 'housing')).toBe('ACCESS.UNIT')
    expect(await refused('unitStaff', 'nobody')).toBe('THING.NOT_FOUND')
    expect(await app.refusal(...invite({ regionCode: '440999' }), administrator())).toBe(
      'THING.NOT_FOUND',
    )
    expect(await refused('system', 'office')).toBe('INPUT.INVALID')
    expect(await refused('resident', 'office')).toBe('INPUT.INVALID')
  })

  it('never makes one person both enter and audit money', async () => {
    const money = await app.ok(...invite({ role: 'financeOfficer' }), administrator())
    await app.ok('openid-money', 'identity.acceptInvitation', { code: money.code })
    const audit = await app.ok(...invite({ role: 'auditor' }), administrator())
    expect(
      await app.refusal('openid-money', 'identity.acceptInvitation', { code: audit.code }),
    ).toBe('ACCESS.SAME_PERSON')
    // The code is still good for somebody else.
    await app.ok('openid-auditor', 'identity.acceptInvitation', { code: audit.code })
  })

  it('never makes one person both by two taps at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const openid = `openid-both-${round}`
      // Somebody known is read before the transaction; somebody new is made in it.
      if (round % 2 === 0) await app.ok(openid, 'identity.setVillage', { regionCode: null })
      const codes = await Promise.all(
        (['financeOfficer', 'auditor'] as const).map(
          async (role) => (await app.ok(...invite({ role }), administrator())).code,
        ),
      )
      const replies = await Promise.all(
        codes.map((code) => app.call(openid, 'identity.acceptInvitation', { code })),
      )
      expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
      const { memberships } = await app.ok(openid, 'identity.whoAmI', {})
      expect(memberships).toHaveLength(1)
    }
  })

  it('makes nobody intake by their own hand: another person takes it', async () => {
    const { code } = await app.ok(...invite({ role: 'intake', unitKey: 'office' }), administrator())
    expect(await app.refusal(administratorOpenid, 'identity.acceptInvitation', { code })).toBe(
      'ACCESS.SAME_PERSON',
    )
    await app.ok('openid-second-intake', 'identity.acceptInvitation', { code })
  })

  it('lives fourteen days', async () => {
    const early = await app.ok(...invite(), administrator())
    const late = await app.ok(...invite(), administrator())
    await app.clock.jump(early.expiresAt - 60_000)
    await app.ok('openid-in-time', 'identity.acceptInvitation', { code: early.code })
    await app.clock.jump(late.expiresAt)
    expect(
      await app.refusal('openid-too-late', 'identity.acceptInvitation', { code: late.code }),
    ).toBe('IDENTITY.INVITATION_INVALID')
  })
})

describe('ending a membership', () => {
  it('takes it away at once and cannot be undone by the first call', async () => {
    const { code } = await app.ok(...invite(), administrator())
    const { membership } = await app.ok('openid-leaving', 'identity.acceptInvitation', { code })
    const end = { membershipId: membership.id }
    await app.ok(administratorOpenid, 'identity.endMembership', end, administrator())
    expect(
      await app.refusal('openid-leaving', 'identity.listUnits', {}, { actAs: membership.id }),
    ).toBe('IDENTITY.MEMBERSHIP_UNKNOWN')
    expect((await app.ok('openid-leaving', 'identity.whoAmI', {})).memberships).toEqual([])
  })

  it('stands in the audit with the invitation and the beginning, and names nobody', async () => {
    const { code } = await app.ok(...invite({ name: '王某某' }), administrator())
    const openid = 'openid-audited'
    const { membership } = await app.ok(openid, 'identity.acceptInvitation', { code })
    const end = { membershipId: membership.id }
    await app.ok(administratorOpenid, 'identity.endMembership', end, administrator())
    await app.ok(administratorOpenid, 'identity.endMembership', end, administrator())
    const database = openDatabase(app)
    const eventsOf = async (thingId: string) =>
      database.find(
        'auditEvents',
        { thing: 'identity', thingId },
        { sort: [['seq', 'asc']], limit: 10 },
      )
    const life = await eventsOf(membership.id)
    expect(life.map(({ event }) => event)).toEqual(['beginMembership', 'endMembership'])
    expect(life[0]).toMatchObject({ changes: { role: 'unitStaff', unitId: 'housing' } })
    const cipher = makeCipher(testEnvironment.IDENTITY_KEYS)
    const invited = await eventsOf(cipher.blind(`invitation ${code}`))
    expect(invited.map(({ event }) => event)).toEqual(['invite', 'acceptInvitation'])
    expect(JSON.stringify([...life, ...invited])).not.toMatch(/王某某|openid-audited/)
  })

  it('is not for the one that the administrator acts by: somebody always stays', async () => {
    const own = { membershipId: organization.administrator.actAs }
    expect(
      await app.refusal(administratorOpenid, 'identity.endMembership', own, administrator()),
    ).toBe('ACCESS.SAME_PERSON')
  })

  it('finds no membership that never was', async () => {
    expect(
      await app.refusal(
        administratorOpenid,
        'identity.endMembership',
        { membershipId: 'none' },
        administrator(),
      ),
    ).toBe('THING.NOT_FOUND')
  })
})
