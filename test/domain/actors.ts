import type { Actor } from '@/domain/organization/actor'
import type { Role } from '@/domain/organization/role'

/** The city, two of its counties and a village of the first. */
export const city = '440900'
export const county = '440981'
export const otherCounty = '440982'
export const village = '440981101201'

export const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  personId: `person-${role}`,
  membershipId: `membership-${role}`,
  role,
  unitId: null,
  unitKind: null,
  regionCode: city,
  belongsTo: more.unitId ? [more.unitId] : [],
  ...more,
})

export const staffOf = (unitId: string, personId = `staff-${unitId}`): Actor =>
  actor('unitStaff', {
    unitId,
    personId,
    membershipId: `membership-${personId}`,
    unitKind: 'department',
  })

export const leaderOf = (unitId: string): Actor =>
  actor('unitLeader', { unitId, personId: `leader-${unitId}`, unitKind: 'department' })

export const resident: Actor = {
  personId: 'person-resident',
  membershipId: null,
  role: 'resident',
  unitId: null,
  unitKind: null,
  regionCode: null,
  belongsTo: [],
}

/** Every role without a special relation to the thing, named as a reviewer reads it. */
export const bystanders: Readonly<Record<string, Actor>> = {
  resident,
  'villageOfficer of the village': actor('villageOfficer', {
    unitId: 'branch',
    regionCode: village,
  }),
  'enterpriseAgent of the plant': actor('enterpriseAgent', { unitId: 'plant' }),
  'enterpriseAgent of another plant': actor('enterpriseAgent', { unitId: 'other-plant' }),
  'coordinator of the city': actor('coordinator'),
  'coordinator of the county': actor('coordinator', {
    regionCode: county,
    personId: 'county-coordinator',
  }),
  'coordinator of another county': actor('coordinator', {
    regionCode: otherCounty,
    personId: 'other-coordinator',
  }),
  'intake of the city': actor('intake'),
  'intake of another county': actor('intake', { regionCode: otherCounty }),
  'inspector of the city': actor('inspector'),
  'inspector of another county': actor('inspector', { regionCode: otherCounty }),
  'enforcer of the body': actor('enforcer', { unitId: 'bureau' }),
  'enforcer of another body': actor('enforcer', { unitId: 'other-bureau' }),
  caseOfficer: actor('caseOfficer'),
  'publisher of the city': actor('publisher'),
  'publisher of another county': actor('publisher', { regionCode: otherCounty }),
  financeOfficer: actor('financeOfficer'),
  auditor: actor('auditor'),
  cityLeader: actor('cityLeader'),
  administrator: actor('administrator'),
  system: { ...resident, personId: null, role: 'system' },
}
