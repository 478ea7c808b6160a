import type { StaffRole } from '@/domain/organization/role'
import type { UnitKind } from '@/domain/organization/unit'
import type { RegionLevel } from '@/domain/organization/region'
import type { TestApp } from './app'
import { builtOnce } from './city'
import { administratorOpenid } from './environment'

/** A person in one role: whose session it is and the membership to act as. */
export interface Colleague {
  readonly openid: string
  readonly actAs: string
  readonly unitId: string
}

const region = (code: string, name: string, level: RegionLevel, parentCode: string | null) => ({
  code,
  name,
  level,
  parentCode,
})

export const regions = [
  region('440900', '茂名市', 'city', null),
  region('440902', '茂南区', 'county', '440900'),
  region('440904', '电白区', 'county', '440900'),
  region('440902101', '石湖镇', 'town', '440902'),
  region('440902101201', '上塘村', 'village', '440902101'),
  region('440902101202', '下塘村', 'village', '440902101'),
]

const unit = (key: string, name: string, kind: UnitKind, regionCode: string) => ({
  key,
  name,
  kind,
  regionCode,
  aliases: [] as string[],
  phone: '0668-2000000',
})

export const units = [
  unit('office', '市整改办', 'department', '440900'),
  unit('office-dianbai', '电白区整改办', 'department', '440904'),
  unit('housing', '市住房城乡建设局', 'department', '440900'),
  unit('water', '市水务局', 'department', '440900'),
  unit('farming-maonan', '茂南区农业农村局', 'department', '440902'),
  unit('town-shihu', '石湖镇人民政府', 'town', '440902101'),
  unit('bureau', '市生态环境局', 'department', '440900'),
  unit('branch-shangtang', '上塘村党支部', 'partyBranch', '440902101201'),
  unit('farm', '某某养殖有限公司', 'enterprise', '440902101'),
  unit('farm-other', '另一养殖有限公司', 'enterprise', '440902101'),
]

/** By which the bureau may enter a firm. */
const enforcementPaper = '粤府令〔2019〕1号'

const invitations = {
  coordinator: ['coordinator', 'office', '440900'],
  otherCoordinator: ['coordinator', 'office', '440900'],
  coordinatorDianbai: ['coordinator', 'office-dianbai', '440904'],
  intake: ['intake', 'office', '440900'],
  publisher: ['publisher', 'office', '440900'],
  inspector: ['inspector', 'office', '440900'],
  housingStaff: ['unitStaff', 'housing', '440900'],
  housingLeader: ['unitLeader', 'housing', '440900'],
  waterStaff: ['unitStaff', 'water', '440900'],
  farmingStaff: ['unitStaff', 'farming-maonan', '440902'],
  farmingColleague: ['unitStaff', 'farming-maonan', '440902'],
  townStaff: ['unitStaff', 'town-shihu', '440902101'],
  villageOfficer: ['villageOfficer', 'branch-shangtang', '440902101201'],
  enterprise: ['enterpriseAgent', 'farm', '440902101'],
  otherEnterprise: ['enterpriseAgent', 'farm-other', '440902101'],
  enforcer: ['enforcer', 'bureau', '440900'],
  cityLeader: ['cityLeader', 'office', '440900'],
} as const satisfies Record<string, readonly [StaffRole, string, string]>

export type ColleagueName = keyof typeof invitations
export type Organization = Readonly<Record<ColleagueName | 'administrator', Colleague>>

/** A small city, built through the real actions: import, invite, accept. */
export const organizationByCalls = async (app: TestApp): Promise<Organization> => {
  const first = await app.ok(administratorOpenid, 'identity.whoAmI', {})
  const membership = first.memberships[0]
  if (!membership) throw new Error('the first administrator has no membership')
  const administrator = {
    openid: administratorOpenid,
    actAs: membership.id,
    unitId: membership.unit.id,
  }
  const as = { actAs: administrator.actAs }
  await app.ok(administrator.openid, 'identity.importOrganization', { regions, units }, as)

  await app.ok(
    administrator.openid,
    'identity.markEnforcement',
    { unitId: 'bureau', paper: enforcementPaper },
    as,
  )

  const colleagues: Record<string, Colleague> = { administrator }
  for (const [name, [role, unitKey, regionCode]] of Object.entries(invitations)) {
    const openid = `openid-${name}`
    const { code } = await app.ok(
      administrator.openid,
      'identity.invite',
      { role, unitKey, regionCode, name },
      as,
    )
    const accepted = await app.ok(openid, 'identity.acceptInvitation', { code })
    colleagues[name] = {
      openid,
      actAs: accepted.membership.id,
      unitId: accepted.membership.unit.id,
    }
  }
  return colleagues as Organization
}

/** The same city, called for once a run and put into each fresh cloud. */
export const buildOrganization = (app: TestApp): Promise<Organization> =>
  builtOnce(app, organizationByCalls)
