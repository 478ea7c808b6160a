import { type OpinionSummary, shownCounts } from '@/domain/opinion/summary'
import { obligationsOfSummary } from '@/domain/opinion/summary-owed'
import {
  answerOpinions,
  newSummary,
  openWords,
  releaseSummary,
  reopenSummary,
  returnAnswers,
  summarize,
} from '@/domain/opinion/summary-transitions'
import { actor, city, staffOf } from '../actors'
import { opinion } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

describe('how many residents said what', () => {
  const counts = (satisfied: number, half: number, unsatisfied: number) => ({
    ...{ satisfied, half, unsatisfied },
  })

  it('is shown where each number is of five or more', () => {
    expect(shownCounts(counts(5, 5, 5))).toEqual(counts(5, 5, 5))
    expect(shownCounts(null)).toBeNull()
  })

  it('is hidden whole where one number is small: the others leave over what is hidden', () => {
    expect(shownCounts(counts(40, 30, 4))).toBeNull()
    expect(shownCounts(counts(4, 30, 40))).toBeNull()
    expect(shownCounts(counts(40, 4, 30))).toBeNull()
  })

  it('of nobody tells as much as of one: all of them said the same', () => {
    expect(shownCounts(counts(40, 0, 30))).toBeNull()
    expect(shownCounts(counts(1, 0, 1))).toBeNull()
  })
})

const desk = actor('intake')
const office = actor('coordinator')
const unit = staffOf('lead')
const days = on('2018-06-20')
const about = { id: 's1', taskId: 'task-1', askingId: 'asking-1', answeringUnitId: 'lead' }
const owed = newSummary(about, opinion({ taskState: 'verifying' }), '2018-06-18')
const present = {
  digest: 'all',
  counts: { satisfied: 6, half: 7, unsatisfied: 8 },
  unsatisfied: ['residents'] as const,
}
const written = {
  words: 'most are content',
  matters: [{ side: 'residents' as const, words: 'it smells at night' }],
  read: 'all',
}
const writes = (more: Partial<typeof written> = {}, of = owed) =>
  summarize(of, { ...written, ...more }, present, desk, days)

describe('what the villages said, in intake’s words', () => {
  it('goes to the unit where something is not satisfied, else straight to the office', () => {
    expect(writes()).toMatchObject({
      ...{ state: 'toAnswer', since: '2018-06-20', covers: 'all', rounds: 1 },
      counts: present.counts,
      matters: [{ words: 'it smells at night', answer: null }],
    })
    const content = { ...present, unsatisfied: [] }
    const plain = summarize(owed, { ...written, matters: [] }, content, desk, days)
    expect(plain.state).toBe('toRelease')
  })

  it('leaves out no side that is not satisfied, and nothing that came in between', () => {
    expect(refusalOf(() => writes({ matters: [] }))).toBe('OPINION.MATTER_MISSING matters')
    expect(refusalOf(() => writes({ read: 'fewer' }))).toBe('THING.CHANGED')
    expect(refusalOf(() => summarize(owed, written, present, unit, days))).toBe('ACCESS.ROLE')
  })

  it('is answered matter by matter, returned with a reason, and released by the office', () => {
    const asked = writes()
    expect(refusalOf(() => answerOpinions(asked, [], unit, days))).toBe(
      'OPINION.ANSWER_MISSING answers',
    )
    expect(refusalOf(() => answerOpinions(asked, [' '], unit, days))).toBe(
      'OPINION.ANSWER_MISSING answers',
    )
    const answered = answerOpinions(asked, ['we close the lid'], unit, days)
    expect(answered).toMatchObject({
      state: 'toRelease',
      matters: [{ answer: 'we close the lid' }],
    })
    expect(refusalOf(() => returnAnswers(answered, ' ', office, days))).toBe(
      'TASK.REASON_REQUIRED reason',
    )
    const back = returnAnswers(answered, 'which lid', office, days)
    expect(back).toMatchObject({ state: 'toAnswer', matters: [{ answer: 'we close the lid' }] })
    expect(releaseSummary(answered, office, days).state).toBe('released')
    expect(refusalOf(() => releaseSummary(asked, office, days))).toBe('THING.STATE')
  })

  it('of a later round tells no numbers: next to the first they would tell who came between', () => {
    const again = reopenSummary(writes(), '2018-06-25')
    expect(again).toMatchObject({ state: 'toSummarize', since: '2018-06-25' })
    expect(writes({}, again)).toMatchObject({ counts: null, rounds: 2 })
  })

  it('is opened by a look that changes nothing, in its own course only', () => {
    expect(openWords(owed, desk, days)).toBe(owed)
    const over = { ...owed, presentAskingId: 'another' }
    expect(refusalOf(() => openWords(over, desk, days))).toBe('THING.STATE')
  })

  it('is owed by intake, then by the unit, then by the office, and by nobody at the end', () => {
    const by = (of: OpinionSummary) =>
      obligationsOfSummary(of, { ...days, rootRegion: city }).map(
        ({ kind, unitId, roles }) => `${kind} ${unitId ?? roles.join('+')}`,
      )
    expect(by(owed)).toEqual(['summarizeOpinions intake'])
    expect(by(writes())).toEqual(['answerOpinions lead'])
    const answered = answerOpinions(writes(), ['closed'], unit, days)
    expect(by(answered)).toEqual(['releaseSummary coordinator'])
    expect(by(releaseSummary(answered, office, days))).toEqual([])
    expect(by({ ...owed, presentAskingId: 'another' })).toEqual([])
    const everywhere = obligationsOfSummary(
      { ...owed, regionCodes: [] },
      { ...days, rootRegion: city },
    )
    expect(everywhere[0]?.regionCode).toBe(city)
  })
})
