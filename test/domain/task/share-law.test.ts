import { type AssignmentGiven, whyNotAssignment } from '@/domain/task/assignment-workflow'
import { noUnits } from '@/domain/organization/unit'
import type { Assignment, RectificationTask } from '@/domain/task/task'
import { actor, city, county, leaderOf, otherCounty, staffOf } from '../actors'
import { assignment, planDueOn, planned, task } from '../builders'
import { on } from '../calendars'

const office = actor('coordinator')
const plan = planDueOn('2018-12-01')
const doing = (share: Partial<Assignment>, more: Partial<RectificationTask> = {}) =>
  task({
    state: 'assigned',
    assignments: [planned('lead'), assignment('doer', share)],
    ...more,
  })
type Event = Parameters<typeof whyNotAssignment>[2]
const whyNot = (
  of: RectificationTask,
  event: Event,
  by = staffOf('doer'),
  given?: AssignmentGiven,
  unitId: string | null = 'doer',
) => {
  const facts = { ...on('2018-06-20'), ...(given && { given }) }
  return whyNotAssignment(of, unitId, event, by, facts)?.code ?? null
}

describe('who is refused where a unit has no share', () => {
  const none = (event: Event, by = office) => whyNot(task(), event, by, undefined, 'nobody')

  it('is told of the unit where units do it, and of the role where they do not', () => {
    expect(none('signFor', staffOf('doer'))).toBe('ACCESS.UNIT')
    expect(none('approvePlan', leaderOf('doer'))).toBe('ACCESS.UNIT')
    expect(none('reassign', staffOf('doer'))).toBe('ACCESS.ROLE')
    expect(none('signFor', actor('auditor'))).toBe('ACCESS.ROLE')
  })

  it('is told of the place where the office does it, and of the unit at home', () => {
    const elsewhere = actor('coordinator', { regionCode: otherCounty })
    for (const event of ['approvePlan', 'reassign'] as const) {
      expect(none(event)).toBe('ACCESS.UNIT')
      expect(none(event, elsewhere)).toBe('ACCESS.REGION')
      expect(none(event, actor('auditor'))).toBe('ACCESS.ROLE')
    }
    expect(whyNot(task(), 'reassign', office, undefined, null)).toBe('ACCESS.UNIT')
  })
})

describe('what is brought with a step of a share', () => {
  it('is not asked while the page asks what is possible', () => {
    expect(whyNot(doing({}), 'signFor')).toBeNull()
    expect(whyNot(doing({}), 'returnAssignment')).toBeNull()
    expect(whyNot(doing({}), 'reassign', office)).toBeNull()
    expect(whyNot(doing({ state: 'signedFor' }), 'submitPlan')).toBeNull()
    expect(whyNot(doing(planned('doer'), { state: 'inProgress' }), 'amendPlan')).toBeNull()
  })

  it('is a person with a telephone to sign, another unit with a reason to give it away', () => {
    expect(whyNot(doing({}), 'signFor', staffOf('doer'), { person: 'E' })).toBe(
      'TASK.PLAN_INCOMPLETE',
    )
    expect(whyNot(doing({}), 'signFor', staffOf('doer'), { phone: '1' })).toBe(
      'TASK.PLAN_INCOMPLETE',
    )
    const to = (toUnitId?: string, reason = 'cannot') =>
      whyNot(doing({}), 'reassign', office, { reason, ...(toUnitId && { toUnitId }) })
    expect(to()).toBe('TASK.NO_SINGLE_LEAD')
    expect(to('doer')).toBe('THING.STATE')
    expect(to('other', ' ')).toBe('TASK.REASON_REQUIRED')
    expect(to('other')).toBeNull()
  })

  it('is a plan, also in place of one that stands', () => {
    const signed = doing({ state: 'signedFor' })
    expect(whyNot(signed, 'submitPlan', staffOf('doer'), {})).toBe('TASK.PLAN_INCOMPLETE')
    expect(whyNot(signed, 'submitPlan', staffOf('doer'), { plan })).toBeNull()
    const running = (share: Partial<Assignment> = {}) =>
      doing({ ...planned('doer'), ...share }, { state: 'inProgress' })
    const amended = { reason: 'the river rose', plan }
    const amend = (of: RectificationTask, given: AssignmentGiven) =>
      whyNot(of, 'amendPlan', staffOf('doer'), given)
    expect(amend(running(), { plan })).toBe('TASK.REASON_REQUIRED')
    expect(amend(running(), { reason: 'the river rose' })).toBe('TASK.PLAN_INCOMPLETE')
    expect(amend(running({ plan: null }), amended)).toBe('TASK.PLAN_INCOMPLETE')
    expect(amend(doing(planned('doer')), amended)).toBe('THING.STATE')
  })
})

