import type { AcceptanceLevel } from '@/domain/task/acceptance'
import { isTakenByOthers, taskParties, whyNotStep } from '@/domain/task/parties'
import type { RectificationTask } from '@/domain/task/task'
import { actor, city, county, otherCounty, resident, staffOf } from '../actors'
import { checker, cycle, task, taskFacts, verification } from '../builders'
import { on } from '../calendars'

const facts = taskFacts(on('2018-06-20'))
const office = actor('coordinator')
const ofCounty = actor('coordinator', { regionCode: county })
const inspector = actor('inspector', { unitId: 'office', regionCode: city })
const step = (level: AcceptanceLevel, unitId?: string) => ({
  level,
  unitId: unitId ?? null,
})

describe('whose step it is', () => {
  const whyNot = (by: typeof office, of: Parameters<typeof whyNotStep>[2]) =>
    whyNotStep(by, task(), of)

  it('is the unit’s that the chain names; an inspector may at county and city', () => {
    expect(whyNot(staffOf('acceptor'), step('county', 'acceptor'))).toBeNull()
    expect(whyNot(staffOf('other'), step('county', 'acceptor'))).toBe('ACCESS.UNIT')
    expect(whyNot(staffOf('acceptor'), step('county'))).toBe('ACCESS.UNIT')
    expect(whyNot(inspector, step('county', 'acceptor'))).toBeNull()
    expect(whyNot(inspector, step('city'))).toBeNull()
    expect(whyNot(inspector, step('province'))).toBe('ACCESS.UNIT')
  })

  it('is nobody’s when the chain is over, never another role’s, and never in the own cause', () => {
    expect(whyNot(inspector, null)).toBe('ACCESS.UNIT')
    expect(whyNot(office, step('county', 'acceptor'))).toBe('ACCESS.ROLE')
    const ofDoer = actor('inspector', { unitId: 'doer', regionCode: city })
    expect(whyNot(ofDoer, step('city'))).toBe('ACCESS.UNIT')
    const elsewhere = actor('inspector', { regionCode: otherCounty })
    expect(whyNot(elsewhere, step('city'))).toBe('ACCESS.REGION')
  })

  it('was taken by others once a step stands, the cycle is over, or nothing is accepted', () => {
    const checks = [verification([checker('a'), checker('b')])]
    const taken = (
      more: Partial<RectificationTask>,
      ordinal = 1,
      level: 'county' | 'city' = 'county',
    ) => isTakenByOthers(inspector, task({ state: 'verifying', ...more }), level, ordinal)
    const first = cycle({ checks })
    expect(taken({ cycles: [first] }, first.ordinal)).toBe(true)
    expect(taken({ cycles: [first] }, first.ordinal, 'city')).toBe(false)
    expect(taken({ cycles: [cycle()] }, first.ordinal)).toBe(false)
    expect(taken({ cycles: [cycle()] }, first.ordinal + 1)).toBe(true)
    expect(taken({ state: 'closed', cycles: [cycle()] }, first.ordinal)).toBe(true)
    expect(taken({ acceptanceChain: [], state: 'closed' })).toBe(false)
  })
})

describe('who records, confirms and closes', () => {
  const why = (
    party: keyof typeof taskParties,
    by: typeof office,
    of: Partial<RectificationTask>,
  ) => taskParties[party](by, task(of), facts)

  it('closes at the county only what the county closes', () => {
    expect(why('closingOffice', ofCounty, { closingLevel: 'county' })).toBeNull()
    expect(why('closingOffice', ofCounty, { closingLevel: 'city' })).toBe('ACCESS.REGION')
    expect(why('closingOffice', office, { closingLevel: 'city' })).toBeNull()
    expect(why('closingOffice', staffOf('lead'), {})).toBe('ACCESS.ROLE')
  })

  it('records the province’s step at the city, when its turn has come', () => {
    const request = { on: '2018-06-11', byId: 'staff-lead', reportNumber: '1' }
    const here = { acceptanceChain: [step('province')], cycles: [cycle({ request })] }
    expect(why('recorderOfUpperStep', office, here)).toBeNull()
    expect(why('recorderOfUpperStep', ofCounty, here)).toBe('ACCESS.REGION')
    expect(why('recorderOfUpperStep', office, {})).toBe('ACCESS.UNIT')
    expect(why('recorderOfUpperStep', staffOf('lead'), {})).toBe('ACCESS.ROLE')
  })

  it('confirms what was signed in the own name, once', () => {
    const named = (confirmedOn: string | null) => ({
      cycles: [
        cycle({
          checks: [
            verification([
              checker('a'),
              checker('b', { membershipId: inspector.membershipId, confirmedOn }),
            ]),
          ],
        }),
      ],
    })
    expect(why('namedChecker', inspector, named(null))).toBeNull()
    expect(why('namedChecker', inspector, named('2018-06-12'))).toBe('ACCESS.OWNER')
    expect(why('namedChecker', staffOf('acceptor'), named(null))).toBe('ACCESS.OWNER')
    expect(why('namedChecker', office, named(null))).toBe('ACCESS.ROLE')
    expect(why('namedChecker', resident, named(null))).toBe('ACCESS.ROLE')
    expect(why('namedChecker', actor('auditor'), named(null))).toBe('ACCESS.ROLE')
  })

  it('throws a draft away only where the own office made it', () => {
    const by = (madeById: string | null, who = office) =>
      taskParties.draftMaker(who, task(), taskFacts(on('2018-06-20'), { madeById }))
    expect(by(office.personId)).toBeNull()
    expect(by('somebody else')).toBe('ACCESS.OWNER')
    expect(by(null)).toBe('ACCESS.OWNER')
    expect(by(office.personId, actor('coordinator', { regionCode: otherCounty }))).toBe(
      'ACCESS.REGION',
    )
  })

  it('speaks of the draft for a body that was asked, of nothing where nobody was', () => {
    const plant = actor('enterpriseAgent', { unitId: 'plant' })
    const consultation = {
      ...{ askedOn: '2018-05-25', dueOn: '2018-06-08', villageCodes: [], opinions: [] },
      ...{ enterpriseIds: ['plant'], bodies: [{ unitId: 'plant', villageCode: null }] },
    }
    expect(why('consultedBody', plant, { consultation })).toBeNull()
    expect(why('consultedBody', plant, {})).toBe('ACCESS.UNIT')
    expect(why('consultedBody', office, { consultation })).toBe('ACCESS.ROLE')
  })

  it('answers for a task as its one lead; where there is none, nobody does', () => {
    const units = { ...task().units, lead: [], responsible: ['doer', 'other'] }
    expect(why('answeringUnit', staffOf('lead'), {})).toBeNull()
    expect(why('answeringUnit', staffOf('doer'), { units })).toBe('ACCESS.UNIT')
    expect(why('eventEnterer', staffOf('lead'), {})).toBe('ACCESS.UNIT')
    expect(why('system', office, {})).toBe('ACCESS.ROLE')
  })
})
