import {
  type FieldCheck,
  isOtherText,
  notReleased,
  whyNotCheck,
  whyNotUrge,
  whyNotWithhold,
  withheldFrom,
  withCheck,
} from '@/domain/release/task-release'
import { task } from '../builders'
import { actor, city } from '../actors'

const check = (more: Partial<FieldCheck> = {}): FieldCheck => ({
  personId: 'coordinator-1',
  on: '2018-06-20',
  fields: ['title', 'problem'],
  digest: 'new',
  ...more,
})
const coordinator = actor('coordinator', { regionCode: city })
const publisher = actor('publisher', { regionCode: city })

describe('the two checks of a public text', () => {
  it('are of the text that was read, by two persons, each in the own office', () => {
    const why = (actor: typeof coordinator, read = 'new', secrecy: FieldCheck | null = null) =>
      whyNotCheck(task(), { ...notReleased, secrecy }, 'openness', { digest: read }, 'new', actor)
        ?.code ?? null
    expect(why(publisher)).toBeNull()
    expect(why(publisher, 'old')).toBe('RELEASE.TEXT_CHANGED')
    expect(why(coordinator)).toBe('ACCESS.ROLE')
    expect(why(publisher, 'new', check({ personId: publisher.personId! }))).toBe(
      'ACCESS.SAME_PERSON',
    )
    // A check of an older text counts for nothing.
    const older = check({ personId: publisher.personId!, digest: 'old' })
    expect(why(publisher, 'new', older)).toBeNull()
  })

  it('release what both allow, of one text that has a title', () => {
    const secrecy = check()
    const released = (openness: FieldCheck) =>
      withCheck({ ...notReleased, secrecy }, 'openness', openness).released
    expect(released(check({ on: '2018-06-21', fields: ['title', 'goals'] }))).toEqual({
      on: '2018-06-21',
      fields: ['title'],
      digest: 'new',
    })
    expect(released(check({ fields: ['problem'] }))).toBeNull()
    expect(released(check({ digest: 'old' }))).toBeNull()
    expect(withCheck(notReleased, 'secrecy', secrecy)).toEqual({
      ...notReleased,
      secrecy,
      withheld: null,
    })
  })

  it('are told apart from those of another text or of other parts of it', () => {
    const of = (digest: string, fields: readonly ('title' | 'goals')[]) => ({
      ...notReleased,
      released: { on: '2018-06-21', fields, digest },
    })
    const first = of('new', ['title', 'goals'])
    expect(isOtherText(first, of('new', ['title', 'goals']))).toBe(false)
    expect(isOtherText(first, of('newer', ['title', 'goals']))).toBe(true)
    expect(isOtherText(first, of('new', ['title']))).toBe(true)
    expect(isOtherText(notReleased, first)).toBe(false)
    expect(isOtherText(first, notReleased)).toBe(false)
  })

  it('may be held back of the text that was read, and of none that is public', () => {
    const read = { digest: 'new' }
    const released = { on: '2018-06-01', fields: [], digest: 'new' }
    expect(whyNotWithhold(notReleased, read, 'new')).toBeNull()
    expect(whyNotWithhold(notReleased, read, 'newer')?.code).toBe('RELEASE.TEXT_CHANGED')
    expect(whyNotWithhold({ ...notReleased, released }, read, 'new')?.code).toBe('THING.STATE')
    const older = { ...released, digest: 'old' }
    expect(whyNotWithhold({ ...notReleased, released: older }, read, 'new')).toBeNull()
  })

  it('may be asked for once a day while the openness check is owed', () => {
    expect(whyNotUrge(notReleased, 'new', '2018-06-20')).toBeNull()
    const urged = { ...notReleased, urgedOn: '2018-06-20' }
    expect(whyNotUrge(urged, 'new', '2018-06-20')?.code).toBe('RELEASE.URGED_TODAY')
    expect(whyNotUrge(urged, 'new', '2018-06-21')).toBeNull()
    const done = { ...notReleased, openness: check() }
    expect(whyNotUrge(done, 'new', '2018-06-20')?.code).toBe('THING.STATE')
    expect(whyNotUrge(done, 'newer', '2018-06-20')).toBeNull()
  })
})

describe('a text that is held back', () => {
  it('has its checks undone; those of an older one that is public stay', () => {
    const held = { personId: 'p', on: '2018-06-21', reason: 'a name', role: 'publisher' } as never
    const checks = { ...notReleased, secrecy: check(), openness: check({ digest: 'old' }) }
    expect(withheldFrom(checks, 'new', held)).toMatchObject({
      secrecy: null,
      openness: { digest: 'old' },
    })
    expect(withheldFrom(notReleased, 'new', held)).toMatchObject({ secrecy: null, openness: null })
  })
})
