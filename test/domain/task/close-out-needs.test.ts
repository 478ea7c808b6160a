import { taskFacts } from '@/domain/task/facts'
import { allowedTaskEvents, openTaskEvents } from '@/domain/task/workflow'
import { actor, leaderOf } from '../actors'
import { assignment, planned, task } from '../builders'
import { on } from '../calendars'
import { type Attempt, attempt, type Condition } from './attempt'

const office = actor('coordinator')
const lead = leaderOf('lead')
const system = actor('system')

const conditions: Condition[] = []
const condition = (...rule: Condition): void => {
  conditions.push(rule)
}

const rework: Attempt = {
  event: 'returnForRework',
  state: 'underNotice',
  by: office,
  given: { reason: 'leaks', on: '2018-06-04' },
}
condition(
  'returns for rework only with a reason',
  rework,
  { given: { on: '2018-06-04' } },
  'TASK.REASON_REQUIRED',
)
condition(
  'returns for rework only with a date that is not past',
  rework,
  { given: { reason: 'leaks', on: '2018-06-03' } },
  'TASK.DATE_PAST',
)
condition(
  'lets a rework date lie after the deadline',
  { ...rework, given: { reason: 'leaks', on: '2019-06-01' } },
  { given: { reason: 'leaks' } },
  'TASK.DATE_PAST',
)

const publish: Attempt = {
  event: 'publishNotice',
  state: 'verifying',
  by: office,
  facts: { stepsDone: ['county', 'city'], released: true },
}
condition(
  'publishes a notice only after every step of the chain',
  publish,
  { facts: { stepsDone: ['county'], released: true } },
  'TASK.CHAIN_UNFINISHED',
)
condition(
  'publishes no notice for a task without a chain',
  publish,
  { of: { acceptanceChain: [] } },
  'TASK.CHAIN_UNFINISHED',
)
condition(
  'publishes a notice only with both checks recorded',
  publish,
  { facts: { stepsDone: ['county', 'city'] } },
  'TASK.RELEASE_MISSING',
)

const elapsed: Attempt = {
  event: 'noticeElapsed',
  state: 'underNotice',
  by: system,
  facts: { noticeLastOn: '2018-06-03', objectionsOpen: 0 },
}
condition(
  'ends a notice on the day after its last day',
  elapsed,
  { facts: { ...elapsed.facts, noticeLastOn: '2018-06-04' } },
  'TASK.NOTICE_RUNNING',
)
condition(
  'ends no notice while an objection is open',
  elapsed,
  { facts: { ...elapsed.facts, objectionsOpen: 1 } },
  'TASK.OBJECTION_OPEN',
)
condition(
  'ends no pre-notice while an objection is open',
  { ...elapsed, event: 'preNoticeElapsed', state: 'preNotice' },
  { facts: { ...elapsed.facts, objectionsOpen: null } },
  'TASK.OBJECTION_OPEN',
)
condition(
  'returns to rectification only for an objection that was upheld',
  {
    event: 'uphold',
    state: 'underNotice',
    by: office,
    given: { reason: 'true' },
    facts: { objectionUpheld: true },
  },
  { facts: {} },
  'THING.STATE',
)

const approve: Attempt = {
  event: 'approveCloseOut',
  state: 'awaitingApproval',
  by: office,
  given: { decisionNumber: '茂整改〔2018〕1号' },
  facts: { childrenOpen: 0, villagesUnheard: [], unsatisfiedUnanswered: 0 },
}
condition(
  'closes only with the decision number',
  approve,
  { given: { decisionNumber: ' ' } },
  'TASK.DECISION_NUMBER_REQUIRED',
)
condition(
  'closes only after its children',
  approve,
  { facts: { ...approve.facts, childrenOpen: 1 } },
  'TASK.CHILD_OPEN',
)
condition(
  'closes only when every affected village was heard',
  approve,
  { facts: { ...approve.facts, villagesUnheard: ['440981101201'] } },
  'TASK.OPINION_MISSING',
)
condition(
  'closes only when each unsatisfied opinion has its answer',
  approve,
  { facts: { ...approve.facts, unsatisfiedUnanswered: 1 } },
  'TASK.OPINION_UNANSWERED',
)
condition(
  "records the upper level's answer only with its document number",
  { event: 'recordUpper', state: 'reportedUp', by: office, given: { upperDocumentNumber: '1' } },
  { given: {} },
  'TASK.DECISION_NUMBER_REQUIRED',
)

condition(
  're-checks by an inspector who did not verify it',
  { event: 'recheck', state: 'closed', by: actor('inspector') },
  { facts: { checkedBy: ['person-inspector'] } },
  'TASK.CHECKERS',
)
const reopen: Attempt = {
  event: 'reopen',
  state: 'closed',
  by: office,
  given: { reason: 'black again', on: '2018-12-31' },
}
condition(
  'reopens only on a finding',
  reopen,
  { given: { on: '2018-12-31' } },
  'TASK.REASON_REQUIRED',
)
condition(
  'reopens only with a new deadline',
  reopen,
  { given: { reason: 'black again' } },
  'TASK.DATE_PAST',
)

const withdraw: Attempt = {
  event: 'withdraw',
  state: 'verifying',
  by: lead,
  facts: { requestedById: lead.personId },
}
condition(
  'lets a request be withdrawn by whoever made it',
  withdraw,
  { facts: { requestedById: 'other' } },
  'ACCESS.OWNER',
)
condition(
  'lets a request be withdrawn until the next step has acted',
  withdraw,
  { facts: { ...withdraw.facts, nextStepTaken: true } },
  'TASK.NEXT_STEP_TAKEN',
)

condition(
  'begins rectification when every plan is approved',
  {
    event: 'startRectifying',
    state: 'assigned',
    by: system,
    of: { assignments: [planned('lead')] },
  },
  { of: { assignments: [planned('lead'), assignment('doer')] } },
  'TASK.ASSIGNMENT_OPEN',
)
condition(
  'begins no rectification without a unit',
  {
    event: 'startRectifying',
    state: 'assigned',
    by: system,
    of: { assignments: [planned('lead')] },
  },
  { of: {} },
  'TASK.ASSIGNMENT_OPEN',
)

describe('notice, close-out and after', () => {
  it.each(conditions)('%s', (_rule, met, broken, code) => {
    expect(attempt(met)).toBeNull()
    expect(attempt({ ...met, ...broken })).toBe(code)
  })

  it('offers an event before anybody has typed what it asks for', () => {
    const facts = taskFacts(on('2018-06-04'))
    expect(allowedTaskEvents(task(), office, facts)).toEqual(['consult', 'assign', 'cancelTask'])
    const withGiven = { ...facts, given: { reason: '' } }
    expect(allowedTaskEvents(task(), office, withGiven)).toEqual([
      'consult',
      'assign',
      'cancelTask',
    ])
  })

  it('says what is still missing for an event that is not offered yet', () => {
    const facts = taskFacts(on('2018-06-04'))
    const open = openTaskEvents(task({ state: 'inProgress' }), lead, facts)
    expect(open.find(({ event }) => event === 'selfCheck')?.missing).toEqual({
      code: 'TASK.MEASURE_UNFINISHED',
    })
    expect(open.find(({ event }) => event === 'report')?.missing).toBeNull()
  })
})
