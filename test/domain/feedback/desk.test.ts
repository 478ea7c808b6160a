import { type DeskHolder, isDesk, isSameDesk, nextDesks } from '@/domain/feedback/desk'
import type { StaffRole } from '@/domain/organization/role'
import { actor, city, county, otherCounty } from '../actors'
import { feedback } from '../builders'

const holder = (role: StaffRole, regionCode: string, change: Partial<DeskHolder> = {}) => ({
  id: `${role} ${regionCode}`,
  personId: `person ${role}`,
  role,
  unitId: `unit ${role}`,
  regionCode,
  belongsTo: [`unit ${role}`],
  ...change,
})
const countyIntake = actor('intake', { regionCode: county })
const report = feedback()
const next = (holders: readonly DeskHolder[], by = countyIntake, accused: string[] = []) =>
  nextDesks(report, by, holders, accused, city)

describe('the desk of a report', () => {
  it('is intake of its place and of what lies above, and nobody else', () => {
    expect(isDesk(report, countyIntake)).toBe(true)
    expect(isDesk(report, actor('intake', { regionCode: city }))).toBe(true)
    expect(isDesk(report, actor('intake', { regionCode: otherCounty }))).toBe(false)
    expect(isDesk(report, actor('coordinator', { regionCode: county }))).toBe(false)
  })

  it('is whom it was handed over to: a region’s intake, or one person', () => {
    const handed = feedback({ desk: { regionCode: city } })
    expect(isDesk(handed, actor('intake', { regionCode: city }))).toBe(true)
    expect(isDesk(handed, countyIntake)).toBe(false)
    const held = feedback({ desk: { membershipId: 'm1' } })
    expect(isDesk(held, actor('inspector', { membershipId: 'm1' }))).toBe(true)
    expect(isDesk(held, countyIntake)).toBe(false)
  })

  it('is never somebody of a unit that it accuses, in whatever role', () => {
    const accusing = feedback({ accusedUnitIds: ['bureau'], desk: { membershipId: 'm1' } })
    for (const belongsTo of [['bureau'], ['bureau', 'other'], ['other', 'another', 'bureau']]) {
      const held = actor('inspector', { membershipId: 'm1', belongsTo })
      expect(isDesk(accusing, held)).toBe(false)
    }
    const held = actor('inspector', { membershipId: 'm1', belongsTo: ['other', 'another'] })
    expect(isDesk(accusing, held)).toBe(true)
  })
})

describe('to whom a report may be handed over', () => {
  const above = holder('intake', city)
  const inspector = holder('inspector', city)
  const leader = holder('cityLeader', city)

  it('is the nearest intake above; else an inspector; else a leader; else nobody', () => {
    expect(next([above, inspector, leader])).toEqual([{ regionCode: city }])
    expect(next([inspector, leader])).toEqual([{ membershipId: inspector.id }])
    expect(next([leader])).toEqual([{ membershipId: leader.id }])
    expect(next([])).toEqual([])
  })

  it('is nobody of another place, nobody who hands it over, and nobody who is accused', () => {
    const elsewhere = holder('inspector', otherCounty)
    expect(next([elsewhere, leader])).toEqual([{ membershipId: leader.id }])
    const own = actor('inspector', { membershipId: inspector.id })
    expect(next([inspector, leader], own)).toEqual([{ membershipId: leader.id }])
    expect(next([above, leader], countyIntake, ['unit intake'])).toEqual([
      { membershipId: leader.id },
    ])
  })

  it('falls back, where nobody is there to hand it over, on an intake of the place before the leader', () => {
    const system = actor('system', { regionCode: null, membershipId: null })
    expect(next([above, leader], system)).toEqual([{ regionCode: city }])
    expect(next([holder('intake', otherCounty), leader], system)).toEqual([
      { membershipId: leader.id },
    ])
  })

  it('is the same desk where the person is, or the region', () => {
    expect(isSameDesk({ membershipId: 'a' }, { membershipId: 'a' })).toBe(true)
    expect(isSameDesk({ membershipId: 'a' }, { membershipId: 'b' })).toBe(false)
    expect(isSameDesk({ membershipId: 'a' }, { regionCode: 'a' })).toBe(false)
    expect(isSameDesk({ regionCode: 'a' }, { regionCode: 'a' })).toBe(true)
    expect(isSameDesk({ regionCode: 'a' }, { membershipId: 'a' })).toBe(false)
  })
})

describe('a report without a place, and somebody without a region', () => {
  const nowhere = feedback({ regionCode: null })

  it('is the city’s, also for whom looks for another desk', () => {
    expect(isDesk(nowhere, actor('intake', { regionCode: city }))).toBe(true)
    expect(isDesk(nowhere, countyIntake)).toBe(false)
    const inspector = holder('inspector', city)
    expect(
      nextDesks(nowhere, actor('intake', { regionCode: city }), [inspector], [], city),
    ).toEqual([expect.objectContaining({ membershipId: inspector.id })])
    const free = actor('intake', { regionCode: null })
    expect(nextDesks(feedback(), free, [holder('intake', city)], [], city)).toEqual([
      { regionCode: city },
    ])
  })
})
