import { type Cause, factsAfter, type KeptFacts, noFacts } from '@/domain/task/kept-facts'
import { actor } from '../actors'
import { task } from '../builders'

const office = actor('coordinator', { personId: 'office-1' })
const doer = actor('unitStaff', { unitId: 'doer', personId: 'doer-1' })
const guest = actor('unitStaff', { unitId: 'guest', personId: 'guest-1' })

const after = (cause: Partial<Cause>, known: Partial<KeptFacts> = {}): KeptFacts =>
  factsAfter(
    { ...noFacts, ...known },
    { event: 'anything', changes: {}, actor: office, before: task(), next: task(), ...cause },
  )

describe('facts that a change of a task causes', () => {
  it('name who made it, and nobody who changes it later', () => {
    expect(after({ event: 'imported', before: null }).madeById).toBe('office-1')
    expect(after({ actor: doer }, { madeById: 'office-1' }).madeById).toBe('office-1')
  })

  it.each([
    ['childMade', {}, 3],
    ['childResumed', {}, 3],
    ['childEnded', {}, 1],
    ['split', { children: ['a', 'b', 'c'] }, 5],
    ['anything', { children: ['a', 'b', 'c'] }, 2],
  ])('count the open children after %s', (event, changes, count) => {
    expect(after({ event, changes }, { childrenOpen: 2 }).childrenOpen).toBe(count)
  })

  it('count no child on a task that is only made', () => {
    expect(after({ event: 'childMade', before: null }).childrenOpen).toBe(0)
  })

  it('name those of its units who worked on it, each once, and nobody who checked it', () => {
    expect(after({ actor: doer }).workedOnIt).toEqual(['doer-1'])
    expect(after({ actor: doer }, { workedOnIt: ['doer-1'] }).workedOnIt).toEqual(['doer-1'])
    expect(after({ actor: doer, event: 'verify' }).workedOnIt).toEqual([])
    expect(after({ actor: guest }).workedOnIt).toEqual([])
    expect(after({ actor: office }).workedOnIt).toEqual([])
  })

  it.each(['dismissObjection', 'upholdObjection', 'rejectObjection'])(
    'count an objection less after %s',
    (event) => {
      expect(after({ event }, { objectionsOpen: 2 }).objectionsOpen).toBe(1)
      expect(after({}, { objectionsOpen: 2 }).objectionsOpen).toBe(2)
    },
  )
})
