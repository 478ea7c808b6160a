import {
  regionsDrawn,
  type Repeat,
  repeatSourceOf,
  subjectsOf,
  withSource,
} from '@/domain/feedback/repeat'
import { county, otherCounty, village } from '../actors'
import { feedback } from '../builders'

const city = `${county.slice(0, 4)}00`
const admitted = (id: string, more: Parameters<typeof feedback>[0] = {}) =>
  feedback({ id, number: id, state: 'admitted', admittedOn: '2019-11-18', ...more })
const firm: Repeat = { subject: { kind: 'unit', unitId: 'firm' }, sources: [] }
const counted = (...reports: ReturnType<typeof admitted>[]): Repeat =>
  reports.reduce(
    (repeat, report) => withSource(repeat, report.id, repeatSourceOf(report, city)),
    firm,
  )

describe('what an admitted report counts for', () => {
  it('is each unit that it accuses and the village that it names', () => {
    expect(subjectsOf(admitted('1', { accusedUnitIds: ['firm'], regionCode: village }))).toEqual([
      { kind: 'unit', unitId: 'firm' },
      { kind: 'village', regionCode: village },
    ])
  })

  it('is no county: three matters of a county are not one place', () => {
    expect(subjectsOf(admitted('1', { regionCode: county }))).toEqual([])
    expect(subjectsOf(admitted('1', { regionCode: null }))).toEqual([])
  })

  it('is nothing before admission and after the reporter took it back', () => {
    const open = feedback({ state: 'submitted', admittedOn: null, accusedUnitIds: ['firm'] })
    expect(subjectsOf(open)).toEqual([])
    expect(subjectsOf({ ...open, state: 'withdrawn', admittedOn: '2019-11-18' })).toEqual([])
    expect(subjectsOf({ ...open, state: 'archived', admittedOn: '2019-11-18' })).toHaveLength(1)
  })
})

describe('the third admitted report', () => {
  const one = admitted('1', { regionCode: village })
  const two = admitted('2', { regionCode: village })
  const three = admitted('3', { regionCode: otherCounty })

  it('draws attention, the second does not, and the same one twice is one', () => {
    expect(regionsDrawn(counted(one, two, two))).toEqual([])
    expect(regionsDrawn(counted(one, two, admitted('3', { regionCode: village })))).toContain(city)
  })

  it('draws only where three of them lie: the city here, and neither county', () => {
    expect(regionsDrawn(counted(one, two, three))).toEqual([city])
    const inCounty = counted(one, two, three, admitted('4', { regionCode: village }))
    expect(regionsDrawn(inCounty)).toContain(county)
    expect(regionsDrawn(inCounty)).not.toContain(otherCounty)
  })

  it('draws no longer once one of three is taken out', () => {
    expect(regionsDrawn(withSource(counted(one, two, three), '2', null))).toEqual([])
  })

  it('leaves the latest hundred, by the day of admission', () => {
    const many = counted(
      admitted('late', { admittedOn: '2020-01-01' }),
      ...Array.from({ length: 100 }, (_, nth) => admitted(`n${nth}`)),
    )
    expect(many.sources).toHaveLength(100)
    expect(many.sources.at(-1)?.number).toBe('late')
    expect(many.sources.some(({ number }) => number === 'n0')).toBe(false)
  })
})
