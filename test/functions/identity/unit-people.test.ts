import type { StaffRole } from '@/domain/organization/role'
import { buildOrganization, type Organization } from '../../support/organization'
import { startApp, type TestApp } from '../../support/app'
import { administratorOpenid } from '../../support/environment'

let app: TestApp
let organization: Organization

beforeAll(async () => {
  app = await startApp()
  organization = await buildOrganization(app)
})
afterAll(() => app.close())

const administrator = () => ({ actAs: organization.administrator.actAs })
const unitOf = (unitId: string) =>
  app.ok(administratorOpenid, 'identity.getUnit', { unitId }, administrator())

const invited = async (openid: string, role: StaffRole, unitKey: string) => {
  const { code } = await app.ok(
    administratorOpenid,
    'identity.invite',
    { role, unitKey, regionCode: '440900', name: '王某' },
    administrator(),
  )
  return (await app.ok(openid, 'identity.acceptInvitation', { code })).membership
}

describe('the people of a unit', () => {
  it('are those who act for it now, by the names the office knows them by', async () => {
    const housing = await unitOf('housing')
    expect(housing).toMatchObject({ name: '市住房城乡建设局', kind: 'department', more: false })
    expect(housing.members.map(({ role, name }) => `${role} ${name}`).sort()).toEqual([
      'unitLeader housingLeader',
      'unitStaff housingStaff',
    ])
    const leaving = await invited('openid-leaving', 'unitStaff', 'housing')
    expect((await unitOf('housing')).members).toHaveLength(3)
    await app.ok(
      administratorOpenid,
      'identity.endMembership',
      { membershipId: leaving.id },
      administrator(),
    )
    expect((await unitOf('housing')).members).toHaveLength(2)
  })

  it('show what else each of them acts as', async () => {
    const openid = 'openid-two-roles'
    const first = await invited(openid, 'financeOfficer', 'water')
    await invited(openid, 'publisher', 'office')
    const { members } = await unitOf('water')
    expect(members.find(({ membershipId }) => membershipId === first.id)).toMatchObject({
      role: 'financeOfficer',
      alsoActsAs: [{ role: 'publisher', unitName: '市整改办' }],
    })
  })

  it('mark the one that the administrator acts by', async () => {
    const { members } = await unitOf('office')
    expect(members.filter(({ isOwn }) => isOwn).map(({ role }) => role)).toEqual(['administrator'])
  })

  it('are nobody’s but the administrator’s of the region', async () => {
    const { openid, actAs } = organization.coordinator
    expect(await app.refusal(openid, 'identity.getUnit', { unitId: 'housing' }, { actAs })).toBe(
      'ACCESS.ROLE',
    )
    const { code } = await app.ok(
      administratorOpenid,
      'identity.invite',
      { role: 'administrator', unitKey: 'office-dianbai', regionCode: '440904', name: '区管理员' },
      administrator(),
    )
    const district = await app.ok('openid-district', 'identity.acceptInvitation', { code })
    const asDistrict = { actAs: district.membership.id }
    const refusalOf = (unitId: string) =>
      app.refusal('openid-district', 'identity.getUnit', { unitId }, asDistrict)
    expect(await refusalOf('housing')).toBe('THING.NOT_FOUND')
    expect(await refusalOf('none')).toBe('THING.NOT_FOUND')
    const own = await app.ok(
      'openid-district',
      'identity.getUnit',
      { unitId: 'office-dianbai' },
      asDistrict,
    )
    expect(own.members.length).toBeGreaterThan(0)
  })
})

describe('handing over', () => {
  const handOver = (replacesId: string, change: object = {}) => {
    const scope = {
      role: 'unitStaff',
      unitKey: 'water',
      regionCode: '440900',
      name: '接手的',
    } as const
    const input = { ...scope, ...change, replacesId }
    return app.call(administratorOpenid, 'identity.invite', input, administrator())
  }
  const codeFor = async (replacesId: string) => {
    const made = await handOver(replacesId)
    if (!made.ok) throw new Error(made.error.code)
    return made.data.code
  }
  const roles = async (openid: string) =>
    (await app.ok(openid, 'identity.whoAmI', {})).memberships.map(({ role }) => role)

  it('ends the one before in the moment in which the next one begins', async () => {
    const before = await invited('openid-before', 'unitStaff', 'water')
    const code = await codeFor(before.id)
    expect(await roles('openid-before')).toEqual(['unitStaff'])
    const { membership } = await app.ok('openid-after', 'identity.acceptInvitation', { code })
    expect(membership).toMatchObject({ role: 'unitStaff', unit: { id: 'water' } })
    expect(await roles('openid-before')).toEqual([])
    expect(await roles('openid-after')).toEqual(['unitStaff'])
    const refused = await app.refusal(
      'openid-before',
      'notifier.listTodo',
      {},
      { actAs: before.id },
    )
    expect(refused).toBe('IDENTITY.MEMBERSHIP_UNKNOWN')
  })

  it('is of the same role, unit and region, and of one that is held', async () => {
    const held = await invited('openid-held', 'unitStaff', 'water')
    const notFound = { ok: false, error: { code: 'THING.NOT_FOUND', fields: ['replacesId'] } }
    for (const change of [{ role: 'unitLeader' }, { unitKey: 'housing' }, { regionCode: '440902' }])
      expect(await handOver(held.id, change)).toMatchObject(notFound)
    expect(await handOver('nobody')).toMatchObject(notFound)
    await app.ok(
      administratorOpenid,
      'identity.endMembership',
      { membershipId: held.id },
      administrator(),
    )
    expect(await handOver(held.id)).toMatchObject(notFound)
  })

  it('is to another person, and one that has ended meanwhile hands over nothing', async () => {
    const own = await invited('openid-to-oneself', 'unitStaff', 'water')
    const code = await codeFor(own.id)
    const refused = await app.refusal('openid-to-oneself', 'identity.acceptInvitation', { code })
    expect(refused).toBe('ACCESS.SAME_PERSON')
    expect(await roles('openid-to-oneself')).toEqual(['unitStaff'])
    await app.ok(
      administratorOpenid,
      'identity.endMembership',
      { membershipId: own.id },
      administrator(),
    )
    await app.ok('openid-successor', 'identity.acceptInvitation', { code })
    expect(await roles('openid-successor')).toEqual(['unitStaff'])
  })

  it('leaves a city its administrator: the last one may hand over, and not just go', async () => {
    const scope = {
      role: 'administrator',
      unitKey: 'office',
      regionCode: '440900',
      name: '新管理员',
    } as const
    const { code } = await app.ok(
      administratorOpenid,
      'identity.invite',
      { ...scope, replacesId: organization.administrator.actAs },
      administrator(),
    )
    await app.ok('openid-next-administrator', 'identity.acceptInvitation', { code })
    expect(await roles('openid-next-administrator')).toEqual(['administrator'])
    expect(await roles(administratorOpenid)).toEqual([])
  })
})
