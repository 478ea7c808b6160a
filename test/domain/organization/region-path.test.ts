import {
  narrowedTo,
  regionPath,
  regionsHolding,
  regionsTouched,
} from '@/domain/organization/region-path'

const [city, county, otherCounty, town, village] = [
  '440900',
  '440902',
  '440904',
  '440902101',
  '440902101201',
]

describe('regions and what holds them', () => {
  it('leads from the city to the place', () => {
    expect(regionPath(village)).toEqual([city, county, town, village])
    expect(regionPath(county)).toEqual([city, county])
    expect(regionPath(city)).toEqual([city])
  })

  it('touches each once, and is held by those that hold every place', () => {
    expect(regionsTouched([town, village, otherCounty])).toEqual([
      city,
      county,
      town,
      village,
      otherCounty,
    ])
    expect(regionsHolding([town, village])).toEqual([city, county, town])
    expect(regionsHolding([town, otherCounty])).toEqual([city])
    expect(regionsHolding([])).toEqual([])
  })

  it('narrows to a place inside, and leaves the others where it lies outside', () => {
    expect(narrowedTo([county], village)).toEqual([village])
    expect(narrowedTo([], village)).toEqual([village])
    expect(narrowedTo([otherCounty], village)).toEqual([otherCounty])
    expect(narrowedTo([village], county)).toEqual([village])
  })
})
