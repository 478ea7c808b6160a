import { latestAgreeable, measuresToAgree, whyNotOfferTo } from '@/domain/timeline/eligibility'
import { noUnits } from '@/domain/organization/unit'
import type { RectificationTask } from '@/domain/task/task'
import { staffOf } from '../actors'
import { measure, planned, task } from '../builders'

const given = (more: Partial<RectificationTask> = {}) =>
  task({
    state: 'inProgress',
    enterpriseIds: ['plant'],
    assignments: [planned('lead'), planned('doer')],
    measures: [
      measure({ id: 'm1', units: { ...noUnits, responsible: ['doer'] } }),
      measure({ id: 'm2', units: { ...noUnits, responsible: ['doer'] }, doneOn: '2018-06-01' }),
      measure({ id: 'm3', units: { ...noUnits, responsible: ['other'] } }),
    ],
    ...more,
  })
const whyNot = (of = given(), firm = 'plant', unit = 'doer') =>
  whyNotOfferTo(of, firm, staffOf(unit))

describe('dates are offered to a firm', () => {
  it('by a responsible unit of a task that goes on, to whom it affects', () => {
    expect(whyNot()).toBeNull()
    expect(whyNot(given(), 'plant', 'helper')).toEqual({ code: 'ACCESS.UNIT' })
    expect(whyNot(given(), 'mill')).toEqual({ code: 'THING.NOT_FOUND', fields: ['enterpriseId'] })
  })

  it('not before it was given out, and not when it is over', () => {
    expect(whyNot(given({ assignments: [] }))).toEqual({ code: 'THING.STATE' })
    expect(whyNot(given({ state: 'closed' }))).toEqual({ code: 'THING.STATE' })
    expect(whyNot(given({ state: 'cancelled' }))).toEqual({ code: 'THING.STATE' })
  })

  it('of the measures that the unit has still to carry out, up to the task’s own day', () => {
    expect(measuresToAgree(given(), 'doer').map(({ id }) => id)).toEqual(['m1'])
    expect(latestAgreeable(given())).toBe('2018-12-31')
  })
})
