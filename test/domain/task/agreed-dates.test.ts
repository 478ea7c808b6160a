import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { obligationsOfTask } from '@/domain/task/owed'
import { publicFactsOf } from '@/domain/release/public-task'
import { agreedDayOf, agreedDayOfMeasure, withAgreedDates } from '@/domain/task/agreed-dates'
import { fixedDeadline } from '@/domain/task/deadline'
import { partsOf } from '@/domain/task/part'
import { nextNodeDueOn, scheduleOf } from '@/domain/task/schedule'
import { city } from '../actors'
import { assignment, dates, measure, planned, task } from '../builders'
import { on } from '../calendars'

const context: ObligationContext = { ...on('2018-06-20'), rootRegion: city }
const check = { on: '2018-06-01' }
const duties = { since: '2018-06-04', release: { secrecy: check, openness: check } }
const sides = { unitId: 'lead', enterpriseId: 'plant' }
const measures = [measure(), measure({ id: 'm2', deadline: fixedDeadline('y', '2018-09-30') })]
const running = task({ state: 'inProgress', measures, assignments: [planned('lead')] })
const agreed = withAgreedDates(running, sides, dates('2018-10-15', '2018-11-20'))

describe('a date that a unit and a firm have agreed on', () => {
  it('is the day of the unit’s own obligation, named by the measure', () => {
    const owed = obligationsOfTask(agreed, duties, {
      ...context,
      title: (_kind, subject) => (subject.thing === 'task' && subject.part) || '',
    }).filter(({ kind }) => kind === 'finishMeasure')
    expect(owed.map(({ title, dueOn, unitId }) => [title, dueOn, unitId])).toEqual([
      [measures[0]?.text, '2018-10-15', 'lead'],
      [measures[1]?.text, '2018-11-20', 'lead'],
    ])
  })

  it('is the day of the part and of the schedule, earlier or later than printed or planned', () => {
    expect(partsOf(agreed).map(({ measureId, dueOn }) => [measureId, dueOn])).toEqual([
      ['m1', '2018-10-15'],
      ['m2', '2018-11-20'],
    ])
    expect(nextNodeDueOn(running)).toBe('2018-09-30')
    expect(nextNodeDueOn(agreed)).toBe('2018-10-15')
    expect(scheduleOf(agreed, '2018-10-15').state).toBe('onSchedule')
    expect(scheduleOf(agreed, '2018-10-16').state).toBe('behind')
  })

  it('counts also before the plan is approved', () => {
    const early = { ...agreed, assignments: [assignment('lead', { state: 'signedFor' })] }
    expect(nextNodeDueOn(early)).toBe('2018-10-15')
  })

  it('with several firms is the last one for the unit, and each firm’s own table stays', () => {
    const two = withAgreedDates(
      agreed,
      { unitId: 'lead', enterpriseId: 'farm' },
      dates('2018-12-01', '2018-08-01'),
    )
    expect(agreedDayOf(two, 'm1', 'lead')).toBe('2018-12-01')
    expect(agreedDayOf(two, 'm2', 'lead')).toBe('2018-11-20')
    expect(two.agreedDates).toHaveLength(4)
  })

  it('gives way to a newer table of the same two, and binds no other unit', () => {
    const again = withAgreedDates(agreed, sides, dates('2018-11-01', '2018-11-25'))
    expect(again.agreedDates).toHaveLength(2)
    expect(agreedDayOf(again, 'm1', 'lead')).toBe('2018-11-01')
    expect(agreedDayOf(again, 'm1', 'doer')).toBeNull()
    expect(agreedDayOfMeasure(again, 'm1')).toBe('2018-11-01')
  })

  it('is a fact of the public page, which changes no released text', () => {
    expect(publicFactsOf({ ...agreed, asking: null }, {}, null).agreedOn).toEqual({
      m1: '2018-10-15',
      m2: '2018-11-20',
    })
  })
})
