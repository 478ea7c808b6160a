import type { StaffRole } from '@/domain/organization/role'
import type { UnitKind } from '@/domain/organization/unit'
import type { Somebody, World } from './world'

/** How somebody stands to a thing. */
export type Standing = 'own' | 'others' | 'otherRegion' | 'accused'

/** Whoever may call: a role of the domain, or whoever opens the app for the first time. */
export type Caller = StaffRole | 'resident' | 'visitor'

/** Who plays a role in each standing; a role that has none there is left out. */
export type Cast = Readonly<Record<Caller, Partial<Record<Standing, Somebody>>>>

const unit = (key: string, kind: UnitKind, regionCode: string) => ({
  key,
  name: key,
  kind,
  regionCode,
  aliases: [],
  phone: '0668-2000000',
})

const regions = [
  { code: '440904101', name: '那霍镇', level: 'town', parentCode: '440904' },
  { code: '440904101201', name: '茂坡村', level: 'village', parentCode: '440904101' },
] as const
const units = [
  unit('branch-xiatang', 'partyBranch', '440902101202'),
  unit('branch-maopo', 'partyBranch', '440904101201'),
  unit('farm-dianbai', 'enterprise', '440904101'),
  unit('housing-dianbai', 'department', '440904'),
  unit('bureau-maonan', 'department', '440902'),
  unit('bureau-dianbai', 'department', '440904'),
]

type Post = readonly [role: StaffRole, unitKey: string, regionCode: string]

const dianbai = (role: StaffRole): Post => [role, 'office-dianbai', '440904']
const office = (role: StaffRole): Post => [role, 'office', '440900']

/** Posts that the city of every test lacks. */
const posts = {
  otherVillage: ['villageOfficer', 'branch-xiatang', '440902101202'],
  villageDianbai: ['villageOfficer', 'branch-maopo', '440904101201'],
  farmDianbai: ['enterpriseAgent', 'farm-dianbai', '440904101'],
  waterLeader: ['unitLeader', 'water', '440900'],
  farmingLeader: ['unitLeader', 'farming-maonan', '440902'],
  townLeader: ['unitLeader', 'town-shihu', '440902101'],
  staffDianbai: ['unitStaff', 'housing-dianbai', '440904'],
  leaderDianbai: ['unitLeader', 'housing-dianbai', '440904'],
  intakeDianbai: dianbai('intake'),
  /** Of another house than the office: a report that accuses the office goes there. */
  foreignInspector: ['inspector', 'water', '440900'],
  inspectorDianbai: dianbai('inspector'),
  otherEnforcer: ['enforcer', 'bureau-maonan', '440902'],
  enforcerDianbai: ['enforcer', 'bureau-dianbai', '440904'],
  publisherDianbai: dianbai('publisher'),
  caseOfficer: office('caseOfficer'),
  caseOfficerDianbai: dianbai('caseOfficer'),
  financeOfficer: office('financeOfficer'),
  financeOfficerDianbai: dianbai('financeOfficer'),
  auditor: office('auditor'),
  auditorDianbai: dianbai('auditor'),
} as const satisfies Record<string, Post>

export type PostName = keyof typeof posts

export interface Posted {
  readonly openid: string
  readonly actAs: string
}

const invited = async (world: World): Promise<Readonly<Record<PostName, Posted>>> => {
  await world.ok('administrator', 'identity.importOrganization', { regions: [...regions], units })
  for (const unitId of ['bureau-maonan', 'bureau-dianbai'])
    await world.ok('administrator', 'identity.markEnforcement', {
      unitId,
      paper: '粤府令〔2019〕1号',
    })
  const made = {} as Record<PostName, Posted>
  for (const [name, [role, unitKey, regionCode]] of Object.entries(posts)) {
    const openid = `openid-${name}`
    const invitation = { role, unitKey, regionCode, name }
    const { code } = await world.ok('administrator', 'identity.invite', invitation)
    const { membership } = await world.ok({ openid }, 'identity.acceptInvitation', { code })
    made[name as PostName] = { openid, actAs: membership.id }
  }
  return made
}

/** The city with somebody in every role and standing, and who they are by name. */
export const openCast = async (
  world: World,
): Promise<{ readonly cast: Cast; readonly posted: Readonly<Record<PostName, Posted>> }> => {
  const posted = await invited(world)
  const cast: Cast = {
    visitor: { own: 'nobody' },
    resident: { own: 'reporter', others: 'newcomer' },
    villageOfficer: {
      own: 'villageOfficer',
      others: posted.otherVillage,
      otherRegion: posted.villageDianbai,
    },
    enterpriseAgent: {
      own: 'enterprise',
      others: 'otherEnterprise',
      otherRegion: posted.farmDianbai,
    },
    unitStaff: {
      own: 'housingStaff',
      others: 'townStaff',
      otherRegion: posted.staffDianbai,
      accused: 'townStaff',
    },
    unitLeader: {
      own: 'housingLeader',
      others: posted.townLeader,
      otherRegion: posted.leaderDianbai,
      accused: posted.townLeader,
    },
    coordinator: {
      own: 'coordinator',
      otherRegion: 'coordinatorDianbai',
      accused: 'otherCoordinator',
    },
    intake: { own: 'intake', otherRegion: posted.intakeDianbai, accused: 'intake' },
    inspector: { own: 'inspector', otherRegion: posted.inspectorDianbai },
    enforcer: {
      own: 'enforcer',
      others: posted.otherEnforcer,
      otherRegion: posted.enforcerDianbai,
    },
    caseOfficer: { own: posted.caseOfficer, otherRegion: posted.caseOfficerDianbai },
    publisher: { own: 'publisher', otherRegion: posted.publisherDianbai, accused: 'publisher' },
    financeOfficer: { own: posted.financeOfficer, otherRegion: posted.financeOfficerDianbai },
    auditor: { own: posted.auditor, otherRegion: posted.auditorDianbai },
    cityLeader: { own: 'cityLeader' },
    administrator: { own: 'administrator' },
  }
  return { cast, posted }
}
