import type { Region } from '@/domain/organization/region'
import { type OrganizationTables, whyNotImport } from '@/domain/organization/table-rules'
import type { Unit } from '@/domain/organization/unit'

const region = (code: string, level: Region['level'], parentCode: string | null): Region => ({
  code,
  name: code,
  level,
  parentCode,
})
const unit = (id: string, regionCode: string, kind: Unit['kind'] = 'department'): Unit => ({
  id,
  name: id,
  kind,
  regionCode,
  aliases: [],
  phone: null,
})
const city = region('440900', 'city', null)
const county = region('440902', 'county', '440900')
const town = region('440902101', 'town', '440902')
const village = region('440902101201', 'village', '440902101')

const refusalOf = (more: {
  regions?: Region[]
  units?: Unit[]
  stored?: Region[]
  storedUnits?: Unit[]
  staffed?: string[]
}) => {
  const tables: OrganizationTables = {
    regions: more.regions ?? [],
    units: more.units ?? [],
    storedRegions: new Map((more.stored ?? []).map((row) => [row.code, row])),
    storedUnits: new Map((more.storedUnits ?? []).map((row) => [row.id, row])),
    staffed: new Set(more.staffed),
  }
  return whyNotImport(tables)
}
const astray = (...fields: string[]) => ({ code: 'THING.NOT_FOUND', fields })
const crooked = (...fields: string[]) => ({ code: 'ORGANIZATION.LEVEL', fields })
const staffed = (...fields: string[]) => ({ code: 'ORGANIZATION.STAFFED', fields })

describe('the tables of an organization', () => {
  it('are taken where each region lies in one of the level above, also of a city without counties', () => {
    expect(refusalOf({ regions: [city, county, town, village] })).toBeNull()
    const townOfCity = region('440900101', 'town', '440900')
    const tables = { regions: [townOfCity], stored: [city], units: [unit('u', '440900101')] }
    expect(refusalOf(tables)).toBeNull()
  })

  it('name each region whose parent is none, and each unit that lies nowhere', () => {
    const field = 'regions.0.parentCode'
    for (const astrayRegion of [
      region('440900', 'city', '440000'),
      region('440902', 'county', null),
      region('440902', 'county', '440902'),
      region('440902', 'county', '440904'),
      region('440902101201', 'village', '440902'),
      region('440904101', 'town', '440902'),
    ])
      expect(refusalOf({ regions: [astrayRegion], stored: [city, county] })).toEqual(astray(field))
    expect(refusalOf({ units: [unit('u', '440902')] })).toEqual(astray('units.0.regionCode'))
  })

  it('name each code that says another level, that was another, or that comes twice', () => {
    const level = 'regions.0.level'
    for (const wrong of [
      region('44090210', 'county', '440900'),
      region('440902101201', 'town', '440902'),
      region('44090210120101', 'village', '440902101'),
    ])
      expect(refusalOf({ regions: [wrong], stored: [city, county, town] })).toEqual(crooked(level))
    expect(refusalOf({ regions: [region('440902', 'city', null)] })).toEqual(crooked(level))
    const townBefore = { ...county, level: 'town' } as const
    expect(refusalOf({ regions: [county], stored: [city, townBefore] })).toEqual(crooked(level))
    expect(refusalOf({ regions: [city, city] })).toEqual(crooked('regions.1.code'))
    const twice = { units: [unit('u', '440900'), unit('u', '440900')], stored: [city] }
    expect(refusalOf(twice)).toEqual(crooked('units.1.key'))
  })

  it('move no unit for which somebody acts to another kind, and no village’s branch elsewhere', () => {
    const stored = [city, county, town, village]
    const before = unit('u', '440900')
    const changed = { units: [unit('u', '440900', 'town')], stored, storedUnits: [before] }
    expect(refusalOf({ ...changed, staffed: ['u'] })).toEqual(staffed('units.0.kind'))
    expect(refusalOf(changed)).toBeNull()
    const branch = unit('b', '440902101201', 'partyBranch')
    const elsewhere = { ...branch, regionCode: '440902101' }
    const moved = { units: [elsewhere], stored, storedUnits: [branch] }
    expect(refusalOf({ ...moved, staffed: ['b'] })).toEqual(staffed('units.0.regionCode'))
    expect(refusalOf(moved)).toBeNull()
    // Another body may move: its people go with it.
    const office = { units: [unit('u', '440902')], stored, storedUnits: [before] }
    expect(refusalOf({ ...office, staffed: ['u'] })).toBeNull()
  })
})
