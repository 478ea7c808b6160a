import { unnamedChain } from '@/domain/task/acceptance-chain'
import { taskNeeds } from '@/domain/task/needs'
import { actor, leaderOf, staffOf } from '../actors'
import type { TaskFacts } from '@/domain/task/facts'
import type { RectificationTask } from '@/domain/task/task'
import type { Checker, MeasureCheck } from '@/domain/task/verification'
import {
  checker,
  cycle,
  doneReport,
  measure,
  planned,
  signedShare,
  task,
  taskFacts,
  verification,
} from '../builders'
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
      assignments: [planned('lead'), signedShare('doer')],
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
    [
      'refuses it while another unit has not signed its share',
      selfCheck,
      { of: { ...selfCheck.of, assignments: [planned('lead'), planned('doer')] } },
      'TASK.SHARE_UNSIGNED',
    ],
    [
      'refuses it on a signature under what has changed since',
      selfCheck,
      {
        of: {
          ...selfCheck.of,
          assignments: [planned('lead'), signedShare('doer', { lapsedOn: '2018-06-13' })],
        },
      },
      'TASK.SHARE_UNSIGNED',
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

  it('asks for two checkers, none of whom worked on it, planned it or checked before', () => {
    const whyNot = (checkers: readonly Checker[], of: Partial<RectificationTask> = {}) =>
      taskNeeds.checkers(
        task({ assignments: [planned('lead')], ...of }),
        taskFacts(on('2018-06-04'), { workedOnIt: ['c'], given: { checkers } }),
        lead,
      )?.code ?? null
    const [a, b] = [checker('a'), checker('b')]
    const expert = checker('x', { personId: null, membershipId: null })
    expect(whyNot([a, b])).toBeNull()
    expect(whyNot([a, expert])).toBeNull()
    const refused: readonly (readonly Checker[])[] = [
      [a],
      [a, { ...a, membershipId: 'another-role' }],
      [a, b, checker('c')],
      [a, { ...expert, name: ' ' }],
      [a, { ...expert, name: 'Engineer' }],
      [expert, expert],
    ]
    expect(refused.map((checkers) => whyNot(checkers))).toEqual(refused.map(() => 'TASK.CHECKERS'))
    const before = cycle({ checks: [verification([a, expert])] })
    expect(whyNot([a, b], { cycles: [before] })).toBe('TASK.CHECKERS')
    expect(whyNot([b, expert], { cycles: [before] })).toBe('TASK.CHECKERS')
    expect(whyNot([b, checker('d')], { cycles: [before] })).toBeNull()
  })

  it('asks for a word on each measure, and for demands that a unit owes', () => {
    const facts = (given: TaskFacts['given']) => taskFacts(on('2018-06-04'), { given })
    const seen = (measures: readonly MeasureCheck[]) =>
      taskNeeds.measuresChecked(task(), facts({ measures }), lead)?.code ?? null
    const m1 = { measureId: 'm1', inPlace: true, words: '' }
    expect(seen([m1])).toBeNull()
    expect(seen([{ ...m1, inPlace: false, words: 'leaks' }])).toBeNull()
    for (const wrong of [[], [m1, m1], [{ ...m1, measureId: 'm2' }], [{ ...m1, inPlace: false }]])
      expect(seen(wrong)).toBe('TASK.MEASURE_UNCHECKED')
    const looked = (change: Partial<MeasureCheck>, of = task({ cycles: [] })) =>
      taskNeeds.measuresSeen(of, facts({ measures: [{ ...m1, ...change }] }), lead)?.code ?? null
    expect(looked({ photoIds: ['p'] })).toBeNull()
    expect(looked({ words: 'by the papers' })).toBeNull()
    for (const unseen of [{}, { words: ' ' }, { photoIds: [] }])
      expect(looked(unseen)).toBe('TASK.MEASURE_UNSEEN')
    const province = task({
      acceptanceChain: [{ level: 'province', unitId: null }],
      cycles: [cycle({ request: { on: '2018-06-01', reportNumber: '3', byId: 'lead' } })],
    })
    expect(looked({}, province)).toBeNull()
    const own = { responsible: ['doer'], lead: [], supporting: [], supervising: [], accepting: [] }
    const shared = task({
      measures: [measure({ units: own })],
      assignments: [planned('lead'), planned('doer')],
    })
    const asked = (unitId: string, measureIds: string[], words = 'again') =>
      taskNeeds.demands(shared, facts({ demands: [{ unitId, words, measureIds }] }), lead)?.code
    expect(asked('doer', ['m1'])).toBeUndefined()
    expect(asked('lead', [])).toBeUndefined()
    expect(asked('lead', ['m1'])).toBe('TASK.DEMAND_REQUIRED')
    expect(asked('helper', [])).toBe('TASK.DEMAND_REQUIRED')
    expect(asked('doer', ['m1'], ' ')).toBe('TASK.DEMAND_REQUIRED')
    expect(taskNeeds.demands(shared, facts({}), lead)?.code).toBe('TASK.DEMAND_REQUIRED')
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
