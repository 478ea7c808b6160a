import { noUnits } from '@/domain/organization/unit'
import { fixedDeadline, longTermDeadline, relativeDeadline } from '@/domain/task/deadline'
import {
  newsOfCancelled,
  newsOfMovedDays,
  newsOfRhythm,
  newsOfTakenAway,
  newsOfTakenOver,
} from '@/domain/task/moved-news'
import type { RectificationTask } from '@/domain/task/task'
import { actor, city, staffOf } from '../actors'
import { assignment, doneReport, measure, planned, task } from '../builders'

const office = actor('coordinator')
const signedBy = (unitId: string, personId: string | null) => ({ ...planned(unitId), personId })

/** `doer` owes m1 by its own day, `lead` m2 and the whole. */
const running = (more: Partial<RectificationTask> = {}): RectificationTask =>
  task({
    state: 'inProgress',
    deadline: fixedDeadline('年底前', '2018-12-31'),
    measures: [
      measure({
        id: 'm1',
        units: { ...noUnits, responsible: ['doer'] },
        deadline: fixedDeadline('11月底前', '2018-11-30'),
      }),
      measure({
        id: 'm2',
        units: { ...noUnits, lead: ['lead'] },
        deadline: fixedDeadline('10月底前', '2018-10-31'),
      }),
    ],
    assignments: [assignment('lead'), assignment('doer')],
    ...more,
  })
const dueOf = (of: RectificationTask, id: string, on: string): RectificationTask => ({
  ...of,
  measures: of.measures.map((each) =>
    each.id === id ? { ...each, deadline: fixedDeadline('x', on) } : each,
  ),
})
const told = (before: RectificationTask, next: RectificationTask, by = office) =>
  newsOfMovedDays(before, next, by, city, 7).map(({ notice, to, dueOn }) => [
    notice,
    'unitId' in to ? to.unitId : null,
    dueOn,
  ])

describe('whoever owes work whose day is moved', () => {
  it('hears the new day, and nobody whose day stays', () => {
    const before = running()
    expect(told(before, dueOf(before, 'm1', '2018-10-15'))).toEqual([
      ['dayMoved', 'doer', '2018-10-15'],
    ])
    expect(told(before, { ...before, deadline: fixedDeadline('x', '2019-01-31') })).toEqual([
      ['dayMoved', 'lead', '2019-01-31'],
    ])
    expect(told(before, { ...before, problem: 'another word' })).toEqual([])
  })

  it('hears of the soonest of several, once', () => {
    const before = running()
    const next = dueOf(
      { ...before, deadline: fixedDeadline('x', '2019-01-31') },
      'm2',
      '2018-11-05',
    )
    expect(told(before, next)).toEqual([['dayMoved', 'lead', '2018-11-05']])
  })

  it('hears of a day where there was none', () => {
    const deadline = relativeDeadline('x', { text: 'opening', enteredBy: 'doer' })
    const before = running({ measures: [measure()], deadline })
    const next = { ...before, deadline: { ...deadline, countedOn: '2018-12-01' } }
    expect(told(before, next)).toEqual([['dayMoved', 'lead', '2018-12-01']])
  })

  it('hears nothing where the unit did it itself, nor where the day of done work is moved', () => {
    const before = running()
    const next = dueOf(before, 'm1', '2018-10-15')
    expect(told(before, next, staffOf('doer'))).toEqual([])
    expect(told(before, next, staffOf('lead'))).toHaveLength(1)
    // The office that is a responsible unit itself acts as the office.
    expect(told(before, next, { ...office, unitId: 'doer' })).toHaveLength(1)
    const over = { ...before, state: 'selfChecked', completedOn: '2018-06-01' } as const
    expect(told(over, dueOf(over, 'm1', '2018-10-15'))).toEqual([])
  })

  it('is whoever signed for it, each time by a message of its own', () => {
    const shares = { assignments: [signedBy('lead', 'chief'), signedBy('doer', null)] }
    const before = running(shares)
    const next = { ...before, deadline: fixedDeadline('x', '2019-01-31') }
    const [news] = newsOfMovedDays(before, next, office, city, 7)
    expect(news?.to).toMatchObject({ unitId: 'lead', saidBy: 'chief' })
    expect(news?.node).not.toBe(newsOfMovedDays(before, next, office, city, 8)[0]?.node)
  })
})

