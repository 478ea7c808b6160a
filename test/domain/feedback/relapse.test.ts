import { answerByRecheck, releaseAnswer, returnAnswer } from '@/domain/feedback/answer-transitions'
import type { Feedback } from '@/domain/feedback/feedback'
import { obligationsOfFeedback } from '@/domain/feedback/owed'
import {
  foundFor,
  recheckPulledByMerge,
  recheckToAwait,
  withRelapseOf,
} from '@/domain/feedback/relapse'
import { admit, assignFeedback, rate } from '@/domain/feedback/transitions'
import { whyNotFeedback } from '@/domain/feedback/workflow'
import { actor, city, county, resident, staffOf } from '../actors'
import { cycle, feedback, recheck, task } from '../builders'
import { on } from '../calendars'

const system = actor('system')
const as = (today: string, isReporter = false) => ({ ...on(today), isReporter })
const closed = task({
  state: 'closed',
  cycles: [cycle({ rechecks: [recheck('2018-06-01', false)] })],
})
const checkedAgain = (relapsed: boolean) => ({
  ...closed,
  cycles: [cycle({ rechecks: [recheck('2018-06-01', false), recheck('2018-06-10', relapsed)] })],
})

const admitted = (more: Partial<Feedback> = {}): Feedback =>
  admit(
    feedback({ relapse: true, taskId: 'task-1', regionCode: county, ...more }),
    {
      summary: 'the brook is black again',
      pollutionTypes: ['water'],
      clearedPhotoIds: [],
      accusedUnitIds: more.accusedUnitIds ?? [],
      regionCode: null,
      awaitsRecheck: recheckToAwait(closed),
    },
    actor('intake'),
    as('2018-06-10'),
  )
const answered = (relapsed = true): Feedback => {
  const found = foundFor(admitted(), checkedAgain(relapsed))
  if (found === 'notYet') throw new Error('not yet')
  return answerByRecheck(admitted(), found, system, as('2018-06-10'))
}
const owedOn = (report: Feedback) =>
  obligationsOfFeedback(report, { ...on('2018-06-10'), rootRegion: city }).map(
    ({ kind, roles }) => ({
      kind,
      roles,
    }),
  )

