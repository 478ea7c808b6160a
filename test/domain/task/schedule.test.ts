import { noUnits } from '@/domain/organization/unit'
import { fixedDeadline, relativeDeadline, stagedDeadline } from '@/domain/task/deadline'
import {
  finalDueOn,
  nextNodeDueOn,
  overdueDays,
  publicStateOf,
  publicWordOf,
  scheduleOf,
} from '@/domain/task/schedule'
import type { RectificationTask } from '@/domain/task/task'
import { assignment, measure, planned, task } from '../builders'

/** Due 2018-12-31; the lead's approved plan has a node on 2018-12-01. */
const running = (more: Partial<RectificationTask> = {}): RectificationTask =>
  task({ state: 'inProgress', assignments: [planned('lead')], ...more })

describe('the schedule of a task', () => {
  it('is not started while no plan is approved, even after the deadline', () => {
    const waiting = task({
      state: 'assigned',
      assignments: [assignment('lead', { state: 'planSubmitted' })],
    })
    expect(scheduleOf(waiting, '2018-07-01')).toEqual({ state: 'notStarted', overdue: false })
    expect(scheduleOf(waiting, '2019-01-01')).toEqual({ state: 'notStarted', overdue: true })
  })

  it('is on schedule through the day of the next node and behind from the day after', () => {
    expect(scheduleOf(running(), '2018-12-01').state).toBe('onSchedule')
    expect(scheduleOf(running(), '2018-12-02').state).toBe('behind')
  })

  it('is overdue from the day after the final day', () => {
    expect(scheduleOf(running(), '2018-12-31')).toEqual({ state: 'behind', overdue: false })
    expect(scheduleOf(running(), '2019-01-01')).toEqual({ state: 'behind', overdue: true })
    expect(overdueDays(running(), '2018-12-31')).toBe(0)
    expect(overdueDays(running(), '2019-01-16')).toBe(16)
  })

  it('is completed by the self-check, however late, and then never overdue', () => {
    const completed = running({ state: 'selfChecked', completedOn: '2019-02-01' })
    expect(scheduleOf(completed, '2019-03-01')).toEqual({ state: 'completed', overdue: false })
  })

  it('is closed before anything else', () => {
    const closed = running({ state: 'closed', completedOn: '2018-11-01' })
    expect(scheduleOf(closed, '2019-03-01')).toEqual({ state: 'closed', overdue: false })
  })

  it('is never overdue before it is given out: a draft’s dates bind nobody', () => {
    for (const state of ['draft', 'consulting'] as const) {
      const draft = running({ state })
      expect(scheduleOf(draft, '2020-01-01').overdue).toBe(false)
      expect(overdueDays(draft, '2020-01-01')).toBe(0)
      expect(nextNodeDueOn(draft)).toBeNull()
    }
  })

  it('is never overdue when cancelled or while an event is awaited', () => {
    expect(scheduleOf(running({ state: 'cancelled' }), '2020-01-01').overdue).toBe(false)
    const awaited = running({
      assignments: [],
      deadline: relativeDeadline('x', { text: '批复', enteredBy: 'lead' }),
    })
    expect(scheduleOf(awaited, '2030-01-01')).toEqual({ state: 'notStarted', overdue: false })
  })
})

describe('the dates a task is filtered by', () => {
  it('final day: of the task, else of its last measure', () => {
    const without = { ...fixedDeadline('x', '2018-12-31'), countedOn: null }
    const measures = [
      measure({ deadline: fixedDeadline('a', '2018-09-30') }),
      measure({ id: 'm2', deadline: fixedDeadline('b', '2018-10-31') }),
    ]
    expect(finalDueOn(task({ measures }))).toBe('2018-12-31')
    expect(finalDueOn(task({ measures, deadline: without }))).toBe('2018-10-31')
    expect(finalDueOn(task({ deadline: without }))).toBeNull()
  })

  it('next node: nothing of a plan that is not approved', () => {
    const submitted = { ...planned('lead'), state: 'planSubmitted' as const }
    expect(nextNodeDueOn(running({ assignments: [submitted] }))).toBe('2018-12-31')
    expect(nextNodeDueOn(running())).toBe('2018-12-01')
  })

  it('next node: passes over measures, milestones and stages that are done', () => {
    const plan = planned('lead').plan
    const [first] = plan?.measures ?? []
    if (!plan || !first) throw new Error('a planned measure expected')
    const milestones = [
      { id: '1', text: 'dig', dueOn: '2018-08-01', weight: 40, doneOn: '2018-07-20' },
      { id: '2', text: 'build', dueOn: '2018-10-01', weight: 60 },
    ]
    const withMilestones = {
      ...planned('lead'),
      plan: { ...plan, measures: [{ ...first, milestones }] },
    }
    expect(nextNodeDueOn(running({ assignments: [withMilestones] }))).toBe('2018-10-01')
    const done = running({
      assignments: [withMilestones],
      measures: [measure({ doneOn: '2018-07-01' })],
      deadline: stagedDeadline('x', [
        { on: '2018-07-31', result: 'half', doneOn: '2018-07-01' },
        { on: '2018-12-31', result: 'all' },
      ]),
    })
    expect(nextNodeDueOn(done)).toBe('2018-12-31')
  })

  it("next node: a measure's own deadline and stages count", () => {
    const own = measure({
      units: { ...noUnits, responsible: ['doer'] },
      deadline: fixedDeadline('x', '2018-07-31'),
    })
    expect(nextNodeDueOn(running({ measures: [own] }))).toBe('2018-07-31')
  })

  it('next node: none is left of a task that is completed', () => {
    expect(nextNodeDueOn(running({ completedOn: '2018-11-01' }))).toBeNull()
  })
})

describe('what residents read', () => {
  it('is 正在整改 before a round is released', () => {
    expect(publicStateOf(null, 'inProgress')).toBe('rectifying')
    expect(publicStateOf(null, 'reportedUp')).toBe('rectifying')
  })

  it('is the released word after that, overdue before all others', () => {
    expect(publicStateOf(publicWordOf({ state: 'behind', overdue: true }), 'inProgress')).toBe(
      'overdue',
    )
    expect(publicStateOf(publicWordOf({ state: 'behind', overdue: false }), 'inProgress')).toBe(
      'behind',
    )
  })

  it('is 公示中 during a notice and 已验收销号 only while closed', () => {
    expect(publicStateOf('completed', 'underNotice')).toBe('underNotice')
    expect(publicStateOf(null, 'preNotice')).toBe('underNotice')
    expect(publicStateOf(null, 'closed')).toBe('closed')
    expect(publicStateOf('closed', 'inProgress')).toBe('rectifying')
    expect(publicStateOf('completed', 'reportedUp')).toBe('completed')
  })
})
