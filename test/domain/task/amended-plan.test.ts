import { obligationsOfTask } from '@/domain/task/owed'
import {
  amendPlan,
  approvePlan,
  returnPlan,
  withdrawPlan,
  signShare,
} from '@/domain/task/assignment-transitions'
import { selfCheck } from '@/domain/task/close-out-transitions'
import { namedPlan } from '@/domain/task/plan'
import { reportDone } from '@/domain/task/part-transitions'
import { assignmentOf } from '@/domain/task/responsibility'
import { nextNodeDueOn } from '@/domain/task/schedule'
import type { Milestone, RectificationPlan, RectificationTask } from '@/domain/task/task'
import type { Actor } from '@/domain/organization/actor'
import { actor, leaderOf, staffOf } from '../actors'
import { doneReport, planDueOn, planned, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const today = '2018-11-05'
const days = on(today)

const milestone = (id: string, more: Partial<Milestone> = {}): Milestone => ({
  id,
  text: `step ${id}`,
  dueOn: '2018-10-01',
  weight: 50,
  ...more,
})
const standing: RectificationPlan = {
  ...planDueOn('2018-11-10'),
  measures: [
    {
      ...planDueOn('2018-11-10').measures[0]!,
      milestones: [milestone('1'), milestone('2', { dueOn: '2018-11-08' })],
    },
  ],
}
const withMeasure = (more: Partial<RectificationPlan['measures'][number]>): RectificationPlan => ({
  ...standing,
  measures: standing.measures.map((each) => ({ ...each, ...more })),
})
const underway = (): RectificationTask =>
  reportDone(
    task({
      state: 'inProgress',
      assignments: [planned('lead'), { ...planned('doer'), plan: standing }],
    }),
    'milestone.m1.doer.1',
    { on: '2018-10-01', words: 'done', photoIds: ['p'], fileIds: [], paperNumber: null },
    staffOf('doer'),
    days,
  )
const asked = (plan: RectificationPlan, of = underway()) =>
  amendPlan(of, { plan, reason: 'late delivery' }, staffOf('doer'), days)
const later = withMeasure({ dueOn: '2018-11-30' })
const shareOf = (of: RectificationTask) => assignmentOf(of, 'doer')!
const approvals = (of: RectificationTask) =>
  obligationsOfTask(
    of,
    { since: today, release: { secrecy: null, openness: null } },
    { ...days, rootRegion: '440900' },
  ).filter(({ kind }) => kind === 'approvePlan')

describe('an approved plan that is to change', () => {
  it('binds until the lead approves the new one, which the lead owes', () => {
    const open = asked(later)
    expect(shareOf(open).plan).toEqual(shareOf(underway()).plan)
    expect(nextNodeDueOn(open)).toBe('2018-11-08')
    expect(approvals(open)).toMatchObject([{ node: 'doer', unitId: 'lead', madeOn: today }])
    const approved = approvePlan(open, { unitId: 'doer' }, leaderOf('lead'), days)
    expect(shareOf(approved)).toMatchObject({ state: 'planned', amendment: null })
    expect(shareOf(approved).plan?.measures[0]?.dueOn).toBe('2018-11-30')
    expect(approvals(approved)).toEqual([])
  })

  it('keeps what was said done, also by a milestone that has a new neighbour', () => {
    const [first, second] = standing.measures[0]!.milestones
    const plan = namedPlan(
      withMeasure({
        milestones: [
          first!,
          { ...second!, weight: 30 },
          { text: 'new', dueOn: '2018-11-09', weight: 20 } as Milestone,
        ],
      }),
      standing,
    )
    const approved = approvePlan(asked(plan), { unitId: 'doer' }, leaderOf('lead'), days)
    expect(shareOf(approved).plan?.measures[0]?.milestones).toMatchObject([
      { id: '1', doneOn: '2018-10-01' },
      { id: '2', doneOn: null },
      { id: '3', doneOn: null },
    ])
    const lost = withMeasure({ milestones: [milestone('2', { dueOn: '2018-11-08', weight: 100 })] })
    expect(refusalOf(() => asked(lost))).toBe('TASK.DONE_STAYS plan.measures.0.milestones')
    const other = withMeasure({
      milestones: [milestone('1', { text: 'other' }), milestone('2', { dueOn: '2018-11-08' })],
    })
    expect(refusalOf(() => asked(other))).toBe('TASK.DONE_STAYS plan.measures.0.milestones')
  })

  it('gives no name a second time, not that of a milestone that goes either', () => {
    const [first, second] = standing.measures[0]!.milestones
    const added = { text: 'new', dueOn: '2018-11-09', weight: 50 } as Milestone
    const named = (milestones: readonly Milestone[]) =>
      namedPlan(withMeasure({ milestones }), standing).measures[0]!.milestones.map(({ id }) => id)
    expect(named([first!, added])).toEqual(['1', '3'])
    expect(named([first!, { ...second!, id: '1' }])).toEqual(['1', '3'])
  })

  it('changes something, with a reason, no day past the deadline and no new day in the past', () => {
    expect(refusalOf(() => asked(standing))).toBe('TASK.NOTHING_AMENDED')
    const silent = () => amendPlan(underway(), { plan: later, reason: ' ' }, staffOf('doer'), days)
    expect(refusalOf(silent)).toBe('TASK.REASON_REQUIRED reason')
    expect(refusalOf(() => asked(withMeasure({ dueOn: '2019-01-01' })))).toBe(
      'TASK.DATE_AFTER_DEADLINE plan.measures.0.dueOn',
    )
    expect(refusalOf(() => asked(withMeasure({ dueOn: '2018-11-04' })))).toBe(
      'TASK.DATE_PAST plan.measures.0.dueOn',
    )
    // A day that stands may be over: only the person changes.
    const overdue = '2018-11-20'
    const sameDay = () =>
      amendPlan(
        underway(),
        { plan: withMeasure({ person: 'Other' }), reason: 'x' },
        staffOf('doer'),
        on(overdue),
      )
    expect(shareOf(sameDay()).amendment?.state).toBe('submitted')
  })

  it('is one at a time; returned or taken back it is kept to be mended, and the old one binds', () => {
    const open = asked(later)
    expect(refusalOf(() => asked(later, open))).toBe('THING.STATE')
    const given = { unitId: 'doer', reason: 'too late' }
    const returned = returnPlan(open, given, staffOf('lead'), days)
    expect(shareOf(returned)).toMatchObject({
      state: 'planned',
      returnedReason: 'too late',
      amendment: { state: 'returned', plan: later },
    })
    expect(approvals(returned)).toEqual([])
    expect(refusalOf(() => returnPlan(returned, given, staffOf('lead'), days))).toBe('THING.STATE')
    expect(shareOf(asked(later, returned))).toMatchObject({ returnedReason: null })
    const back = withdrawPlan(open, staffOf('doer'), days)
    expect(shareOf(back)).toMatchObject({ state: 'planned', amendment: { state: 'withdrawn' } })
  })

  it('is nobody’s own to approve: of the lead’s plan the office decides', () => {
    const plan = { ...planDueOn('2018-12-10'), goals: 'more' }
    const open = amendPlan(underway(), { plan, reason: 'x' }, staffOf('lead'), days)
    const approve = (who: Actor) => () => approvePlan(open, { unitId: 'lead' }, who, days)
    expect(refusalOf(approve(leaderOf('lead')))).toBe('ACCESS.UNIT')
    expect(assignmentOf(approve(actor('coordinator'))(), 'lead')?.plan?.goals).toBe('more')
  })

  it('ends with the self-check', () => {
    const report = (unitId: string) => doneReport(`measure.m1.${unitId}`, unitId)
    const done = { ...underway(), done: [report('lead'), report('doer')] }
    const settled = approvePlan(asked(later, done), { unitId: 'doer' }, leaderOf('lead'), days)
    const again = asked(withMeasure({ dueOn: '2018-12-05' }), settled)
    const words = {
      measuresDone: 'x',
      violationsPunished: 'x',
      normsMet: 'x',
      likeProblemsDone: 'x',
      treatedAtSource: 'x',
    }
    const given = { standards: words, signOffNumber: null, noticeFirst: false }
    const signed = signShare(again, { signOffNumber: null }, leaderOf('doer'), days)
    const checked = selfCheck(signed, given, leaderOf('lead'), taskFacts(days))
    expect(shareOf(checked).amendment?.state).toBe('withdrawn')
    expect(shareOf(checked).plan?.measures[0]?.dueOn).toBe('2018-11-30')
  })
})
