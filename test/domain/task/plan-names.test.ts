import { namedPlan, withOwnMeasures, withOwnNamed } from '@/domain/task/plan'
import type { PlannedMeasure } from '@/domain/task/task'
import { measure, planned, planDueOn, task } from '../builders'

const milestone = (text: string, id?: string) => ({
  ...{ text, dueOn: '2018-09-01', weight: 50 },
  ...(id !== undefined && { id }),
})
const written = (...milestones: ReturnType<typeof milestone>[]) => ({
  ...planDueOn('2018-12-01'),
  measures: [{ measureId: 'm1', person: 'Engineer', dueOn: '2018-12-01', milestones }],
})
const idsOf = (plan: { readonly measures: readonly PlannedMeasure[] }) =>
  plan.measures[0]!.milestones.map(({ id }) => id)

describe('the names of milestones', () => {
  it('are the next free numbers, and what has one keeps it', () => {
    expect(idsOf(namedPlan(written(milestone('a'), milestone('b'))))).toEqual(['1', '2'])
    expect(idsOf(namedPlan(written(milestone('a', '4'), milestone('b'))))).toEqual(['4', '5'])
    expect(idsOf(namedPlan(written(milestone('a', '4'), milestone('b', '4'))))).toEqual(['4', '5'])
  })

  it('are not those that the standing plan gave away', () => {
    const standing = namedPlan(written(milestone('a'), milestone('b')))
    expect(idsOf(namedPlan(written(milestone('c')), standing))).toEqual(['3'])
    const other = { ...standing, measures: [{ ...standing.measures[0]!, measureId: 'm2' }] }
    expect(idsOf(namedPlan(written(milestone('c')), other))).toEqual(['1'])
  })
})

describe('measures that a unit writes itself', () => {
  const own = (text?: string, measureId = '') => ({
    ...{ measureId, person: 'Engineer', dueOn: '2018-12-01', milestones: [] },
    ...(text !== undefined && { text }),
  })
  const plan = (...measures: ReturnType<typeof own>[]) => ({ ...planDueOn('2018-12-01'), measures })

  it('are named by numbers that nobody else in the task has', () => {
    const other = { ...planned('lead'), plan: plan(own('x', 'own.2')) }
    const listed = task({ measures: [measure({ id: 'own.1' })], assignments: [other] })
    const named = withOwnNamed(listed, 'doer', plan(own('挖沟'), own(undefined, 'm1'), own('埋管')))
    expect(named.measures.map(({ measureId }) => measureId)).toEqual(['own.3', 'm1', 'own.4'])
  })

  it('stand in the task as that unit’s once the plan is approved, each once', () => {
    const approved = { ...planned('doer'), plan: plan(own('挖沟', 'own.1'), own(undefined, 'm1')) }
    const next = withOwnMeasures(task({ assignments: [approved] }), 'doer')
    expect(next.measures.map(({ id, text }) => [id, text])).toEqual([
      ['m1', 'build the sewer'],
      ['own.1', '挖沟'],
    ])
    expect(next.measures[1]!.units.responsible).toEqual(['doer'])
    expect(withOwnMeasures(next, 'doer')).toBe(next)
    expect(withOwnMeasures(next, 'stranger')).toBe(next)
  })
})
