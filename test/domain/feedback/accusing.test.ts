import type { FeedbackCase, FeedbackGiven } from '@/domain/feedback/facts'
import type { Feedback } from '@/domain/feedback/feedback'
import { type FeedbackEvent, whyNotFeedback } from '@/domain/feedback/workflow'
import type { Actor } from '@/domain/organization/actor'
import { actor, city, county } from '../actors'
import { feedback } from '../builders'
import { on } from '../calendars'

const desk = actor('intake', { unitId: 'office', regionCode: county })
const accusing = (more: Partial<Feedback> = {}) => feedback({ accusedUnitIds: ['works'], ...more })
const why = (
  event: FeedbackEvent,
  by: Actor,
  given: FeedbackGiven | undefined,
  thing: FeedbackCase = accusing(),
): string | null => {
  const facts = { ...on('2018-06-10'), isReporter: false, ...(given && { given }) }
  return whyNotFeedback(thing, event, by, facts)?.code ?? null
}

describe('a report that accuses a unit', () => {
  it('is not given to it, and to every other one', () => {
    const admitted = accusing({ state: 'admitted', admittedOn: '2018-06-05' })
    expect(why('assign', desk, { unitId: 'works' }, admitted)).toBe('FEEDBACK.UNIT_ACCUSED')
    expect(why('assign', desk, { unitId: 'doer' }, admitted)).toBeNull()
    expect(why('assign', desk, {}, admitted)).toBeNull()
  })

  it('is not admitted by a desk that says it is accused itself', () => {
    const summary = 'sewage'
    const accused = { summary, accusedUnitIds: ['office'] }
    expect(why('admit', desk, accused)).toBe('FEEDBACK.DESK_ACCUSED')
    expect(why('admit', desk, { summary })).toBeNull()
    expect(why('admit', desk, undefined)).toBeNull()
  })

  it('is taken back before its unit is marked as accused, while that unit has it', () => {
    const reason = '居民来电'
    const given = { reason, accusedUnitIds: ['doer'] }
    const held = (state: 'admitted' | 'assigned' | 'answerSubmitted', unitId: string | null) =>
      accusing({ state, unitId, admittedOn: '2018-06-05' })
    for (const state of ['assigned', 'answerSubmitted'] as const)
      expect(why('correctAccused', desk, given, held(state, 'doer'))).toBe(
        'FEEDBACK.TAKE_BACK_FIRST',
      )
    expect(why('correctAccused', desk, given, held('assigned', 'other'))).toBeNull()
    expect(why('correctAccused', desk, given, held('assigned', null))).toBeNull()
    expect(why('correctAccused', desk, { reason }, held('assigned', 'doer'))).toBeNull()
    expect(why('correctAccused', desk, given, held('admitted', null))).toBeNull()
  })

  it('becomes part only of one that accuses it too', () => {
    const into = { id: 'other', state: 'admitted', answeredOn: null } as const
    const merge = (accusedUnitIds: string[]) =>
      why('merge', desk, { into: { ...into, accusedUnitIds } })
    expect(merge(['works', 'more'])).toBeNull()
    expect(merge(['more'])).toBe('FEEDBACK.UNIT_ACCUSED')
    expect(why('merge', desk, {})).toBe('THING.STATE')
    const same = { ...into, id: accusing().id, accusedUnitIds: ['works'] }
    expect(why('merge', desk, { into: same })).toBe('FEEDBACK.MERGE_ITSELF')
  })

  it('has its answer released by its desk, where the office may be the accused, but for the own draft', () => {
    const answer = {
      text: 'mended',
      finding: 'true',
      photoIds: [],
      unitId: 'doer',
      releasedOn: null,
    } as const
    const submitted = (byPersonId: string, more: Partial<Feedback> = {}) =>
      accusing({
        ...{ state: 'answerSubmitted', unitId: 'doer', admittedOn: '2018-06-05' },
        answers: [{ ...answer, byPersonId }],
        ...more,
      })
    const release = (thing: Feedback) => why('releaseAnswer', desk, {}, thing)
    expect(release(submitted('staff-doer'))).toBeNull()
    expect(release(submitted(desk.personId!))).toBe('ACCESS.SAME_PERSON')
    expect(release(submitted('staff-doer', { accusedUnitIds: [] }))).toBe('ACCESS.ROLE')
    const handed = { desk: { regionCode: county }, accusedUnitIds: [] }
    expect(release(submitted('staff-doer', handed))).toBeNull()
    const elsewhere = { desk: { regionCode: city } }
    expect(release(submitted('staff-doer', elsewhere))).toBe('ACCESS.REGION')
  })
})

describe('a report that waits for a re-check', () => {
  it('is answered by it, and by nothing that nobody waits for', () => {
    const waiting = (awaitsRecheck: boolean) =>
      feedback({
        ...{ state: 'admitted', admittedOn: '2018-06-05' },
        ...(awaitsRecheck && { awaitsRecheck: { cycle: 1, after: 0 } }),
      })
    expect(why('answerByRecheck', actor('system'), {}, waiting(true))).toBeNull()
    expect(why('answerByRecheck', actor('system'), {}, waiting(false))).toBe('THING.STATE')
  })
})
