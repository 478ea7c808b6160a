import { readsAsConcerned, whyNotRead } from '@/domain/task/readers'
import type { Actor } from '@/domain/organization/actor'
import type { RectificationTask } from '@/domain/task/task'
import { actor, bystanders, county, otherCounty, staffOf, village } from '../actors'
import { assignment, task } from '../builders'

const given = task({
  state: 'inProgress',
  villageCodes: [village],
  enterpriseIds: ['plant'],
  assignments: [assignment('lead'), assignment('doer')],
})

const viewOf = (of: RectificationTask, who: Actor): 'staff' | 'concerned' | 'none' => {
  if (whyNotRead(of, who) !== null) return 'none'
  return readsAsConcerned(who.role) ? 'concerned' : 'staff'
}

describe('who reads a task of the ledger', () => {
  it('each role in its own view, everybody else nothing but the public register', () => {
    const views = Object.entries({
      ...bystanders,
      'unitStaff of the lead unit': staffOf('lead'),
      'unitStaff of a supporting unit': staffOf('helper'),
      'unitStaff of another unit': staffOf('other'),
    }).map(([name, who]) => `${name}: ${viewOf(given, who)}`)
    expect(views).toEqual([
      'resident: none',
      'villageOfficer of the village: concerned',
      'enterpriseAgent of the plant: concerned',
      'enterpriseAgent of another plant: none',
      'coordinator of the city: staff',
      'coordinator of the county: staff',
      'coordinator of another county: none',
      'intake of the city: staff',
      'intake of another county: none',
      'inspector of the city: staff',
      'inspector of another county: none',
      'enforcer of the body: none',
      'enforcer of another body: none',
      'caseOfficer: staff',
      'publisher of the city: staff',
      'publisher of another county: none',
      'financeOfficer: staff',
      'auditor: staff',
      'cityLeader: staff',
      'administrator: none',
      'system: none',
      'unitStaff of the lead unit: staff',
      'unitStaff of a supporting unit: staff',
      'unitStaff of another unit: none',
    ])
  })

  it('a draft is the office’s', () => {
    const draft = task({ villageCodes: [village] })
    expect(viewOf(draft, actor('coordinator'))).toBe('staff')
    for (const who of [staffOf('lead'), actor('publisher'), actor('cityLeader')])
      expect(viewOf(draft, who)).toBe('none')
    const officer = actor('villageOfficer', { regionCode: village })
    expect(viewOf(draft, officer)).toBe('none')
    const consulting = { ...draft, state: 'consulting' as const }
    expect(viewOf(consulting, officer)).toBe('concerned')
    // The units that it names, and whoever reads by the region, wait until it is given out.
    for (const who of [staffOf('lead'), staffOf('doer'), actor('publisher'), actor('cityLeader')])
      expect(viewOf(consulting, who)).toBe('none')
  })

  it('a county reads a task only where all its places lie in the county', () => {
    const both = { ...given, regionCodes: [county, otherCounty] }
    expect(viewOf(both, actor('coordinator', { regionCode: county }))).toBe('none')
    expect(viewOf(both, actor('coordinator'))).toBe('staff')
  })
})
