import { signShare } from '@/domain/task/assignment-transitions'
import { obligationsOfTask } from '@/domain/task/owed'
import { extendableDayOf } from '@/domain/task/extension-part'
import { publicTextOf } from '@/domain/release/public-task'
import {
  type Deadline,
  longTermDeadline,
  recurrenceOf,
  recurringDeadline,
} from '@/domain/task/deadline'
import { dutyStates, dutyTurnOn, missedOccurrences } from '@/domain/task/duty'
import { partsOf } from '@/domain/task/part'
import { allowedPartEvents } from '@/domain/task/part-workflow'
import { reportDone, undoDone } from '@/domain/task/part-transitions'
import { isOverdue, nextNodeDueOn, scheduleOf } from '@/domain/task/schedule'
import { changeRhythm } from '@/domain/task/rhythm-transition'
import { rollRecurring } from '@/domain/task/transitions'
import { type RectificationTask, type TaskState, taskStates } from '@/domain/task/task'
import { whyNotTask } from '@/domain/task/workflow'
import { systemActor } from '@/domain/organization/actor'
import { actor, leaderOf, staffOf } from '../actors'
import { cycle, doneReport, measure, planned, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const quarterly = recurringDeadline('每季度巡查一次', '2018-12-31')

/** One measure that comes again each quarter, owed by both units. */
const underway = (change: Partial<RectificationTask> = {}, deadline: Deadline = quarterly) =>
  task({
    state: 'inProgress',
    deadline: { ...task().deadline, countedOn: '2019-12-31' },
    measures: [measure({ deadline })],
    assignments: [planned('lead', '2018-12-01'), planned('doer', '2018-12-01')],
    ...change,
  })
const say = (of: RectificationTask, unitId: string, day: string, today: string) =>
  reportDone(
    of,
    `occurrence.m1.${unitId}.${day}`,
    { on: today, words: `walked ${day}`, photoIds: ['p'], fileIds: [], paperNumber: null },
    staffOf(unitId),
    on(today),
  )
const both = (of: RectificationTask, day: string, today: string) =>
  say(say(of, 'doer', day, today), 'lead', day, today)
const dutyOf = ({ measures }: RectificationTask) => {
  const { nextOn, past = [] } = measures[0]!.deadline!
  return { nextOn, past }
}
const roll = (of: RectificationTask, today: string) => rollRecurring(of, taskFacts(on(today)))
const owed = (of: RectificationTask, today: string) =>
  obligationsOfTask(
    of,
    { since: today, release: { secrecy: null, openness: null } },
    { ...on(today), rootRegion: '440900' },
  )
    .filter(({ kind, unitId }) => kind === 'finishMeasure' && unitId === 'doer')
    .map(({ dueOn }) => dueOn)

describe('what comes again and again', () => {
  it('is a part each time, of every unit that owes it, and none by itself', () => {
    expect(partsOf(underway()).map(({ kind, id }) => [kind, id])).toEqual([
      ['occurrence', 'occurrence.m1.lead.2018-12-31'],
      ['occurrence', 'occurrence.m1.doer.2018-12-31'],
    ])
  })

  it('is followed by the next one when the last unit has said it done', () => {
    const one = say(underway(), 'doer', '2018-12-31', '2018-11-05')
    expect(dutyOf(one)).toEqual({ nextOn: '2018-12-31', past: [] })
    expect(owed(one, '2018-11-05')).toEqual([])
    const all = say(one, 'lead', '2018-12-31', '2018-11-06')
    expect(dutyOf(all)).toEqual({ nextOn: '2019-03-31', past: ['2018-12-31'] })
    expect(owed(all, '2018-11-06')).toEqual(['2019-03-31'])
    // In place with its first time, for good.
    expect(all.measures[0]?.doneOn).toBe('2018-11-06')
  })

  it('is owed again when it is taken back before its day, and stays in place while one is done', () => {
    const all = both(underway(), '2018-12-31', '2018-11-06')
    const given = { reason: 'wrong' }
    const back = undoDone(
      all,
      'occurrence.m1.doer.2018-12-31',
      given,
      staffOf('doer'),
      on('2018-11-07'),
    )
    expect(dutyOf(back)).toEqual({ nextOn: '2018-12-31', past: [] })
    expect(owed(back, '2018-11-07')).toEqual(['2018-12-31'])
    expect(back.measures[0]?.doneOn).toBeNull()
    expect(back.cycles.at(-1)?.undone).toHaveLength(1)
  })

  it('is rolled by the system on the day after, each missed one on record and none behind', () => {
    const running = underway()
    expect(dutyTurnOn(running)).toBe('2019-01-01')
    expect(refusalOf(() => roll(running, '2018-12-31'))).toBe('THING.STATE')
    expect(scheduleOf(running, '2019-01-01').state).toBe('behind')
    expect(missedOccurrences(running, '2019-01-01')).toEqual([
      { measureId: 'm1', on: '2018-12-31', unitIds: ['lead', 'doer'] },
    ])
    const next = roll(running, '2019-01-01')
    expect(dutyOf(next)).toEqual({ nextOn: '2019-03-31', past: ['2018-12-31'] })
    expect(scheduleOf(next, '2019-01-01')).toEqual({ state: 'onSchedule', overdue: false })
    expect(nextNodeDueOn(next)).toBe('2019-03-31')
    // Nobody looked for a year: every time is on record.
    const late = roll(running, '2019-11-05')
    expect(dutyOf(late)).toEqual({
      nextOn: '2019-12-31',
      past: ['2018-12-31', '2019-03-31', '2019-06-30', '2019-09-30'],
    })
    expect(isOverdue(late, '2019-11-05')).toBe(false)
    // It may still be said late, and moves nothing.
    const said = both(late, '2019-03-31', '2019-11-05')
    expect(dutyOf(said)).toEqual(dutyOf(late))
    expect(said.measures[0]?.doneOn).toBe('2019-11-05')
  })

  it('is said done in every state to closed, and in no other', () => {
    const may = (state: TaskState) => {
      const of = underway({ state })
      const part = partsOf(of).find(({ unitId }) => unitId === 'doer')!
      return allowedPartEvents(of, part, staffOf('doer'), on('2018-11-05')).includes('reportDone')
    }
    const states = taskStates.filter(may)
    expect(states).toEqual(dutyStates)
    expect(states).toContain('closed')
    expect(states).not.toContain('cancelled')
    const closed = both(underway({ state: 'closed' }), '2018-12-31', '2018-11-06')
    expect(dutyOf(closed).nextOn).toBe('2019-03-31')
    expect(owed(closed, '2018-11-06')).toEqual(['2019-03-31'])
    expect(owed(underway({ state: 'cancelled' }), '2018-11-06')).toEqual([])
    expect(dutyTurnOn(underway({ state: 'cancelled' }))).toBeNull()
    expect(dutyTurnOn(underway({ state: 'draft' }))).toBeNull()
  })

  it('after the self-check keeps the time that it rests on, and later ones change no published word', () => {
    const inPlace = both(underway(), '2018-12-31', '2018-11-06')
    const closed = { ...inPlace, state: 'closed', completedOn: '2018-11-07' } as const
    const undo = (of: RectificationTask, day: string) =>
      undoDone(of, `occurrence.m1.doer.${day}`, { reason: 'x' }, staffOf('doer'), on('2018-11-08'))
    expect(refusalOf(() => undo(closed, '2018-12-31'))).toBe('THING.STATE')
    const again = both(closed, '2019-03-31', '2018-11-08')
    expect(undo(again, '2019-03-31').done).toHaveLength(3)
    const names = { unit: () => ({ name: '', phone: null }), region: () => '' }
    const textOf = (of: RectificationTask) =>
      publicTextOf({ ...of, cycles: [cycle({ preNoticeAsked: true })] }, names).result
    expect(textOf(again)).toEqual(textOf(closed))
    expect(textOf(again)?.done[0]?.words).toBe('walked 2018-12-31')
  })

  it('holds the self-check until its first time, and no longer', () => {
    const words = Object.fromEntries(
      ['measuresDone', 'violationsPunished', 'normsMet', 'likeProblemsDone', 'treatedAtSource'].map(
        (standard) => [standard, 'x'],
      ),
    )
    const check = (of: RectificationTask) =>
      whyNotTask(
        of,
        'selfCheck',
        leaderOf('lead'),
        taskFacts(on('2018-11-07'), { given: { standards: words, signOffNumber: '1' } }),
      )?.code ?? null
    expect(check(underway())).toBe('TASK.MEASURE_UNFINISHED')
    expect(check(say(underway(), 'doer', '2018-12-31', '2018-11-06'))).toBe(
      'TASK.MEASURE_UNFINISHED',
    )
    const inPlace = both(underway(), '2018-12-31', '2018-11-06')
    expect(check(inPlace)).toBe('TASK.SHARE_UNSIGNED')
    const sign = (of: RectificationTask) =>
      signShare(of, { signOffNumber: null }, leaderOf('doer'), on('2018-11-06'))
    expect(refusalOf(() => sign(underway()))).toBe('TASK.MEASURE_UNFINISHED')
    expect(check(sign(inPlace))).toBeNull()
  })

  it('of a whole task belongs to who answers, beside its measures', () => {
    const yearly = underway({
      deadline: longTermDeadline('长期坚持', '2018-12-31'),
      measures: [measure()],
      done: [doneReport('measure.m1.lead', 'lead'), doneReport('measure.m1.doer', 'doer')],
    })
    const times = partsOf(yearly).filter(({ kind }) => kind === 'occurrence')
    expect(times.map(({ id }) => id)).toEqual(['occurrence.whole.lead.2018-12-31'])
    const rolled = roll({ ...yearly, state: 'closed' }, '2019-01-01')
    expect(rolled.deadline).toMatchObject({ nextOn: '2019-12-31', past: ['2018-12-31'] })
    expect(extendableDayOf(yearly, { kind: 'task' })).toBeNull()
  })

  it('comes as often as the list prints, and yearly where it does not say', () => {
    const every = (text: string, kind: 'recurring' | 'longTerm' = 'recurring') =>
      recurrenceOf({ kinds: [kind], text }).everyMonths
    expect(
      ['每月调度', '每季度巡查', '每半年一次', '每年6月', '定期开展'].map((text) => every(text)),
    ).toEqual([1, 3, 6, 12, 12])
    expect(every('长期坚持，每月巡查', 'longTerm')).toBe(12)
  })

  it('is nobody’s but the system’s to roll', () => {
    const facts = taskFacts(on('2019-01-01'))
    expect(whyNotTask(underway(), 'rollRecurring', systemActor, facts)).toBeNull()
    expect(whyNotTask(underway(), 'rollRecurring', staffOf('doer'), facts)?.code).toBe(
      'ACCESS.ROLE',
    )
  })
})

describe('how often a duty returns, changed later', () => {
  const often = recurringDeadline('定期巡查', '2018-12-31')
  const change = (of: RectificationTask, measureId: string | null, by = actor('coordinator')) =>
    changeRhythm(
      of,
      { measureId, everyMonths: 2, reason: 'flood season' },
      by,
      taskFacts(on('2018-12-01')),
    )

  it('is the office’s, of the measure that is meant, and leaves the next time on its day', () => {
    const changed = change(underway({}, often), 'm1')
    expect(changed.measures[0]?.deadline).toMatchObject({ everyMonths: 2, nextOn: '2018-12-31' })
    expect(changed.deadline).toEqual(underway().deadline)
    const rolled = rollRecurring(changed, taskFacts(on('2019-01-01')))
    expect(rolled.measures[0]?.deadline?.nextOn).toBe('2019-02-28')
    expect(change(underway({ deadline: often }, often), null).deadline.everyMonths).toBe(2)
    expect(refusalOf(() => change(underway({}, often), 'm1', staffOf('lead')))).toBe('ACCESS.ROLE')
  })

  it('is changed against no words of the list, of nothing that does not return, and after the close-out too', () => {
    expect(refusalOf(() => change(underway(), 'm1'))).toBe('THING.STATE')
    expect(refusalOf(() => change(underway({}, often), null))).toBe('THING.NOT_FOUND measureId')
    expect(change(underway({ state: 'closed' }, often), 'm1').state).toBe('closed')
    const verifying = underway({ state: 'verifying' }, often)
    expect(refusalOf(() => change(verifying, 'm1'))).toBe('THING.STATE')
  })
})

describe('a duty of the whole', () => {
  const whole = (more: Partial<RectificationTask> = {}) =>
    underway({ deadline: quarterly, measures: [], ...more })
  const nodes = (of: RectificationTask) =>
    obligationsOfTask(
      of,
      { since: '2018-11-05', release: { secrecy: null, openness: null } },
      { ...on('2018-11-05'), rootRegion: '440900' },
    )
      .filter(({ kind }) => kind === 'finishMeasure' || kind === 'finishTask')
      .map(({ kind, unitId, dueOn }) => `${kind} ${unitId} ${dueOn}`)

  it('is owed as the end of the task until that is completed, then as its next time', () => {
    expect(nodes(whole())).toEqual(['finishTask lead 2018-12-31'])
    expect(nodes(whole({ state: 'closed', completedOn: '2018-11-01' }))).toEqual([
      'finishMeasure lead 2018-12-31',
    ])
  })

  it('is owed beside an end that the list dates', () => {
    const ended = { ...quarterly, countedOn: '2019-12-31' }
    expect(nodes(whole({ deadline: ended }))).toContain('finishMeasure lead 2018-12-31')
  })

  it('is nobody’s where no unit has a share, or before its plan is approved', () => {
    const closed = { state: 'closed', completedOn: '2018-11-01' } as const
    expect(nodes(whole({ ...closed, assignments: [] }))).toEqual([])
    const [lead] = whole().assignments
    expect(nodes(whole({ ...closed, assignments: [{ ...lead!, state: 'signedFor' }] }))).toEqual([])
    expect(nodes(whole({ ...closed, deadline: { ...quarterly, nextOn: null } }))).toEqual([])
  })
})
