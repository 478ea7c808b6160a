import { unnamedChain } from '@/domain/task/acceptance-chain'
import { taskNeeds } from '@/domain/task/needs'
import { actor, leaderOf, staffOf } from '../actors'
import { doneReport, measure, planned, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { type Attempt, attempt, type Condition } from './attempt'

const lead = leaderOf('lead')

/**
 * Conditions that hold today. The others of these rows wait for a fact that nothing causes yet
 * and refuse everybody, which is what is left when these are met.
 */
describe('self-check and verification', () => {
  const checked = {
    measuresDone: 'all',
    violationsPunished: 'none',
    normsMet: 'met',
    likeProblemsDone: 'looked for',
    treatedAtSource: 'monthly',
  }
  const done = ['lead', 'doer'].map((unitId) => doneReport(`measure.m1.${unitId}`, unitId))
  const selfCheck: Attempt = {
    event: 'selfCheck',
    state: 'inProgress',
    by: lead,
    given: { standards: checked },
    of: {
      measures: [measure({ doneOn: '2018-06-01' })],
      assignments: [planned('lead'), planned('doer')],
      done,
    },
  }
  const staff = staffOf('lead')

  it.each<Condition>([
    [
      'refuses it while one of two units is not done',
      selfCheck,
      { of: { ...selfCheck.of, done: done.slice(1) } },
      'TASK.MEASURE_UNFINISHED',
    ],
    ['refuses it while a measure is not done', selfCheck, { of: {} }, 'TASK.MEASURE_UNFINISHED'],
    [
      'refuses it while a part has no proof',
      selfCheck,
      { of: { ...selfCheck.of, done: [done[0]!, { ...done[1]!, paperNumber: ' ' }] } },
      'TASK.EVIDENCE_MISSING',
    ],
    [
      'refuses it without a word on each standard',
      selfCheck,
      { given: { standards: { ...checked, normsMet: ' ' } } },
      'TASK.WORDS_REQUIRED',
    ],
    [
      'asks staff for the paper that the leader signed',
      { ...selfCheck, by: staff, given: { standards: checked, signOffNumber: '7' } },
      { given: { standards: checked, signOffNumber: null } },
      'TASK.SIGN_OFF_MISSING',
    ],
    [
      'asks the leader for a paper where the list prints nothing to prove',
      { ...selfCheck, given: { standards: checked, signOffNumber: '7' }, of: { measures: [] } },
      { given: { standards: checked } },
      'TASK.SIGN_OFF_MISSING',
    ],
  ])('%s', (_rule, met, broken, code) => {
    expect(attempt(met)).toBeNull()
    expect(attempt({ ...met, ...broken })).toBe(code)
  })

  const request: Attempt = {
    event: 'requestCloseOut',
    state: 'selfChecked',
    by: staff,
    given: { reportNumber: '8' },
  }
  it.each<Condition>([
    ['asks for the report', request, { given: {} }, 'TASK.REPORT_NUMBER_REQUIRED'],
    [
      'asks for a unit at each step',
      request,
      { of: { acceptanceChain: unnamedChain(['county', 'city']) } },
      'TASK.CHAIN_UNNAMED',
    ],
    ['asks for a chain', request, { of: { acceptanceChain: [] } }, 'TASK.CHAIN_UNNAMED'],
    [
      'lets no unit that did the work take the last step',
      {
        ...request,
        of: {
          acceptanceChain: [
            { level: 'county', unitId: 'doer' },
            { level: 'city', unitId: 'acceptor' },
          ],
        },
      },
      {
        of: {
          acceptanceChain: [
            { level: 'county', unitId: 'acceptor' },
            { level: 'city', unitId: 'doer' },
          ],
        },
      },
      'TASK.LAST_STEP_OWN',
    ],
    [
      'takes the levels from below upwards',
      {
        ...request,
        of: {
          acceptanceChain: [
            { level: 'city', unitId: 'acceptor' },
            { level: 'province', unitId: null },
          ],
        },
      },
      {
        of: {
          acceptanceChain: [
            { level: 'city', unitId: 'acceptor' },
            { level: 'county', unitId: 'acceptor' },
          ],
        },
      },
      'TASK.CHAIN_UNNAMED',
    ],
  ])('%s', (_rule, met, broken, code) => {
    expect(attempt(met)).toBeNull()
    expect(attempt({ ...met, ...broken })).toBe(code)
  })

  it('is asked of the answering unit alone', () => {
    expect(attempt({ ...selfCheck, by: staffOf('doer') })).toBe('ACCESS.UNIT')
    expect(attempt({ ...selfCheck, by: actor('coordinator') })).toBe('ACCESS.ROLE')
  })

  it('asks for two checkers, none of whom worked on the rectification', () => {
    const whyNot = (...checkerIds: string[]) =>
      taskNeeds.checkers(
        task(),
        taskFacts(on('2018-06-04'), { workedOnIt: ['c'], given: { checkerIds } }),
        lead,
      )?.code ?? null
    expect(whyNot('a', 'b')).toBeNull()
    expect(whyNot('a')).toBe('TASK.CHECKERS')
    expect(whyNot('a', 'a')).toBe('TASK.CHECKERS')
    expect(whyNot('a', 'b', 'c')).toBe('TASK.CHECKERS')
  })

  it('closes no task while a child is open', () => {
    const whyNot = (childrenOpen: number) =>
      taskNeeds.childrenClosed(task(), taskFacts(on('2018-06-04'), { childrenOpen }))
    expect(whyNot(0)).toBeNull()
    expect(whyNot(1)).toEqual({ code: 'TASK.CHILD_OPEN' })
  })

  it('leaves a verification step to nobody before there is one', () => {
    const verify: Attempt = { event: 'verify', state: 'verifying', by: staffOf('acceptor') }
    expect(attempt(verify)).toBe('ACCESS.UNIT')
    expect(attempt({ ...verify, by: actor('coordinator') })).toBe('ACCESS.UNIT')
    expect(attempt({ ...verify, by: actor('publisher') })).toBe('ACCESS.ROLE')
  })
})
