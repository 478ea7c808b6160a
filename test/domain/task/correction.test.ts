import { correctablePlaces } from '@/domain/task/correctable'
import { type Correction, correctText } from '@/domain/task/correction'
import { fixedDeadline, recurringDeadline, stagedDeadline } from '@/domain/task/deadline'
import type { RectificationTask } from '@/domain/task/task'
import { actor, staffOf } from '../actors'
import { measure, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const list: Partial<RectificationTask> = {
  state: 'inProgress',
  number: '27',
  problem: 'as misread',
  goals: ['first', 'second'],
  measures: [
    measure({ id: 'm1', text: 'sewers', deadline: fixedDeadline('by June', '2019-06-30') }),
    measure({ id: 'm2', text: 'plants', deadline: null }),
  ],
  deadline: fixedDeadline('by the end of 2019', '2019-12-31'),
}
const given: Correction = {
  place: 'problem',
  text: 'as printed',
  on: null,
  sourceLine: '2. as printed',
}
const correct = (
  more: Partial<Correction>,
  of: Partial<RectificationTask> = {},
  by = actor('coordinator'),
) => correctText(task({ ...list, ...of }), { ...given, ...more }, by, taskFacts(on('2018-12-01')))

describe('what was misread', () => {
  it.each([
    ['number', { number: 'as printed' }],
    ['problem', { problem: 'as printed' }],
    ['goal.1', { goals: ['first', 'as printed'] }],
  ] as const)('is corrected at %s, and nowhere else', (place, changed) => {
    expect(correct({ place })).toEqual({ ...task(list), ...changed })
  })

  it('is corrected in one measure and its own date', () => {
    expect(correct({ place: 'measure.1' }).measures.map(({ text }) => text)).toEqual([
      'sewers',
      'as printed',
    ])
    const dated = correct({ place: 'due.0', text: 'by July', on: '2019-07-31' })
    expect(dated.measures[0]?.deadline).toEqual(fixedDeadline('by July', '2019-07-31'))
    expect(dated.deadline).toEqual(list.deadline)
  })

  it('is a date with the day that it means', () => {
    const due = { place: 'due', text: 'by the end of 2020', on: '2020-12-31' }
    expect(correct(due).deadline).toEqual(fixedDeadline(due.text, due.on))
    expect(refusalOf(() => correct({ ...due, on: null }))).toBe('TASK.NO_COUNTED_DATE on')
  })

  it('is told by its line, is there, and is the office’s before the verification', () => {
    expect(refusalOf(() => correct({ sourceLine: ' ' }))).toBe('TASK.REASON_REQUIRED sourceLine')
    for (const place of ['goal.2', 'measure.2', 'due.1'])
      expect(refusalOf(() => correct({ place, on: '2020-12-31' }))).toBe('THING.NOT_FOUND place')
    expect(refusalOf(() => correct({}, {}, staffOf('lead')))).toBe('ACCESS.ROLE')
    for (const state of ['draft', 'preNotice', 'verifying', 'closed'] as const)
      expect(refusalOf(() => correct({}, { state }))).toBe('THING.STATE')
  })

  it('is no date that moves by a record of its own', () => {
    const places = (deadline: RectificationTask['deadline']) =>
      correctablePlaces(task({ ...list, measures: [], deadline })).map(({ place }) => place)
    const words = ['number', 'problem', 'goal.0', 'goal.1']
    const stages = [{ on: '2019-06-30', result: 'half' }]
    for (const deadline of [
      { ...fixedDeadline('x', '2019-12-31'), extendedTo: '2020-03-31' },
      { ...fixedDeadline('x', '2019-12-31'), reopenedTo: '2020-03-31' },
      recurringDeadline('x', '2019-12-31'),
      stagedDeadline('x', stages),
    ])
      expect(places(deadline)).toEqual(words)
    expect(places(fixedDeadline('x', '2019-12-31'))).toEqual([...words, 'due'])
  })

  it('leaves what stood there to the history', () => {
    expect(correctablePlaces(task(list)).map(({ words }) => words)).toEqual([
      ...['27', 'as misread', 'first', 'second', 'sewers', 'plants'],
      ...['by the end of 2019', 'by June'],
    ])
  })
})

describe('a date that has a record of its own', () => {
  const places = (deadline: RectificationTask['deadline']) =>
    correctablePlaces(task({ ...list, deadline })).map(({ place }) => place)
  const printed = fixedDeadline('by the end of 2019', '2019-12-31')

  it('is not corrected as if it were misread', () => {
    expect(places(printed)).toContain('due')
    expect(places({ ...printed, extendedTo: '2020-06-30' })).not.toContain('due')
    expect(places({ ...printed, reopenedTo: '2020-06-30' })).not.toContain('due')
    expect(places({ ...printed, countedOn: null })).not.toContain('due')
  })

  it('is not corrected without one', () => {
    expect(refusalOf(() => correct({ place: 'due', text: 'by December', on: null }))).toMatch(
      /^TASK.NO_COUNTED_DATE/,
    )
  })
})
