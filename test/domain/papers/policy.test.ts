import { whyNotTakeCaseFile, whyNotTakeChain } from '@/domain/papers/policy'
import { actor, county, otherCounty, staffOf, village } from '../actors'
import { assignment, task } from '../builders'

const given = task({
  state: 'inProgress',
  villageCodes: [village],
  enterpriseIds: ['plant'],
  assignments: [assignment('lead')],
})
const villageOfficer = actor('villageOfficer', { unitId: 'branch', regionCode: village })

describe('who takes a task’s chain away', () => {
  it('is staff who read the task', () => {
    expect(whyNotTakeChain(given, staffOf('lead'))).toBeNull()
    expect(whyNotTakeChain(given, staffOf('other'))).toEqual({ code: 'ACCESS.UNIT' })
  })

  it('is no village and no firm: they get it with the file', () => {
    const firm = actor('enterpriseAgent', { unitId: 'plant' })
    expect(whyNotTakeChain(given, villageOfficer)).toEqual({ code: 'ACCESS.ROLE' })
    expect(whyNotTakeChain(given, firm)).toEqual({ code: 'ACCESS.ROLE' })
  })
})

describe('who takes a case’s file', () => {
  it.each(['coordinator', 'inspector', 'caseOfficer', 'auditor', 'cityLeader'] as const)(
    'is the %s who reads the task',
    (role) => {
      expect(whyNotTakeCaseFile(given, actor(role))).toBeNull()
    },
  )

  it('is no unit, which gets its own evidence only, and nobody of another place', () => {
    expect(whyNotTakeCaseFile(given, staffOf('lead'))).toEqual({ code: 'ACCESS.ROLE' })
    expect(whyNotTakeCaseFile(given, villageOfficer)).toEqual({ code: 'ACCESS.ROLE' })
    const stranger = actor('inspector', { regionCode: otherCounty })
    expect(whyNotTakeCaseFile(given, stranger)).toEqual({ code: 'ACCESS.REGION' })
  })

  it('is nobody before the task was given out', () => {
    const draft = task({ state: 'draft', assignments: [] })
    const office = actor('coordinator', { regionCode: county })
    expect(whyNotTakeCaseFile(draft, office)).toEqual({ code: 'THING.STATE' })
  })
})
