import { ownerKeysOf, ownerKeysOfActor } from '@/domain/reminder/owners'
import { actor, city, county, leaderOf, otherCounty, staffOf, village } from '../actors'

const owes = (actorKeys: readonly string[], owed: Parameters<typeof ownerKeysOf>[0]) =>
  ownerKeysOf(owed).some((key) => actorKeys.includes(key))

describe('who owes an obligation', () => {
  const ofUnit = {
    unitId: 'housing',
    heldBy: null,
    roles: ['unitStaff', 'unitLeader'],
    regionCode: city,
  } as const
  const ofOffice = {
    unitId: null,
    heldBy: null,
    roles: ['coordinator'],
    regionCode: county,
  } as const

  it('a unit’s staff and leader owe what the unit owes, another unit’s do not', () => {
    expect(owes(ownerKeysOfActor(staffOf('housing')), ofUnit)).toBe(true)
    expect(owes(ownerKeysOfActor(leaderOf('housing')), ofUnit)).toBe(true)
    expect(owes(ownerKeysOfActor(staffOf('water')), ofUnit)).toBe(false)
    expect(owes(ownerKeysOfActor(staffOf('housing')), { ...ofUnit, roles: ['unitLeader'] })).toBe(
      false,
    )
  })

  it('every office whose region holds the place owes it, another county’s does not', () => {
    for (const regionCode of [city, county])
      expect(owes(ownerKeysOfActor(actor('coordinator', { regionCode })), ofOffice)).toBe(true)
    expect(
      owes(ownerKeysOfActor(actor('coordinator', { regionCode: otherCounty })), ofOffice),
    ).toBe(false)
    expect(owes(ownerKeysOfActor(actor('coordinator', { regionCode: village })), ofOffice)).toBe(
      false,
    )
    expect(owes(ownerKeysOfActor(actor('intake', { regionCode: county })), ofOffice)).toBe(false)
  })

  it('an office owes nothing that a unit owes, even where its role is named', () => {
    const mixed = { ...ofUnit, roles: ['unitStaff', 'coordinator'] } as const
    expect(owes(ownerKeysOfActor(actor('coordinator')), mixed)).toBe(false)
    expect(owes(ownerKeysOfActor(staffOf('housing')), mixed)).toBe(true)
  })

  it('what one of an office owes by name nobody else of it owes', () => {
    const named = { ...ofOffice, roles: ['inspector'], heldBy: 'membership-inspector' } as const
    expect(owes(ownerKeysOfActor(actor('inspector')), named)).toBe(true)
    expect(owes(ownerKeysOfActor(actor('inspector', { membershipId: 'colleague' })), named)).toBe(
      false,
    )
    const other = actor('coordinator', { membershipId: 'membership-inspector' })
    expect(owes(ownerKeysOfActor(other), named)).toBe(false)
  })
})