describe('a report of relapse', () => {
  it('waits for the next re-check of the present course, not for one that was made before it came', () => {
    expect(recheckToAwait(closed)).toEqual({ cycle: 1, after: 1 })
    expect(foundFor(admitted(), closed)).toBe('notYet')
    expect(foundFor(admitted(), checkedAgain(true))).toMatchObject({ relapsed: true })
    // On the same day, and admitted after it: the next one.
    expect(recheckToAwait(checkedAgain(true))).toEqual({ cycle: 1, after: 2 })
  })

  it('waits for nothing where the task is at work already, or was taken up without a look', () => {
    expect(recheckToAwait({ ...closed, state: 'inProgress' })).toBeNull()
    const resumed = {
      ...closed,
      state: 'inProgress',
      cycles: [...closed.cycles, cycle({ ordinal: 2 })],
    }
    expect(foundFor(admitted(), { ...resumed, state: 'inProgress' })).toBe('nobody')
    expect(foundFor(admitted(), { ...resumed, state: 'closed' })).toBe('nobody')
    expect(foundFor(admitted(), null)).toBe('nobody')
    const free = answerByRecheck(admitted(), 'nobody', system, as('2018-06-12'))
    expect(free).toMatchObject({ state: 'admitted', awaitsRecheck: null })
    expect(owedOn(free)).toMatchObject([{ kind: 'assignFeedback', roles: ['intake'] }])
  })

  it('is not answered by somebody of a unit that it accuses', () => {
    expect(foundFor(admitted({ accusedUnitIds: ['office'] }), checkedAgain(false))).toBe('nobody')
  })

  it('is owed by no desk while the inspector owes the re-check', () => {
    expect(owedOn(admitted())).toMatchObject([{ kind: 'moveOn', roles: ['coordinator'] }])
  })

  it('is answered by what was found, and the office releases it', () => {
    expect(answered(true)).toMatchObject({
      state: 'answerSubmitted',
      awaitsRecheck: null,
      unitId: null,
      answers: [{ finding: 'true', text: 'black again', unitId: 'office', releasedOn: null }],
    })
    expect(answered(false).answers).toMatchObject([{ finding: 'untrue' }])
    expect(owedOn(answered())).toMatchObject([{ kind: 'releaseAnswer', roles: ['coordinator'] }])
    expect(whyNotFeedback(answered(), 'answerByRecheck', system, as('2018-06-10'))).not.toBeNull()
  })

  it('goes to the desk where the office sends the answer back, and to a unit as any other', () => {
    const back = returnAnswer(
      answered(),
      { reason: 'which pipe' },
      actor('coordinator'),
      as('2018-06-11'),
    )
    expect(back.state).toBe('admitted')
    expect(owedOn(back)).toMatchObject([{ kind: 'assignFeedback', roles: ['intake'] }])
    const given = assignFeedback(admitted(), { unitId: 'doer' }, actor('intake'), as('2018-06-11'))
    expect(given).toMatchObject({ state: 'assigned', awaitsRecheck: null })
  })

  it('is looked at a second time by another inspector: no unit has it', () => {
    const released = releaseAnswer(answered(), {}, actor('coordinator'), as('2018-06-11'))
    const again = rate(
      released,
      { rating: 'notDone', words: 'still black', looker: 'inspector' },
      resident,
      as('2018-06-12', true),
    )
    expect(owedOn(again)).toMatchObject([{ kind: 'secondLook', roles: ['inspector'] }])
    const look = (personId: string) =>
      whyNotFeedback(
        again,
        'submitSecondAnswer',
        { ...actor('inspector'), personId },
        as('2018-06-13'),
      )
    expect(look('i')).toEqual({ code: 'FEEDBACK.SECOND_LOOK_SAME_PERSON' })
    expect(look('another')).toBeNull()
    expect(
      whyNotFeedback(again, 'submitSecondAnswer', staffOf('doer'), as('2018-06-13')),
    ).not.toBeNull()
  })
})

describe('a report of relapse that becomes part of another before it was admitted', () => {
  const relapsed = feedback({ relapse: true, taskId: 'task-1' })
  const other = (more: Partial<Feedback> = {}) => feedback({ id: 'other', taskId: null, ...more })
  const heard = { admittedOn: '2018-06-10' } as const

  it('pulls the re-check with one that intake has admitted, and leaves that as it is', () => {
    for (const into of [other(heard), other({ ...heard, taskId: 'task-1', relapse: true })]) {
      expect(recheckPulledByMerge(relapsed, into)).toBe('task-1')
      expect(withRelapseOf(relapsed, into)).toBe(into)
    }
  })

  it('is carried by one that is still to be admitted, whose admission pulls it', () => {
    for (const into of [other(), other({ taskId: 'task-1' })]) {
      expect(recheckPulledByMerge(relapsed, into)).toBeNull()
      expect(withRelapseOf(relapsed, into)).toEqual({ ...into, relapse: true, taskId: 'task-1' })
    }
  })

  it('pulls it at once where the other one is about another task', () => {
    const into = other({ taskId: 'task-2' })
    expect(recheckPulledByMerge(relapsed, into)).toBe('task-1')
    expect(withRelapseOf(relapsed, into)).toBe(into)
  })

  it('has nothing to lose where it was admitted before, or is none', () => {
    for (const report of [feedback({ ...relapsed, ...heard }), feedback({ taskId: 'task-1' })])
      for (const into of [other(), other(heard)]) {
        expect(recheckPulledByMerge(report, into)).toBeNull()
        expect(withRelapseOf(report, into)).toBe(into)
      }
  })
})