describe('whoever owes a duty that returns at other times from now on', () => {
  const deadline = { ...longTermDeadline('x', '2018-09-30'), everyMonths: 3 }
  const recurring = running({
    measures: [measure({ id: 'm1', units: { ...noUnits, responsible: ['doer'] }, deadline })],
  })

  it('hears so, with the next day, which stays', () => {
    const [news, ...more] = newsOfRhythm(recurring, 'm1', office, city, 7)
    expect(news).toMatchObject({ notice: 'dayMoved', dueOn: '2018-09-30', to: { unitId: 'doer' } })
    expect(more).toEqual([])
    expect(newsOfRhythm(recurring, 'm2', office, city, 7)).toEqual([])
  })

  it('is the unit that answers for the whole where the whole returns', () => {
    const whole = running({ deadline })
    expect(newsOfRhythm(whole, null, office, city, 7).map(({ to }) => to)).toMatchObject([
      { unitId: 'lead' },
    ])
  })
})

describe('the unit that has another one’s share now', () => {
  it('hears by when it signs, or the soonest day of its work where it signed long ago', () => {
    const dueOn = (of: RectificationTask, unitId: string) =>
      newsOfTakenOver(of, unitId, city, 7).map((news) => [news.notice, news.dueOn])
    const fresh = running({ assignments: [assignment('doer', { signDueOn: '2018-06-14' })] })
    expect(dueOn(fresh, 'doer')).toEqual([['workTakenOver', '2018-06-14']])
    const old = running({ assignments: [planned('lead'), planned('doer', '2018-11-20')] })
    expect(dueOn(old, 'doer')).toEqual([['workTakenOver', '2018-11-20']])
    expect(dueOn(old, 'stranger')).toEqual([])
    // A duty that goes on when the work is completed is all that is left of it.
    const completed = running({
      completedOn: '2018-08-01',
      measures: [
        measure({
          id: 'm1',
          units: { ...noUnits, responsible: ['doer'] },
          deadline: { ...longTermDeadline('x', '2018-09-30'), everyMonths: 3 },
        }),
      ],
      assignments: [planned('lead'), planned('doer')],
    })
    expect(dueOn(completed, 'doer')).toEqual([['workTakenOver', '2018-09-30']])
  })
})

describe('the unit whose share went to another one', () => {
  it('hears so, by whoever signed for it; one that has it again hears nothing', () => {
    const before = running({ assignments: [signedBy('doer', 'chief')] })
    const next = running({ assignments: [assignment('other')] })
    expect(newsOfTakenAway(before, next, 'doer', city, 7)).toMatchObject([
      { notice: 'workTakenAway', dueOn: null, to: { unitId: 'doer', saidBy: 'chief' } },
    ])
    expect(newsOfTakenAway(before, before, 'doer', city, 7)).toEqual([])
  })
})

describe('every unit of a task that is cancelled', () => {
  it('hears so, and nobody where nothing was given out', () => {
    expect(newsOfCancelled(running(), city, 7)).toMatchObject([
      { notice: 'taskCancelled', to: { unitId: 'lead' } },
      { notice: 'taskCancelled', to: { unitId: 'doer' } },
    ])
    expect(newsOfCancelled(running({ assignments: [] }), city, 7)).toEqual([])
  })
})

describe('whoever planned for a day that lies past the end from now on', () => {
  const withPlan = (state: 'planned' | 'planSubmitted', more: Partial<RectificationTask> = {}) =>
    running({
      measures: [
        measure({ id: 'm1', units: { ...noUnits, responsible: ['doer'] } }),
        measure({ id: 'm2', units: { ...noUnits, lead: ['lead'] } }),
      ],
      assignments: [assignment('lead'), { ...planned('doer', '2018-11-20'), state }],
      ...more,
    })
  const endOn = (of: RectificationTask, on: string) => ({ ...of, deadline: fixedDeadline('x', on) })

  it.each(['planned', 'planSubmitted'] as const)('hears the end, by a plan that is %s', (state) => {
    const before = withPlan(state)
    expect(told(before, endOn(before, '2018-11-20'))).toEqual([['dayMoved', 'lead', '2018-11-20']])
    expect(told(before, endOn(before, '2018-11-19'))).toEqual([
      ['dayMoved', 'lead', '2018-11-19'],
      ['dayMoved', 'doer', '2018-11-19'],
    ])
  })

  it('hears nothing a second time, nor of what is done', () => {
    const before = endOn(withPlan('planned'), '2018-11-19')
    expect(told(before, endOn(before, '2018-11-18'))).toEqual([['dayMoved', 'lead', '2018-11-18']])
    const done = withPlan('planned', { done: [doneReport('measure.m1.doer', 'doer')] })
    expect(told(done, endOn(done, '2018-11-19'))).toEqual([['dayMoved', 'lead', '2018-11-19']])
  })
})
