import {
  countedDateOf,
  type Deadline,
  deadlineFaultsOf,
  enterEvent,
  fixedDeadline,
  hasCountedDate,
  immediateDeadline,
  longTermDeadline,
  nextNodeOf,
  nextRecurrence,
  rangeDeadline,
  recurringDeadline,
  relativeDeadline,
  stagedDeadline,
} from '@/domain/task/deadline'
import { weekends } from '../calendars'

const awaited = (enteredBy: string | null): Deadline =>
  relativeDeadline('环评批复后6个月内', { text: '环评批复', enteredBy })

describe('a deadline of each kind', () => {
  it('fixed: the date counts', () => {
    expect(countedDateOf(fixedDeadline('2018年12月底前', '2018-12-31'))).toBe('2018-12-31')
  })

  it('staged: the last stage counts and the next one not done is the next node', () => {
    const deadline = stagedDeadline('2018年底50%,2019年底全部', [
      { on: '2019-12-31', result: '全部' },
      { on: '2018-12-31', result: '50%' },
    ])
    expect(countedDateOf(deadline)).toBe('2019-12-31')
    expect(nextNodeOf(deadline)).toBe('2018-12-31')
    const done = deadline.stages.map((stage, index) =>
      index === 0 ? { ...stage, doneOn: '2018-11-01' } : stage,
    )
    expect(nextNodeOf({ ...deadline, stages: done })).toBe('2019-12-31')
  })

  it('range: the end counts', () => {
    const deadline = rangeDeadline('2018年6月至2019年6月', '2018-06-01', '2019-06-30')
    expect(countedDateOf(deadline)).toBe('2019-06-30')
    expect(deadlineFaultsOf(deadline)).toEqual([])
    expect(deadlineFaultsOf(rangeDeadline('x', '2019-06-30', '2018-06-01'))).toEqual([
      'startsAfterEnd',
    ])
  })

  it('recurring and long-term: the next day counts', () => {
    expect(countedDateOf(recurringDeadline('每季度', '2018-09-30'))).toBe('2018-09-30')
    expect(countedDateOf(longTermDeadline('长期坚持', '2018-12-31'))).toBe('2018-12-31')
    expect(countedDateOf(longTermDeadline('长期坚持'))).toBeNull()
  })

  it('relative: nothing counts before the event is entered, then its period does', () => {
    expect(countedDateOf(awaited('unit'))).toBeNull()
    const entered = enterEvent(awaited('unit'), '2018-08-31', { count: 6, unit: 'month' }, weekends)
    expect(entered.countedOn).toBe('2019-02-28')
    expect(entered.text).toBe('环评批复后6个月内')
    const days = enterEvent(
      awaited('unit'),
      '2018-06-01',
      { count: 10, unit: 'workingDay' },
      weekends,
    )
    expect(days.countedOn).toBe('2018-06-15')
  })
})

describe('what assignment needs of a deadline', () => {
  it.each<[string, Deadline, boolean]>([
    ['a fixed date', fixedDeadline('x', '2018-12-31'), true],
    ['立行立改 without a counted date', immediateDeadline('立行立改'), false],
    [
      '立行立改 with the date the coordinator set',
      immediateDeadline('立行立改', '2018-06-30'),
      true,
    ],
    ['an awaited event and who enters it', awaited('unit'), true],
    ['an awaited event that nobody enters', awaited(null), false],
    ['an event without a name', relativeDeadline('x', { text: ' ', enteredBy: 'unit' }), false],
    ['a recurring duty with a next day', recurringDeadline('x', '2018-09-30'), true],
    ['a long-term duty without a next day', longTermDeadline('长期坚持'), false],
    ['a long-term duty with a next day', longTermDeadline('长期坚持', '2018-12-31'), true],
  ])('%s', (_name, deadline, expected) => {
    expect(hasCountedDate(deadline)).toBe(expected)
  })
})

describe('faults of an entered deadline', () => {
  it('are named: no kind, no date, a day that does not exist', () => {
    expect(deadlineFaultsOf({ ...immediateDeadline('x'), kinds: [] })).toEqual(['noKind'])
    expect(deadlineFaultsOf({ ...fixedDeadline('x', '2018-12-31'), countedOn: null })).toEqual([
      'noDate',
    ])
    expect(deadlineFaultsOf(fixedDeadline('x', '2018-11-31'))).toEqual(['notADay'])
    expect(deadlineFaultsOf(relativeDeadline('x', { text: '', enteredBy: null }))).toEqual([
      'noEvent',
    ])
  })

  it('are named for stages: none, twice the same day, out of order, later than what counts', () => {
    const staged = stagedDeadline('x', [
      { on: '2018-06-30', result: 'a' },
      { on: '2018-12-31', result: 'b' },
    ])
    const [first, second] = staged.stages
    if (!first || !second) throw new Error('two stages expected')
    expect(deadlineFaultsOf(staged)).toEqual([])
    expect(deadlineFaultsOf({ ...staged, stages: [] })).toEqual(['noDate'])
    expect(deadlineFaultsOf({ ...staged, stages: [second, second] })).toEqual(['stageTwice'])
    expect(deadlineFaultsOf({ ...staged, stages: [second, first] })).toEqual(['stagesOutOfOrder'])
    expect(deadlineFaultsOf({ ...staged, countedOn: '2018-12-30' })).toEqual([
      'lastStageNotCounted',
    ])
  })

  it('of a combination are those of each kind', () => {
    const both: Deadline = {
      ...fixedDeadline('2018年底前,长期坚持', '2018-12-31'),
      kinds: ['fixed', 'longTerm'],
    }
    expect(deadlineFaultsOf(both)).toEqual([])
    expect(countedDateOf(both)).toBe('2018-12-31')
  })
})

describe('a recurring duty', () => {
  it('returns on the day counted from the first, also past short months', () => {
    const monthly = { everyMonths: 1 }
    expect(nextRecurrence('2018-01-31', monthly, '2018-01-30')).toBe('2018-01-31')
    expect(nextRecurrence('2018-01-31', monthly, '2018-01-31')).toBe('2018-02-28')
    expect(nextRecurrence('2018-01-31', monthly, '2018-02-28')).toBe('2018-03-31')
  })

  it('returns each half-year and year', () => {
    expect(nextRecurrence('2018-06-30', { everyMonths: 6 }, '2018-06-30')).toBe('2018-12-31')
    expect(nextRecurrence('2018-06-15', { everyMonths: 6 }, '2018-06-15')).toBe('2018-12-15')
    expect(nextRecurrence('2018-12-31', { everyMonths: 12 }, '2020-12-31')).toBe('2021-12-31')
    expect(() => nextRecurrence('2018-12-31', { everyMonths: 0 }, '2020-12-31')).toThrow(RangeError)
  })
})
