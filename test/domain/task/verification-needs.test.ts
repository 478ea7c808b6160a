import { taskNeeds } from '@/domain/task/needs'
import { actor, leaderOf, staffOf } from '../actors'
import { measure, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { type Attempt, attempt } from './attempt'

const lead = leaderOf('lead')

/**
 * Conditions that hold today. The others of these rows wait for a fact that nothing causes yet
 * and refuse everybody, which is what is left when these are met.
 */
describe('self-check and verification', () => {
  const selfCheck: Attempt = {
    event: 'selfCheck',
    state: 'inProgress',
    by: lead,
    of: { measures: [measure({ doneOn: '2018-06-01' })] },
  }

  it('refuses the self-check while a measure is not done', () => {
    expect(attempt({ ...selfCheck, of: {} })).toBe('TASK.MEASURE_UNFINISHED')
    expect(attempt(selfCheck)).toBe('TASK.EVIDENCE_MISSING')
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
