import { whyNotAccept, whyNotInvite } from '@/domain/organization/membership-rules'
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
