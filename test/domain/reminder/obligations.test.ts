import { noUnits } from '@/domain/organization/unit'
import type { Obligation } from '@/domain/reminder/obligation'
import { dueAfter, type ObligationContext } from '@/domain/reminder/obligation-context'
import { obligationsOfFeedback } from '@/domain/feedback/owed'
import { obligationsOfTask, type TaskDuties } from '@/domain/task/owed'
import { obligationsOfTimeline } from '@/domain/timeline/owed'
import { fixedDeadline, relativeDeadline, stagedDeadline } from '@/domain/task/deadline'
import { feedbackStates } from '@/domain/feedback/feedback'
import type { RectificationTask } from '@/domain/task/task'
import { timelineStates } from '@/domain/timeline/timeline'
import { city, county, otherCounty, village } from '../actors'
import {
  assignment,
  dates,
  doneReport,
  feedback,
  measure,
  planned,
  task,
  timeline,
  goingOn,
} from '../builders'
import { on } from '../calendars'

const context: ObligationContext = { ...on('2018-06-20'), rootRegion: city }
const check = { on: '2018-06-20' }
const since = '2018-06-04'
const checked: TaskDuties = { since, release: { secrecy: check, openness: check } }
const none: TaskDuties = { since, release: { secrecy: null, openness: null } }

const brief = ({ kind, node, dueOn, unitId, roles }: Obligation): string =>
  `${dueOn} ${kind} ${node} ${unitId ?? roles.join('+')}`
const ofTask = (of: RectificationTask, duties = checked): string[] =>
  obligationsOfTask(of, duties, context).map(brief)

