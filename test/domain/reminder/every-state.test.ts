import { feedbackStates } from '@/domain/feedback/feedback'
import { rateBy } from '@/domain/feedback/limits'
import type { Obligation } from '@/domain/reminder/obligation'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { awaitsAnswer, obligationsOfFeedback } from '@/domain/feedback/owed'
import { obligationsOfTask, type TaskDuties } from '@/domain/task/owed'
import { obligationsOfTimeline } from '@/domain/timeline/owed'
import { nextStepAfter } from '@/domain/reminder/steps'
import { defaultBook } from '@/domain/settings-book'
import { fixedDeadline, relativeDeadline } from '@/domain/task/deadline'
import { type Extension, extensionStates } from '@/domain/task/extension'
import { objectionStates } from '@/domain/objection/objection'
import { obligationsOfObjection } from '@/domain/objection/owed'
import { assignmentStates, taskStates } from '@/domain/task/task'
import { timelineStates } from '@/domain/timeline/timeline'
import { obligationsOfVisit } from '@/domain/visit/owed'
import { visitStates } from '@/domain/visit/visit'
import { city, village } from '../actors'
import {
  assignment,
  cycle,
  dates,
  feedback,
  objection,
  planned,
  task,
  timeline,
  goingOn,
  visit,
  visitNotice,
} from '../builders'
import { on } from '../calendars'

const context: ObligationContext = { ...on('2018-06-20'), rootRegion: city }
const check = { on: '2018-06-01' }
const duties: TaskDuties = {
  since: '2018-06-04',
  release: { secrecy: check, openness: check },
}

/** Somebody, a day, and a reminder that is still to come: also long after the day. */
const isOwed = ({ unitId, roles, dueOn, ...rest }: Obligation): boolean => {
  const hasOwner = unitId !== null || roles.length > 0
  const afterwards = nextStepAfter({ dueOn, ...rest }, '2021-01-01', context)
  return hasOwner && dueOn > '2018' && afterwards !== null
}

const unowned = <S extends string>(
  states: readonly S[],
  owedIn: (state: S) => readonly Obligation[],
): S[] => states.filter((state) => !owedIn(state).some(isOwed))