describe('a share that was sent back', () => {
  const back = (others: Assignment[] = [assignment('other')]) =>
    task({
      state: 'assigned',
      assignments: [assignment('doer', { state: 'returned' }), ...others],
    })
  const to = (toUnitId: string, reason = 'theirs anyway') => ({ toUnitId, reason })

  it('ends where a responsible unit remains, and the page knows before a unit is chosen', () => {
    expect(whyNot(back(), 'dropShare', office)).toBeNull()
    expect(whyNot(back([]), 'dropShare', office)).toBe('THING.STATE')
    expect(whyNot(back([assignment('other', { state: 'returned' })]), 'dropShare', office)).toBe(
      'THING.STATE',
    )
  })

  it('goes to one of those, and not to itself, a stranger or one that sent its own back', () => {
    const sentBack = assignment('third', { state: 'returned' })
    const of = back([assignment('other'), sentBack])
    const why = (unit: string, reason?: string) => whyNot(of, 'dropShare', office, to(unit, reason))
    expect(why('other')).toBeNull()
    expect(why('other', ' ')).toBe('TASK.REASON_REQUIRED')
    for (const unit of ['doer', 'stranger', 'third', '']) expect(why(unit)).toBe('THING.STATE')
  })

  it('is dropped by the office of the region, until the self-check, and only after it came back', () => {
    expect(whyNot(back(), 'dropShare', staffOf('other'), to('other'))).toBe('ACCESS.ROLE')
    const elsewhere = actor('coordinator', { regionCode: otherCounty })
    expect(whyNot(back(), 'dropShare', elsewhere, to('other'))).toBe('ACCESS.REGION')
    const checked = { ...back(), state: 'selfChecked' as const }
    expect(whyNot(checked, 'dropShare', office, to('other'))).toBe('THING.STATE')
    expect(whyNot(doing({}), 'dropShare', office, to('lead'))).toBe('THING.STATE')
  })

  it('is not given away as a new share to who has one: that is this step', () => {
    expect(whyNot(back(), 'reassign', office, to('other'))).toBe('THING.STATE')
    expect(whyNot(back(), 'reassign', office, to('stranger'))).toBeNull()
    expect(whyNot(back(), 'reassign', office, to('doer'))).toBeNull()
    // Whoever sent its own back may be asked once more, with this beside it.
    const both = back([assignment('other', { state: 'returned' })])
    expect(whyNot(both, 'reassign', office, to('other'))).toBeNull()
  })
})

describe('who says yes to a plan', () => {
  const submitted = (more: Partial<RectificationTask> = {}) =>
    doing({ state: 'planSubmitted', plan }, more)

  it('is the lead, and the office where nobody leads or the lead plans for itself', () => {
    expect(whyNot(submitted(), 'approvePlan', staffOf('lead'))).toBeNull()
    expect(whyNot(submitted(), 'approvePlan', office)).toBe('ACCESS.UNIT')
    const unled = submitted({ units: { ...noUnits, responsible: ['doer', 'other'] } })
    expect(whyNot(unled, 'approvePlan', staffOf('other'))).toBe('ACCESS.UNIT')
    expect(whyNot(unled, 'approvePlan', actor('coordinator', { regionCode: city }))).toBeNull()
    const near = actor('coordinator', { regionCode: county })
    expect(whyNot(unled, 'approvePlan', near)).toBeNull()
  })

  it('waits for nothing where none was sent, or the work is over', () => {
    expect(whyNot(submitted({ state: 'closed' }), 'approvePlan', staffOf('lead'))).toBe(
      'THING.STATE',
    )
    const standing = doing(planned('doer'), { state: 'inProgress' })
    expect(whyNot(standing, 'approvePlan', staffOf('lead'))).toBe('THING.STATE')
    expect(whyNot(standing, 'withdrawPlan')).toBe('THING.STATE')
  })
})
