import { nextDesks } from '@/domain/feedback/desk'
import { isNewsStill } from '@/domain/feedback/news'
import { deskListOf, readerKeys, whyNotOpenOriginal } from '@/domain/feedback/readers'
import { actor, city, county, otherCounty, resident, staffOf } from '../actors'
import { feedback } from '../builders'

describe('the lists on which a report stands', () => {
  it('are the intake of its place and of what lies above, until it is admitted', () => {
    expect(readerKeys(feedback(), city)).toEqual([`intake ${city}`, `intake ${county}`])
  })

  it('are the city’s where it names no place', () => {
    expect(readerKeys(feedback({ regionCode: null }), city)).toEqual([`intake ${city}`])
  })

  it('are the one desk that it was handed over to: a person, or the intake of a region', () => {
    const handedTo = (desk: { membershipId: string } | { regionCode: string }) =>
      readerKeys(feedback({ desk }), city)
    expect(handedTo({ membershipId: 'm1' })).toEqual(['desk m1'])
    expect(handedTo({ regionCode: city })).toEqual([`intake ${city}`])
  })

  it('are the offices’ too once it is admitted, and the unit’s only while it is given out', () => {
    const admitted = { admittedOn: '2018-06-10', desk: { regionCode: county }, unitId: 'doer' }
    const offices = [`intake ${county}`, `office ${city}`, `office ${county}`]
    expect(readerKeys(feedback({ ...admitted, state: 'admitted' }), city)).toEqual(offices)
    expect(readerKeys(feedback({ ...admitted, state: 'assigned' }), city)).toEqual([
      ...offices,
      'unit doer',
    ])
  })
})

describe('the list of an actor', () => {
  const member = { unitId: 'office', membershipId: 'm1', regionCode: county, belongsTo: ['office'] }

  it('is by the role: of the desk, of the region, of the unit, or what was handed over', () => {
    const keysOf = (role: Parameters<typeof actor>[0], membershipId: string | null = 'm1') =>
      deskListOf(actor(role, { ...member, membershipId }))?.keys
    expect(keysOf('intake')).toEqual([`intake ${county}`])
    expect(keysOf('coordinator')).toEqual([`office ${county}`])
    expect(keysOf('inspector')).toEqual([`office ${county}`, 'desk m1'])
    expect(keysOf('inspector', null)).toEqual([`office ${county}`])
    expect(keysOf('cityLeader')).toEqual(['desk m1'])
    expect(keysOf('unitStaff')).toEqual(['unit office'])
    expect(keysOf('publisher')).toBeUndefined()
  })

  it('leaves out what accuses any unit of the person', () => {
    expect(deskListOf(actor('intake', member))?.unitIds).toEqual(['office'])
  })

  it('is none for a resident, and for whoever has no unit or no region', () => {
    expect(deskListOf(resident)).toBeNull()
    expect(deskListOf(actor('intake', { ...member, regionCode: null }))).toBeNull()
  })
})

describe('a report', () => {
  it('without a place is handed over within the city', () => {
    const holder = {
      id: 'i1',
      personId: 'p1',
      role: 'inspector',
      unitId: 'office',
      regionCode: city,
      belongsTo: ['office'],
    } as const
    const abroad = { ...holder, id: 'i2', regionCode: otherCounty }
    const report = feedback({ regionCode: null })
    const intake = actor('intake', { regionCode: city })
    expect(nextDesks(report, intake, [holder], [], city)).toEqual([{ membershipId: 'i1' }])
    expect(nextDesks(report, intake, [], [], city)).toEqual([])
    expect(nextDesks(report, intake, [abroad], ['office'], city)).toEqual([])
  })

  it('says to a stranger that it does not exist, and to its reader that the original is not theirs', () => {
    const given = feedback({ state: 'assigned', unitId: 'doer', admittedOn: '2018-06-10' })
    expect(whyNotOpenOriginal(given, staffOf('other'))).toEqual({ code: 'THING.NOT_FOUND' })
    expect(whyNotOpenOriginal(given, staffOf('doer'))).toEqual({ code: 'ACCESS.ROLE' })
  })

  it('is news while it stands as it was told, and every other notice is news always', () => {
    expect(isNewsStill('answerReady', 'answered')).toBe(true)
    expect(isNewsStill('answerReady', 'secondLook')).toBe(false)
    expect(isNewsStill('feedbackDeclined', 'declined')).toBe(true)
    expect(isNewsStill('taskClosed', 'answered')).toBe(true)
  })
})
