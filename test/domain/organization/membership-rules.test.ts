import {
  whyNotAccept,
  whyNotEnd,
  whyNotHandOver,
  whyNotHold,
  whyNotInvite,
  whyNotManage,
} from '@/domain/organization/membership-rules'
import type { StaffRole } from '@/domain/organization/role'
import type { Unit, UnitKind } from '@/domain/organization/unit'
import { actor, city, county, village } from '../actors'

const administrator = { ...actor('administrator'), regionCode: city }
const unit = (kind: UnitKind, regionCode: string): Unit => ({
  id: 'unit',
  name: 'unit',
  kind,
  regionCode,
  aliases: [],
  phone: null,
})
const invite = (role: StaffRole, kind: UnitKind, at: string, regionCode = at) =>
  whyNotInvite(administrator, { role, unit: unit(kind, at), regionCode })

describe('an invitation', () => {
  it('gives a village officer the own village and nothing round it', () => {
    expect(invite('villageOfficer', 'partyBranch', village)).toBeNull()
    for (const wider of [county, city])
      expect(invite('villageOfficer', 'partyBranch', village, wider)).toEqual({
        code: 'ACCESS.REGION',
        fields: ['regionCode'],
      })
  })

  it('gives nobody in a firm an office’s or a unit’s role', () => {
    const roles = ['intake', 'coordinator', 'inspector', 'unitStaff', 'administrator'] as const
    for (const role of roles)
      expect(invite(role, 'enterprise', county)).toEqual({
        code: 'ACCESS.UNIT',
        fields: ['unitKey'],
      })
    expect(invite('enterpriseAgent', 'enterprise', county)).toBeNull()
    expect(invite('intake', 'department', county)).toBeNull()
  })

  it('is not taken by who gave it', () => {
    const invitation = { role: 'intake', invitedById: 'giver' } as const
    expect(whyNotAccept('giver', [], invitation)).toEqual({ code: 'ACCESS.SAME_PERSON' })
    expect(whyNotAccept('taker', [], invitation)).toBeNull()
  })
})

describe('the administrator of a region', () => {
  it('manages what lies in it, and nobody else does', () => {
    expect(whyNotManage(administrator, [county, village])).toBeNull()
    const ofCounty = { ...administrator, regionCode: county }
    expect(whyNotManage(ofCounty, [village])).toBeNull()
    expect(whyNotManage(ofCounty, [village, city])).toEqual({ code: 'ACCESS.REGION' })
    expect(whyNotManage({ ...administrator, regionCode: null }, [county])).toEqual({
      code: 'ACCESS.REGION',
    })
    expect(whyNotManage(actor('coordinator'), [county])).toEqual({ code: 'ACCESS.ROLE' })
  })

  it('invites to a body of the own region only, and is told which field is wrong', () => {
    const ofCounty = { ...administrator, regionCode: county }
    const at = (region: string) =>
      whyNotInvite(ofCounty, {
        role: 'coordinator',
        unit: unit('department', region),
        regionCode: county,
      })
    expect(at(county)).toBeNull()
    expect(at(city)).toEqual({ code: 'ACCESS.REGION', fields: ['regionCode'] })
    const byOther = whyNotInvite(actor('coordinator'), {
      role: 'intake',
      unit: unit('department', county),
      regionCode: county,
    })
    expect(byOther).toEqual({ code: 'ACCESS.ROLE', fields: [] })
  })

  it('ends anybody’s membership there but the one they act by', () => {
    const held = (id: string, regionCode = county) => ({ id, regionCode })
    expect(whyNotEnd(administrator, held('another'))).toBeNull()
    expect(whyNotEnd(administrator, held(administrator.membershipId!))).toEqual({
      code: 'ACCESS.SAME_PERSON',
    })
    expect(whyNotEnd({ ...administrator, regionCode: county }, held('another', city))).toEqual({
      code: 'ACCESS.REGION',
    })
  })
})

describe('a membership that is handed over', () => {
  const scope = { role: 'intake', unitId: 'office', regionCode: city } as const

  it('is taken on as it is: of the same role, unit and region', () => {
    expect(whyNotHandOver(null, null, scope)).toBeNull()
    expect(whyNotHandOver('m1', scope, scope)).toBeNull()
    for (const replaced of [
      null,
      { ...scope, role: 'coordinator' as const },
      { ...scope, unitId: 'unit' },
      { ...scope, regionCode: county },
    ])
      expect(whyNotHandOver('m1', replaced, scope)?.code).toBe('THING.NOT_FOUND')
  })
})

describe('money', () => {
  it('is entered and audited by two persons', () => {
    expect(whyNotHold([{ role: 'financeOfficer' }], 'auditor')?.code).toBe('ACCESS.SAME_PERSON')
    expect(whyNotHold([{ role: 'auditor' }], 'financeOfficer')?.code).toBe('ACCESS.SAME_PERSON')
    expect(whyNotHold([{ role: 'auditor' }], 'auditor')).toBeNull()
    expect(whyNotHold([{ role: 'unitStaff' }], 'auditor')).toBeNull()
    expect(whyNotHold([], 'auditor')).toBeNull()
  })
})
