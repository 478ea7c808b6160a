import {
  deadlineFaultsOf,
  enterEvent,
  fixedDeadline,
  longTermDeadline,
  rangeDeadline,
  relativeDeadline,
  stagedDeadline,
} from '@/domain/task/deadline'
import { isOccurrenceOver, missedOccurrences, newsOfMissed, rollDuties } from '@/domain/task/duty'
import { assignment, measure, task } from '../builders'
import { on } from '../calendars'

const stage = (day: string) => ({ on: day, result: '' })

describe('what is wrong with a deadline', () => {
  it('is a stage out of order, or twice, or after the day that counts', () => {
    const twice = stagedDeadline('分两步', [stage('2018-06-30'), stage('2018-06-30')])
    expect(deadlineFaultsOf(twice)).toEqual(['stageTwice'])
    const ordered = stagedDeadline('分两步', [stage('2018-09-30'), stage('2018-06-30')])
    expect(ordered.stages.map((each) => each.on)).toEqual(['2018-06-30', '2018-09-30'])
    expect(deadlineFaultsOf(ordered)).toEqual([])
    const mixed = { ...ordered, stages: [...ordered.stages].reverse() }
    expect(deadlineFaultsOf(mixed)).toEqual(['stagesOutOfOrder'])
    expect(deadlineFaultsOf({ ...ordered, countedOn: '2018-09-29' })).toEqual([
      'lastStageNotCounted',
    ])
    expect(deadlineFaultsOf({ ...ordered, countedOn: '2018-09-30' })).toEqual([])
    expect(deadlineFaultsOf({ ...ordered, countedOn: null })).toEqual([])
  })

  it('is a span without one of its ends, or the wrong way round', () => {
    const span = rangeDeadline('六月到九月', '2018-06-01', '2018-09-30')
    expect(deadlineFaultsOf(span)).toEqual([])
    expect(deadlineFaultsOf({ ...span, startsOn: null })).toEqual(['noDate'])
    expect(deadlineFaultsOf({ ...span, countedOn: null })).toEqual(['noDate'])
    expect(deadlineFaultsOf({ ...span, startsOn: '2018-10-01' })).toEqual(['startsAfterEnd'])
    expect(deadlineFaultsOf({ ...span, startsOn: '2018-09-30' })).toEqual([])
  })

  it('is an event that nobody names', () => {
    const waiting = relativeDeadline('批复后', { text: '批复', enteredBy: 'planner' })
    expect(deadlineFaultsOf(waiting)).toEqual([])
    expect(deadlineFaultsOf({ ...waiting, event: null })).toEqual(['noEvent'])
    const blank = relativeDeadline('批复后', { text: ' ', enteredBy: 'planner' })
    expect(deadlineFaultsOf(blank)).toEqual(['noEvent'])
  })
})

describe('a period that begins with an event', () => {
  const waiting = relativeDeadline('批复后', { text: '批复', enteredBy: 'planner' })
  const ends = (count: number, unit: 'day' | 'month' | 'year' | 'workingDay') =>
    enterEvent(waiting, '2018-06-15', { count, unit }, on('2018-06-20').calendar).countedOn

  it('is counted in days, months, years or working days from the day after', () => {
    expect(ends(10, 'day')).toBe('2018-06-25')
    expect(ends(1, 'month')).toBe('2018-07-15')
    expect(ends(2, 'year')).toBe('2020-06-15')
    // Over a weekend.
    expect(ends(1, 'workingDay')).toBe('2018-06-18')
  })
})

describe('a duty of one measure', () => {
  const duty = longTermDeadline('长期坚持', '2018-12-31')
  const running = (change = {}) =>
    task({
      state: 'inProgress',
      deadline: fixedDeadline('2018年底', '2018-12-31'),
      measures: [measure({ id: 'm1', deadline: duty }), measure({ id: 'm2' })],
      assignments: [
        assignment('lead', { state: 'planned' }),
        assignment('doer', { state: 'planned' }),
      ],
      ...change,
    })

  it('is over on the day after its time, and what follows leaves the other measures', () => {
    expect(isOccurrenceOver(running(), '2018-12-31')).toBe(false)
    expect(isOccurrenceOver(running(), '2019-01-01')).toBe(true)
    const rolled = rollDuties(running(), '2019-01-01')
    expect(rolled.measures[0]!.deadline).toMatchObject({
      nextOn: '2019-12-31',
      past: ['2018-12-31'],
    })
    expect(rolled.measures[1]).toEqual(running().measures[1])
    expect(rolled.deadline).toEqual(running().deadline)
  })

  it('is missed by the units that owe it, once it is over and not before', () => {
    expect(missedOccurrences(running(), '2018-12-31')).toEqual([])
    const missed = missedOccurrences(running(), '2019-01-01')
    expect(missed).toMatchObject([{ measureId: 'm1', on: '2018-12-31' }])
    expect(missed[0]!.unitIds.length).toBeGreaterThan(0)
    const news = newsOfMissed(running(), missed, '440900')
    expect(news).toHaveLength(missed[0]!.unitIds.length + 1)
    expect(new Set(news.map(({ node }) => node))).toEqual(new Set(['m1.2018-12-31']))
  })

  it('of the whole is told as the whole’s, at the root where the task has no place', () => {
    const whole = running({ deadline: duty, measures: [], regionCodes: [] })
    const [first] = newsOfMissed(whole, missedOccurrences(whole, '2019-01-01'), '440900')
    expect(first).toMatchObject({ node: 'whole.2018-12-31', regionCode: '440900' })
  })

  it('is no turn while it is not given out, and ends with the task', () => {
    for (const state of ['draft', 'cancelled'] as const)
      expect(isOccurrenceOver(running({ state }), '2019-01-01')).toBe(false)
    expect(isOccurrenceOver(running({ state: 'closed' }), '2019-01-01')).toBe(true)
    const none = task({ state: 'inProgress' })
    expect(isOccurrenceOver(none, '2019-01-01')).toBe(false)
    expect(rollDuties(none, '2019-01-01')).toBe(none)
  })
})