describe('what is owed on a task', () => {
  it('while units sign and plan: each step of each share, and the end', () => {
    const given = task({
      state: 'assigned',
      assignments: [
        assignment('lead', { state: 'planSubmitted', planSubmittedOn: '2018-06-20' }),
        assignment('doer', { state: 'signedFor', signedOn: '2018-06-05', planDueOn: '2018-06-26' }),
        assignment('third', { state: 'returned', returnedReason: 'not ours' }),
        assignment('fourth', {}),
      ],
    })
    expect(ofTask(given)).toEqual([
      '2018-06-27 approvePlan lead coordinator',
      '2018-06-26 submitPlan doer doer',
      '2018-06-12 reassign third coordinator',
      '2018-06-07 signFor fourth fourth',
      '2018-12-31 finishTask end lead',
    ])
  })

  it('a share that was sent back owes none of its measures, and another unit owes its own', () => {
    const dated = (id: string, unitId: string) =>
      measure({
        id,
        deadline: fixedDeadline('x', '2018-09-30'),
        units: { ...noUnits, responsible: [unitId] },
      })
    const given = task({
      state: 'assigned',
      measures: [dated('m1', 'doer'), dated('m2', 'lead')],
      assignments: [assignment('lead'), assignment('doer', { state: 'returned' })],
    })
    const measures = ofTask(given).filter((owed) => owed.includes('finishMeasure'))
    expect(measures).toEqual(['2018-09-30 finishMeasure m2-lead lead'])
  })

  it('the end and the stages of the whole are nobody’s while the answering share is sent back', () => {
    const whole = (state: 'pending' | 'returned') =>
      ofTask(
        task({
          state: 'assigned',
          deadline: {
            ...fixedDeadline('x', '2018-12-31'),
            kinds: ['staged'],
            stages: [{ on: '2018-10-31', result: '完成一半' }],
          },
          assignments: [assignment('lead', { state }), assignment('doer')],
        }),
      ).filter((owed) => /(finishTask|milestone)/.test(owed))
    expect(whole('pending')).toHaveLength(2)
    expect(whole('returned')).toEqual([])
  })

  it('a text that was held back is checked anew in as many days, counted from then', () => {
    const given = task({ state: 'inProgress', assignments: [planned('lead')] })
    const first = ofTask(given, none).find((owed) => owed.includes('checkSecrecy'))
    const release = { ...none.release, withheld: { on: '2018-06-20' } }
    const anew = ofTask(given, { ...none, release }).find((owed) => owed.includes('checkSecrecy'))
    const { dueOn } = dueAfter('2018-06-20', 'releaseCheckWorkingDays', context)
    expect(anew).toBe(`${dueOn} checkSecrecy release coordinator`)
    expect(first).not.toBe(anew)
  })

  it("a responsible unit's plan is approved by the lead unit", () => {
    const given = task({
      state: 'assigned',
      assignments: [
        planned('lead'),
        assignment('doer', { state: 'planSubmitted', planSubmittedOn: '2018-06-20' }),
      ],
    })
    expect(ofTask(given)).toContain('2018-06-27 approvePlan doer lead')
  })

  it('in rectification: the end, planned days and milestones not done', () => {
    const share = planned('lead')
    const plan = share.plan
    const [first] = plan?.measures ?? []
    if (!plan || !first) throw new Error('a planned measure expected')
    const milestones = [
      { id: '1', text: 'dig', dueOn: '2018-08-01', weight: 40, doneOn: '2018-07-30' },
      { id: '2', text: 'lay', dueOn: '2018-10-01', weight: 40 },
      { id: '3', text: 'close', dueOn: '2018-12-01', weight: 20 },
    ]
    const running = task({
      state: 'inProgress',
      assignments: [{ ...share, plan: { ...plan, measures: [{ ...first, milestones }] } }],
    })
    expect(ofTask(running)).toEqual([
      '2018-12-31 finishTask end lead',
      '2018-12-01 finishMeasure m1-lead lead',
      '2018-10-01 milestone m1-lead-2 lead',
    ])
  })

  it('tells whoever signed for the share', () => {
    const running = task({ state: 'inProgress', assignments: [planned('lead')] })
    const owed = obligationsOfTask(running, checked, context)
    expect(owed.map(({ unitId, signerOwes }) => [unitId, signerOwes])).toEqual(
      owed.map(() => ['lead', true]),
    )
  })

  it('asks nothing for a measure that is done, and all stages but the last as nodes', () => {
    const running = task({
      state: 'inProgress',
      deadline: stagedDeadline('x', [
        { on: '2018-06-30', result: 'a', doneOn: '2018-06-10' },
        { on: '2018-09-30', result: 'b' },
        { on: '2018-12-31', result: 'c' },
      ]),
      measures: [
        measure(),
        measure({
          id: 'm2',
          units: { ...noUnits, responsible: ['lead'] },
          deadline: fixedDeadline('y', '2018-11-30'),
        }),
      ],
      assignments: [planned('lead')],
      done: [doneReport('measure.m1.lead', 'lead')],
    })
    expect(ofTask(running)).toEqual([
      '2018-12-31 finishTask end lead',
      '2018-09-30 milestone stage-1 lead',
      '2018-11-30 finishMeasure m2-lead lead',
    ])
  })

  it('asks whoever enters the event while no date counts', () => {
    const awaited = task({
      state: 'inProgress',
      deadline: relativeDeadline('x', { text: '批复', enteredBy: 'doer' }),
      measures: [],
      assignments: [assignment('lead', { state: 'planned' })],
    })
    expect(ofTask(awaited)).toEqual(['2018-07-04 enterEvent event doer'])
    const entered = { ...awaited, deadline: { ...awaited.deadline, countedOn: '2019-01-31' } }
    expect(ofTask(entered)).toEqual(['2019-01-31 finishTask end lead'])
  })

  it('asks for the secrecy check, then for the openness check', () => {
    const given = task({
      state: 'inProgress',
      assignments: [assignment('lead', { state: 'planned' })],
    })
    expect(ofTask(given, none)).toContain('2018-06-11 checkSecrecy release coordinator')
    const half = { since, release: { secrecy: check, openness: null } }
    expect(ofTask(given, half)).toContain('2018-06-27 checkOpenness release publisher')
    expect(ofTask(given, checked).join()).not.toContain('check')
  })

  it('carries the limits that other records hold', () => {
    const limit = { madeOn: '2018-06-01', dueOn: '2018-07-01' }
    const duties: TaskDuties = {
      ...checked,
      monthlyReports: [{ ...limit, node: '2018-06', unitId: 'doer' }],
    }
    expect(ofTask(task({ state: 'verifying' }), duties)).toEqual([
      '2018-07-01 monthlyReport 2018-06 doer',
    ])
  })

  it('never tells the unit of an unannounced re-check', () => {
    const [owed] = obligationsOfTask(task({ state: 'closed' }), checked, context)
    expect(owed).toMatchObject({
      kind: 'recheck',
      dueOn: '2018-12-04',
      unitId: null,
      signerOwes: false,
      heldBy: null,
      roles: ['inspector'],
    })
  })

  it('is nothing dated after completion, and nothing at all when cancelled', () => {
    const all = { assignments: [planned('lead')] }
    const moved = ['draft', 'consulting', 'preNotice', 'verifying', 'underNotice'] as const
    for (const state of moved)
      expect(ofTask(task({ ...all, state }))).toEqual([`2018-07-02 moveOn ${state} coordinator`])
    expect(ofTask(task({ ...all, state: 'awaitingApproval' }))).toEqual([
      '2018-06-18 approveCloseOut approval coordinator',
    ])
    expect(ofTask(task({ ...all, state: 'reportedUp' }))).toEqual([
      '2018-07-02 recordUpper upper coordinator',
    ])
    expect(ofTask(task({ ...all, state: 'selfChecked' }))).toEqual([
      '2018-06-11 requestCloseOut request lead',
    ])
    expect(ofTask(task({ ...all, state: 'cancelled' }), none)).toEqual([])
    expect(ofTask(task({ ...all, state: 'closed' }), none)).toEqual([
      '2018-12-04 recheck recheck-1 inspector',
    ])
  })

  it('lies with the region that holds all its places', () => {
    const region = (regionCodes: string[]): string | undefined =>
      obligationsOfTask(
        task({ state: 'inProgress', regionCodes, assignments: [planned('lead')] }),
        checked,
        context,
      )[0]?.regionCode
    expect(region([county])).toBe(county)
    expect(region([county, otherCounty])).toBe(city)
    expect(region([])).toBe(city)
  })

  it('has one id for each node', () => {
    const given = task({
      state: 'inProgress',
      measures: [measure(), measure({ id: 'm2' })],
      assignments: [planned('lead'), planned('doer')],
    })
    const ids = obligationsOfTask(given, none, context).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('names its next step', () => {
    const running = task({ state: 'inProgress', assignments: [planned('lead')] })
    const [end] = obligationsOfTask(running, checked, context)
    expect(end).toMatchObject({ dueOn: '2018-12-31', nextStepOn: '2018-11-30' })
  })
})

describe('what is owed on a report', () => {
  const handled = feedback({
    regionCode: village,
    summary: 'the dye works of the village',
    stateSince: '2018-06-11',
    unitId: 'doer',
    answerDueOn: '2018-08-09',
  })

  it('is one thing at a time, by whoever has it', () => {
    const owed = feedbackStates.flatMap((state) =>
      obligationsOfFeedback({ ...handled, state }, context).map(
        (each) => `${state}: ${brief(each)}`,
      ),
    )
    expect(owed).toEqual([
      'submitted: 2018-06-16 admitFeedback admit intake',
      'admitted: 2018-06-14 assignFeedback assign intake',
      'assigned: 2018-08-09 answerFeedback first doer',
      'answerSubmitted: 2018-08-09 releaseAnswer first coordinator',
      'secondLook: 2018-08-09 secondLook first doer',
    ])
  })

  it('tells the second answer from the first', () => {
    const again = { ...handled, state: 'answerSubmitted' as const, secondLookOn: '2018-07-10' }
    expect(obligationsOfFeedback(again, context)[0]?.node).toBe('second')
  })

  it('never names the subject of the report or its village', () => {
    for (const state of feedbackStates)
      for (const { title } of obligationsOfFeedback({ ...handled, state }, context))
        expect(title).toBe('2018-0601-4KQ')
  })

  it('lies with the city where the place is unknown', () => {
    const nowhere = { ...handled, state: 'submitted' as const, regionCode: null }
    expect(obligationsOfFeedback(nowhere, context)[0]?.regionCode).toBe(city)
  })
})

describe('what is owed on an agreement', () => {
  const of = {
    number: '二十七',
    title: 'sewage',
    regionCodes: [county],
    ...goingOn,
    doneMeasureIds: ['m1'],
  }

  it('ask nothing of either side once the task is closed or cancelled', () => {
    const agreed = {
      ...timeline(),
      state: 'agreed' as const,
      answerDueOn: null,
      agreedDates: dates('2018-08-01', '2018-09-01'),
      agreedOn: '2018-06-01',
    }
    for (const each of [timeline(), agreed]) {
      expect(obligationsOfTimeline(each, of, context)).not.toEqual([])
      expect(obligationsOfTimeline(each, { ...of, isOver: true }, context)).toEqual([])
    }
  })
  const agreedDates = dates('2018-08-01', '2018-09-01')

  it('is the answer of whoever has the turn', () => {
    const owed = timelineStates.flatMap((state) =>
      obligationsOfTimeline(
        timeline({ state, signatures: [{ side: 'unit', at: 0 }] }),
        of,
        context,
      ).map((each) => `${state}: ${brief(each)}`),
    )
    expect(owed).toEqual([
      'proposed: 2018-06-18 answerTimeline round-1-enterprise plant',
      'countered: 2018-06-18 answerTimeline round-1-enterprise plant',
      'referred: 2018-06-18 mediateTimeline round-1 coordinator+cityLeader',
      'mediated: 2018-06-18 signTimeline round-1-enterprise plant',
    ])
  })

  it('once agreed: the agreed day of each measure that is not done, also while terms are reopened', () => {
    for (const state of ['agreed', 'referred'] as const) {
      const nodes = obligationsOfTimeline(
        timeline({ state, agreedDates, agreedOn: '2018-06-10' }),
        of,
        context,
      ).filter(({ kind }) => kind === 'finishMeasure')
      expect(nodes.map(brief)).toEqual(['2018-09-01 finishMeasure m2 plant'])
      expect(nodes[0]?.madeOn).toBe('2018-06-10')
    }
  })

  it('takes its words from the copy where it is given', () => {
    const worded = { ...context, title: (kind: string) => `word for ${kind}` }
    const [owed] = obligationsOfTimeline(timeline(), of, worded)
    expect(owed?.title).toBe('word for answerTimeline')
  })
})
