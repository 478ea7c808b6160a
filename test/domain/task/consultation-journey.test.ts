import {
  answerDraftOpinion,
  consult,
  type Said,
  sayOnDraft,
  withdrawConsult,
} from '@/domain/task/consultation-transitions'
import { addWorkingDays } from '@/domain/calendar/work-calendar'
import { defaultSettings } from '@/domain/settings'
import type { Actor } from '@/domain/organization/actor'
import { actor, village } from '../actors'
import { measure, task, taskFacts } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const days = on('2018-06-04')
const facts = taskFacts(days)
const dueOn = addWorkingDays(days.today, defaultSettings.consultWorkingDays, days.calendar).on
const office = actor('coordinator')
const plant = actor('enterpriseAgent', { unitId: 'plant' })
const branch = actor('villageOfficer', { unitId: 'branch', regionCode: village })

const draft = task({ measures: [measure(), measure({ id: 'm2' })] })
const asked = consult(
  draft,
  {
    ...{ villageCodes: [village], enterpriseIds: ['plant'], dueOn },
    bodies: [
      { unitId: 'branch', villageCode: village },
      { unitId: 'plant', villageCode: null },
    ],
  },
  office,
  facts,
)
const says = (by: Actor, said: Partial<Said>, of = asked) =>
  sayOnDraft(of, { id: 'o1', agrees: false, words: '太早', ...said }, by, facts)
const opinionsOf = (of: typeof asked) => of.consultation!.opinions

describe('a draft that villages and firms are asked about', () => {
  it('waits for them, and is a draft again when it is taken back', () => {
    expect(asked).toMatchObject({ state: 'consulting', enterpriseIds: ['plant'] })
    expect(withdrawConsult(asked, office, facts)).toMatchObject({
      state: 'draft',
      consultation: null,
    })
  })

  it('hears each body for itself: a village by its branch, a firm for itself', () => {
    expect(opinionsOf(says(branch, {}))).toMatchObject([{ party: village, unitId: 'branch' }])
    expect(opinionsOf(says(plant, {}))).toMatchObject([{ party: 'plant', unitId: 'plant' }])
  })

  it('keeps the last word of a body under the name of its first', () => {
    const changed = says(plant, { id: 'o2', words: '太晚' }, says(plant, {}))
    expect(opinionsOf(changed)).toMatchObject([{ id: 'o1', words: '太晚', answer: null }])
    const two = says(branch, { id: 'o3' }, changed)
    expect(opinionsOf(two).map(({ id }) => id)).toEqual(['o1', 'o3'])
  })

  it('has what came on paper recorded by the office, for whom it names', () => {
    const recorded = says(office, { party: 'plant', paperNumber: '函1号' })
    expect(opinionsOf(recorded)).toMatchObject([
      { party: 'plant', unitId: null, paperNumber: '函1号' },
    ])
    expect(refusalOf(() => says(office, { paperNumber: '函1号' }))).toBe('THING.NOT_FOUND party')
  })
})

describe('the answer to what was said', () => {
  const said = says(branch, { id: 'o2' }, says(plant, {}))
  const answer = (given: Partial<Parameters<typeof answerDraftOpinion>[1]>) =>
    answerDraftOpinion(
      said,
      { opinionId: 'o1', adopted: true, reason: '有道理', ...given },
      office,
      facts,
    )

  it('stands beside the one opinion, and what is adopted may change the one measure', () => {
    const next = answer({ measure: { id: 'm2', text: '改到十月' } })
    expect(opinionsOf(next).map((each) => each.answer)).toEqual([
      { adopted: true, reason: '有道理', on: days.today },
      null,
    ])
    expect(next.measures.map(({ text }) => text)).toEqual(['build the sewer', '改到十月'])
    expect(answer({}).measures).toEqual(said.measures)
  })

  it('is to an opinion that there is, and changes nothing that is not adopted or not there', () => {
    expect(refusalOf(() => answer({ opinionId: 'o9' }))).toBe('THING.NOT_FOUND opinionId')
    const change = { id: 'm2', text: '改到十月' }
    expect(refusalOf(() => answer({ adopted: false, measure: change }))).toBe(
      'THING.NOT_FOUND measure',
    )
    expect(refusalOf(() => answer({ measure: { ...change, id: 'm9' } }))).toBe(
      'THING.NOT_FOUND measure',
    )
  })
})
