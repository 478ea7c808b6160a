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

const invited = async (openid: string, role: string, unitKey: string) => {
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
