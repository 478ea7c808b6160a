import { noUnits } from '@/domain/organization/unit'
import { fixedDeadline } from '@/domain/task/deadline'
import { whyNotPlan } from '@/domain/task/plan'
import type { PlannedMeasure, RectificationPlan } from '@/domain/task/task'
import { measure, planDueOn, task } from '../builders'

const today = '2018-06-20'
const why = (plan: RectificationPlan, of = task(), day = today) => {
  const refusal = whyNotPlan(of, 'doer', plan, day)
  return refusal && [refusal.code, ...(refusal.fields ?? [])].join(' ')
}
const withMeasure = (more: Partial<PlannedMeasure>): RectificationPlan => {
  const plan = planDueOn('2018-12-01')
  return { ...plan, measures: plan.measures.map((planned) => ({ ...planned, ...more })) }
}

describe("a unit's plan", () => {
  it('needs goals and a responsible person', () => {
    expect(why(planDueOn('2018-12-01'))).toBeNull()
    expect(why({ ...planDueOn('2018-12-01'), goals: ' ' })).toBe('TASK.PLAN_INCOMPLETE plan.goals')
    expect(why({ ...planDueOn('2018-12-01'), person: '' })).toBe('TASK.PLAN_INCOMPLETE plan.person')
  })

  it('is never empty, also where the list prints no measure for the unit', () => {
    const empty = { ...planDueOn('2018-12-01'), measures: [] }
    const others = measure({ units: { ...noUnits, responsible: ['other'] } })
    for (const measures of [[], [others], [measure()]])
      expect(why(empty, task({ measures }))).toBe('TASK.PLAN_INCOMPLETE plan.measures')
  })

  it('plans every measure of the unit once, and none of another unit', () => {
    const measures = [
      measure(),
      measure({ id: 'm2', units: { ...noUnits, responsible: ['doer'] } }),
      measure({ id: 'm3', units: { ...noUnits, responsible: ['other'] } }),
    ]
    const of = task({ measures })
    const plan = planDueOn('2018-12-01')
    const both = [...plan.measures, ...planDueOn('2018-12-01', 'm2').measures]
    expect(why({ ...plan, measures: both }, of)).toBeNull()
    expect(why(plan, of)).toBe('TASK.PLAN_INCOMPLETE plan.measures')
    const foreign = [...both, ...planDueOn('2018-12-01', 'm3').measures]
    expect(why({ ...plan, measures: foreign }, of)).toBe('TASK.PLAN_INCOMPLETE plan.measures')
    const twice = [...both, ...plan.measures]
    expect(why({ ...plan, measures: twice }, of)).toBe('TASK.PLAN_INCOMPLETE plan.measures')
  })

  it('names a person for each measure', () => {
    expect(why(withMeasure({ person: '' }))).toBe('TASK.PLAN_INCOMPLETE plan.measures.0.person')
  })

  it('has no day in the past: today is not past', () => {
    expect(why(withMeasure({ dueOn: today }))).toBeNull()
    expect(why(withMeasure({ dueOn: '2018-06-19' }))).toBe('TASK.DATE_PAST plan.measures.0.dueOn')
  })

  it('has no day after the deadline: the last day is in time', () => {
    expect(why(withMeasure({ dueOn: '2018-12-31' }))).toBeNull()
    expect(why(withMeasure({ dueOn: '2019-01-01' }))).toBe(
      'TASK.DATE_AFTER_DEADLINE plan.measures.0.dueOn',
    )
  })

  it("is bound by the measure's own deadline where it has one", () => {
    const of = task({ measures: [measure({ deadline: fixedDeadline('x', '2018-09-30') })] })
    expect(why(withMeasure({ dueOn: '2018-09-30' }), of)).toBeNull()
    expect(why(withMeasure({ dueOn: '2018-10-01' }), of)).toBe(
      'TASK.DATE_AFTER_DEADLINE plan.measures.0.dueOn',
    )
  })

  it('may look ahead where the deadline is past already, or nobody could plan', () => {
    expect(why(withMeasure({ dueOn: '2019-03-01' }), task(), '2019-01-05')).toBeNull()
    expect(why(withMeasure({ dueOn: '2019-01-04' }), task(), '2019-01-05')).toBe(
      'TASK.DATE_PAST plan.measures.0.dueOn',
    )
  })

  it('has milestones that add up to the whole and end with the measure', () => {
    const half = { id: '1', text: 'dig', dueOn: '2018-09-01', weight: 50 }
    const milestones = [half, { ...half, id: '2', text: 'build', dueOn: '2018-12-01' }]
    expect(why(withMeasure({ milestones }))).toBeNull()
    expect(why(withMeasure({ milestones: [half] }))).toBe(
      'TASK.PLAN_INCOMPLETE plan.measures.0.milestones',
    )
    const late = [half, { ...half, dueOn: '2018-12-02' }]
    expect(why(withMeasure({ milestones: late }))).toBe(
      'TASK.DATE_AFTER_DEADLINE plan.measures.0.milestones.1.dueOn',
    )
    const past = [{ ...half, dueOn: '2018-06-19' }, half]
    expect(why(withMeasure({ milestones: past }))).toBe(
      'TASK.DATE_PAST plan.measures.0.milestones.0.dueOn',
    )
  })
})
