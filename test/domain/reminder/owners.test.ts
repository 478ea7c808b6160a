import { ownerKeyOf, ownerKeysOf } from '@/domain/reminder/owners'
import { actor, city, county, leaderOf, otherCounty, staffOf, village } from '../actors'

const owes = (actorKey: string, owed: Parameters<typeof ownerKeysOf>[0]) =>
  ownerKeysOf(owed).includes(actorKey)

describe('who owes an obligation', () => {
  const ofUnit = {
    unitId: 'housing',
    roles: ['unitStaff', 'unitLeader'],
    regionCode: city,
  } as const
  const ofOffice = { unitId: null, roles: ['coordinator'], regionCode: county } as const

  it('a unit’s staff and leader owe what the unit owes, another unit’s do not', () => {
    expect(owes(ownerKeyOf(staffOf('housing')), ofUnit)).toBe(true)
    expect(owes(ownerKeyOf(leaderOf('housing')), ofUnit)).toBe(true)
    expect(owes(ownerKeyOf(staffOf('water')), ofUnit)).toBe(false)
    expect(owes(ownerKeyOf(staffOf('housing')), { ...ofUnit, roles: ['unitLeader'] })).toBe(false)
  })

  it('every office whose region holds the place owes it, another county’s does not', () => {
    for (const regionCode of [city, county])
      expect(owes(ownerKeyOf(actor('coordinator', { regionCode })), ofOffice)).toBe(true)
    expect(owes(ownerKeyOf(actor('coordinator', { regionCode: otherCounty })), ofOffice)).toBe(
      false,
    )
    expect(owes(ownerKeyOf(actor('coordinator', { regionCode: village })), ofOffice)).toBe(false)
    expect(owes(ownerKeyOf(actor('intake', { regionCode: county })), ofOffice)).toBe(false)
  })

  it('an office owes nothing that a unit owes, even where its role is named', () => {
    const mixed = { ...ofUnit, roles: ['unitStaff', 'coordinator'] } as const
    expect(owes(ownerKeyOf(actor('coordinator')), mixed)).toBe(false)
    expect(owes(ownerKeyOf(staffOf('housing')), mixed)).toBe(true)
  })
})
