import type { TaskFacts } from '@/domain/task/facts'
import { actor, leaderOf, staffOf } from '../actors'
import { measure } from '../builders'
import { type Attempt, attempt, type Condition } from './attempt'

const office = actor('coordinator')
const lead = leaderOf('lead')
const done = [measure({ doneOn: '2018-06-01' })]

const conditions: Condition[] = []
const condition = (...rule: Condition): void => {
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

describe('self-check and verification', () => {
  it.each(conditions)('%s', (_rule, met, broken, code) => {
    expect(attempt(met)).toBeNull()
    expect(attempt({ ...met, ...broken })).toBe(code)
  })
})