describe('no state waits without an owner and a day', () => {
  it('of a task, whatever is missing in it', () => {
    const bare = {
      deadline: relativeDeadline('x', { text: '批复', enteredBy: null }),
      measures: [],
    }
    const dated = { deadline: fixedDeadline('x', '2018-12-31') }
    for (const given of [bare, dated, { ...dated, assignments: [planned('lead')] }])
      expect(
        unowned(taskStates, (state) =>
          obligationsOfTask(task({ ...given, state }), duties, context),
        ),
      ).toEqual(['closed', 'cancelled'])
  })

  it('of a share, also one that lacks its day', () => {
    const deadline = relativeDeadline('x', { text: '批复', enteredBy: null })
    const owedIn = (state: (typeof assignmentStates)[number]) =>
      obligationsOfTask(
        task({
          state: 'assigned',
          deadline,
          measures: [],
          assignments: [assignment('lead', { state })],
        }),
        duties,
        context,
      )
    expect(unowned(assignmentStates, owedIn)).toEqual([])
  })

  it('of a report: what nobody owes is the system’s on a day, or is over', () => {
    const given = feedback({
      regionCode: village,
      stateSince: '2018-06-11',
      unitId: 'doer',
      answerDueOn: '2018-08-09',
    })
    const over = ['answered', 'archived', 'declined', 'withdrawn', 'merged']
    for (const answerDueOn of ['2018-08-09', null])
      expect(
        unowned(feedbackStates, (state) =>
          obligationsOfFeedback({ ...given, state, answerDueOn }, context),
        ).sort(),
      ).toEqual([...over].sort())
    expect(feedbackStates.filter((state) => !awaitsAnswer(state)).sort()).toEqual(over.sort())
    // An answer that nobody rates is archived by the system.
    expect(rateBy('2018-06-11', defaultBook)).toBe('2018-07-11')
  })

  it('of an agreement: each turn, and each date once agreed', () => {
    const of = {
      number: '1',
      title: 'x',
      regionCodes: [village],
      ...goingOn,
    }
    const agreed = { agreedDates: dates('2018-08-01', '2018-09-01'), agreedOn: '2018-06-01' }
    expect(
      unowned(timelineStates, (state) =>
        obligationsOfTimeline(timeline({ state, ...(state === 'agreed' && agreed) }), of, context),
      ),
    ).toEqual(['notAgreed', 'ended'])
  })

  it('of an objection', () => {
    const owedIn = (state: (typeof objectionStates)[number]) =>
      obligationsOfObjection(objection({ state }), context)
    expect(unowned(objectionStates, owedIn)).toEqual(['dismissed', 'upheld', 'rejected'])
  })

  it('of a visit of a firm: what it does with its record is its own choice', () => {
    const owedIn = (state: (typeof visitStates)[number]) =>
      obligationsOfVisit(visit({ state, notice: visitNotice() }), context)
    expect(unowned(visitStates, owedIn)).toEqual(['recorded', 'rated', 'cancelled', 'notMade'])
  })

  it('of a request for more time: the lead first, then the office', () => {
    const extension: Extension = {
      id: 'e1',
      state: 'asked',
      part: { kind: 'task' },
      unitId: 'doer',
      askedOn: '2018-06-18',
      from: '2018-12-31',
      to: '2019-03-31',
      reason: 'x',
      plan: 'y',
      decideDueOn: '2018-07-02',
      decideDueProvisional: false,
      endorsedOn: null,
      decidedOn: null,
      decisionNumber: null,
      refusedReason: null,
      daysOver: 0,
    }
    const owedIn = (state: (typeof extensionStates)[number]) =>
      obligationsOfTask(
        task({ state: 'inProgress', extensions: [{ ...extension, state }] }),
        duties,
        context,
      ).filter(({ kind }) => kind === 'decideExtension')
    expect(unowned(extensionStates, owedIn)).toEqual(['granted', 'refused', 'withdrawn', 'lapsed'])
    expect(owedIn('asked')).toMatchObject([{ unitId: 'lead', dueOn: '2018-07-02' }])
    expect(owedIn('endorsed')).toMatchObject([{ unitId: null, roles: ['coordinator'] }])
  })
})

describe('what the coordinator owes', () => {
  const waiting = (today: string) =>
    obligationsOfTask(task({ state: 'verifying' }), duties, { ...context, ...on(today) })[0]

  it('rises to the city leader after twice 20 working days, and stays the coordinator’s', () => {
    expect(waiting('2018-06-20')).toMatchObject({
      kind: 'moveOn',
      dueOn: '2018-07-02',
      risesOn: '2018-07-30',
      roles: ['coordinator'],
    })
    expect(waiting('2018-07-29')?.roles).toEqual(['coordinator'])
    expect(waiting('2018-07-30')?.roles).toEqual(['coordinator', 'cityLeader'])
  })

  it('never rises before it is overdue', () => {
    const notice = { from: '2018-06-04', workingDays: 150 }
    const [owed] = obligationsOfTask(
      task({ state: 'underNotice', cycles: [cycle({ notice })] }),
      duties,
      context,
    )
    expect(owed).toMatchObject({ dueOn: '2018-12-28', risesOn: '2018-12-31' })
  })

  it('rises at once where it is the office’s word that two sides wait for', () => {
    const referred = timeline({ state: 'referred', answerDueOn: '2018-06-22' })
    const of = {
      number: '1',
      title: 'x',
      regionCodes: [village],
      ...goingOn,
    }
    expect(obligationsOfTimeline(referred, of, context)).toMatchObject([
      { kind: 'mediateTimeline', dueOn: '2018-06-22', risesOn: '2018-06-25' },
    ])
  })

  it('of others does not rise', () => {
    const running = task({ state: 'inProgress', assignments: [planned('lead')] })
    for (const { risesOn } of obligationsOfTask(running, duties, context))
      expect(risesOn).toBeNull()
  })
})
