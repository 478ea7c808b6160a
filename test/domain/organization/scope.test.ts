import { coveringRegion, coversAll, holdsRegion } from '@/domain/organization/scope'
import { actor, city, county, otherCounty, village } from '../actors'

describe('a region', () => {
  it('holds what lies inside it and nothing beside it', () => {
    expect(coversAll(county, [village])).toBe(true)
    expect(coversAll(otherCounty, [village])).toBe(false)
    expect(coversAll(village, [county])).toBe(false)
  })

  it('must hold every place of a matter', () => {
    expect(coversAll(county, [county, village])).toBe(true)
    expect(coversAll(county, [village, otherCounty])).toBe(false)
    expect(coversAll(city, [village, otherCounty])).toBe(true)
  })

  it('of the city holds a matter without a place, a county does not', () => {
    expect(coversAll(city, [])).toBe(true)
    expect(coversAll(county, [])).toBe(false)
    expect(coversAll(null, [])).toBe(false)
  })

  it('that covers several places is the smallest that holds them all', () => {
    expect(coveringRegion([village])).toBe(village)
    expect(coveringRegion([village, '440981101202'])).toBe('440981101')
    expect(coveringRegion([village, '440981102201'])).toBe(county)
    expect(coveringRegion([county, otherCounty])).toBe(city)
    expect(coveringRegion([])).toBeNull()
  })

  it('is asked after the role', () => {
    const inspector = actor('inspector', { regionCode: otherCounty })
    expect(holdsRegion(inspector, 'coordinator', [county])).toBe('ACCESS.ROLE')
    expect(holdsRegion(inspector, 'inspector', [county])).toBe('ACCESS.REGION')
    expect(holdsRegion(inspector, 'inspector', [otherCounty])).toBeNull()
  })
})
