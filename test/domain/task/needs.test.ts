import type { RefusalCode } from '@/domain/refusal'
import type { Actor } from '@/domain/organization/actor'
import { type TaskFacts, type TaskGiven, taskFacts } from '@/domain/task/facts'
import { fixedDeadline, immediateDeadline } from '@/domain/task/deadline'
import type { RectificationTask, TaskState } from '@/domain/task/task'
import {
  allowedTaskEvents,
  openTaskEvents,
  type TaskEvent,
  whyNotTask,
} from '@/domain/task/workflow'
import { actor, leaderOf, staffOf } from '../actors'
import { assignment, measure, planned, task } from '../builders'
import { on } from '../calendars'

const office = actor('coordinator')
const lead = leaderOf('lead')
const system = actor('system')
const done = [measure({ doneOn: '2018-06-01' })]

interface Attempt {
  readonly event: TaskEvent
  readonly state: TaskState
  readonly by: Actor
  readonly given?: TaskGiven
  readonly facts?: Partial<TaskFacts>
  readonly of?: Partial<RectificationTask>
}

const attempt = ({ event, state, by, given, facts, of }: Attempt): string | null => {
  const refusal = whyNotTask(
    task({ state, ...of }),
    event,
    by,
    taskFacts(on('2018-06-04'), { given: given ?? {}, ...facts }),
  )
  return refusal?.code ?? null
}

/** One condition: the attempt with it met, what breaks it, and the refusal it then gives. */
const conditions: [string, Attempt, Partial<Attempt>, RefusalCode][] = []
const condition = (...rule: [string, Attempt, Partial<Attempt>, RefusalCode]): void => {
  conditions.push(rule)
}

const selfCheck: Attempt = {
  event: 'selfCheck',
  state: 'inProgress',
  by: lead,
  of: { measures: done },
  facts: { measuresWithoutEvidence: [], standardsOpen: 0, villagesNotAsked: [] },
}
const selfCheckWithout = (facts: Partial<TaskFacts>): Partial<Attempt> => ({
  facts: { ...selfCheck.facts, ...facts },
})
condition(
  'refuses the self-check while a measure is not done',
  selfCheck,
  { of: {} },
  'TASK.MEASURE_UNFINISHED',
)
condition(
  'refuses the self-check while a measure has no evidence',
  selfCheck,
  selfCheckWithout({ measuresWithoutEvidence: ['m1'] }),
  'TASK.EVIDENCE_MISSING',
)
condition(
  'refuses the self-check when evidence was not looked up',
  selfCheck,
  selfCheckWithout({ measuresWithoutEvidence: null }),
  'TASK.EVIDENCE_MISSING',
)
condition(
  'refuses the self-check while one of the five standards has no word',
  selfCheck,
  selfCheckWithout({ standardsOpen: 1 }),
  'TASK.EVIDENCE_MISSING',
)
condition(
  'refuses the self-check while an affected village was not asked',
  selfCheck,
  selfCheckWithout({ villagesNotAsked: ['440981101201'] }),
  'TASK.OPINION_MISSING',
)
condition(
  "takes staff's self-check only with the leader's stamped scan",
  { ...selfCheck, by: staffOf('lead'), given: { signOffFileId: 'scan' } },
  { given: {} },
  'TASK.EVIDENCE_MISSING',
)

const closeOut: Attempt = {
  event: 'requestCloseOut',
  state: 'selfChecked',
  by: lead,
  given: { reportFileId: 'report' },
  facts: { measuresWithoutEvidence: [] },
}
condition(
  'refuses close-out while a measure has no evidence',
  closeOut,
  { facts: { measuresWithoutEvidence: ['m1'] } },
  'TASK.EVIDENCE_MISSING',
)
condition('refuses close-out without a report', closeOut, { given: {} }, 'TASK.EVIDENCE_MISSING')
condition(
  'refuses close-out before the pre-notice where the round asks for one',
  { ...closeOut, facts: { ...closeOut.facts, asksPreNotice: true, preNoticeDone: true } },
  { facts: { ...closeOut.facts, asksPreNotice: true, preNoticeDone: false } },
  'TASK.NOTICE_RUNNING',
)

const preNotice: Attempt = {
  event: 'noticeFirst',
  state: 'selfChecked',
  by: office,
  facts: { asksPreNotice: true, released: true },
}
condition(
  'holds a pre-notice only where the round asks for one',
  preNotice,
  { facts: { released: true } },
  'THING.STATE',
)
condition(
  'holds a pre-notice once',
  preNotice,
  { facts: { ...preNotice.facts, preNoticeDone: true } },
  'THING.STATE',
)
condition(
  'publishes a pre-notice only with both checks recorded',
  preNotice,
  { facts: { asksPreNotice: true } },
  'TASK.RELEASE_MISSING',
)

const verify: Attempt = {
  event: 'verify',
  state: 'verifying',
  by: staffOf('acceptor'),
  given: { checkerIds: ['a', 'b'], signedBy: 'a' },
  facts: { step: { level: 'city', unitIds: ['acceptor'] }, workedOnIt: ['c'] },
}
condition(
  'asks for two checkers',
  verify,
  { given: { checkerIds: ['a'], signedBy: 'a' } },
  'TASK.CHECKERS',
)
condition(
  'counts one checker named twice once',
  verify,
  { given: { checkerIds: ['a', 'a'], signedBy: 'a' } },
  'TASK.CHECKERS',
)
condition(
  'takes no checker who worked on the rectification',
  verify,
  { facts: { ...verify.facts, workedOnIt: ['b'] } },
  'TASK.CHECKERS',
)
condition(
  'asks for a signed conclusion',
  verify,
  { given: { checkerIds: ['a', 'b'] } },
  'TASK.EVIDENCE_MISSING',
)
condition('is taken by the unit of the step', verify, { by: staffOf('stranger') }, 'ACCESS.UNIT')
condition(
  'lets a unit that did the work take the first step but never the last',
  {
    ...verify,
    by: staffOf('doer'),
    facts: { ...verify.facts, step: { level: 'county', unitIds: ['doer'] } },
  },
  { facts: { ...verify.facts, step: { level: 'city', unitIds: ['doer'] } } },
  'TASK.CHECKERS',
)
condition(
  "lets the office record the province's step and no other",
  {
    ...verify,
    by: office,
    of: { acceptanceChain: ['province'] },
    facts: { ...verify.facts, step: { level: 'province', unitIds: [] } },
  },
  { facts: { ...verify.facts, step: { level: 'city', unitIds: [] } } },
  'ACCESS.UNIT',
)

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

const extend: Attempt = {
  event: 'extend',
  state: 'inProgress',
  by: staffOf('doer'),
  given: { reason: 'flood', on: '2019-01-01' },
}
condition(
  'takes an extension on the last day and not after it',
  { ...extend, of: { deadline: fixedDeadline('x', '2018-06-04') } },
  { of: { deadline: fixedDeadline('x', '2018-06-03') } },
  'TASK.EXTENSION_TOO_LATE',
)
condition(
  'extends to a later day',
  extend,
  { given: { reason: 'flood', on: '2018-12-31' } },
  'TASK.DATE_PAST',
)
condition(
  'extends only with a reason',
  extend,
  { given: { on: '2019-01-01' } },
  'TASK.REASON_REQUIRED',
)
condition(
  'extends nothing without a counted day',
  extend,
  { of: { deadline: immediateDeadline('x') } },
  'TASK.NO_COUNTED_DATE',
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

describe('a task', () => {
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
