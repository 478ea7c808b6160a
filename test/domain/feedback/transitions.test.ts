import {
  releaseAnswer,
  returnAnswer,
  submitAnswer,
  submitSecondAnswer,
} from '@/domain/feedback/answer-transitions'
import type { Feedback, Rating } from '@/domain/feedback/feedback'
import { nextDueOn } from '@/domain/feedback/limits'
import {
  admit,
  archiveUnrated,
  assignFeedback,
  decline,
  eraseReporter,
  extendAnswer,
  mergeFeedback,
  rate,
  returnToIntake,
  submitFeedback,
  supplement,
  withdrawFeedback,
} from '@/domain/feedback/transitions'
import { allowedFeedbackEvents } from '@/domain/feedback/workflow'
import { actor, county, otherCounty, resident, staffOf, village } from '../actors'
import { feedback } from '../builders'
import { on } from '../calendars'
import type { FeedbackFacts } from '@/domain/feedback/facts'
import { refusalOf } from '../refusals'

const desk = actor('intake')
const office = actor('coordinator')
const system = actor('system')
const as = (today: string, isReporter = false) => ({ ...on(today), isReporter })
const admission = {
  summary: 'sewage into the brook',
  pollutionTypes: ['water'] as const,
  clearedPhotoIds: [],
  accusedUnitIds: [],
  regionCode: null,
}
const fresh = {
  id: 'feedback-1',
  number: '2018-0601-4KQ',
  origin: 'resident' as const,
  protection: 'hidden' as const,
  regionCode: village,
  taskId: null,
  consentNoted: false,
}
const text = { finding: 'true' as const, text: 'pipe mended', photoIds: [] }

const admitted = (more: Partial<Feedback> = {}): Feedback =>
  admit(feedback(more), admission, desk, as('2018-06-10'))
const assigned = (more: Partial<Feedback> = {}): Feedback =>
  assignFeedback(admitted(more), { unitId: 'doer' }, desk, as('2018-06-11'))
const submitted = (): Feedback => submitAnswer(assigned(), text, staffOf('doer'), as('2018-07-01'))
const answered = (): Feedback => releaseAnswer(submitted(), {}, office, as('2018-07-02'))
const rated = (rating: Rating, of = answered()): Feedback =>
  rate(of, { rating, words: 'still smells' }, resident, as('2018-07-10', true))

describe('sending a report', () => {
  it('opens 15 calendar days for intake', () => {
    expect(submitFeedback(fresh, resident, as('2018-06-01'))).toMatchObject({
      state: 'submitted',
      submittedOn: '2018-06-01',
      admitDueOn: '2018-06-16',
      summary: null,
    })
  })

  it("by a village officer asks for the resident's consent and the own village", () => {
    const branch = actor('villageOfficer', { regionCode: village })
    const forResident = { ...fresh, origin: 'village' as const, consentNoted: true }
    expect(submitFeedback(forResident, branch, as('2018-06-01')).origin).toBe('village')
    const silent = { ...forResident, consentNoted: false }
    expect(refusalOf(() => submitFeedback(silent, branch, as('2018-06-01')))).toBe(
      'FEEDBACK.CONSENT_REQUIRED consentNoted',
    )
    const elsewhere = { ...forResident, regionCode: '440981101202' }
    expect(refusalOf(() => submitFeedback(elsewhere, branch, as('2018-06-01')))).toBe(
      'ACCESS.REGION',
    )
  })

  it('as an inspection item is for the desk, not for residents', () => {
    const batch = { ...fresh, origin: 'inspectionBatch' as const }
    expect(submitFeedback(batch, desk, as('2018-06-01')).state).toBe('submitted')
    expect(refusalOf(() => submitFeedback(batch, resident, as('2018-06-01')))).toBe('ACCESS.ROLE')
  })
})

describe('the desk', () => {
  it('admits with a summary and opens 60 calendar days for the answer', () => {
    expect(admitted()).toMatchObject({ state: 'admitted', answerDueOn: '2018-08-09' })
    const act = () => admit(feedback(), { ...admission, summary: ' ' }, desk, as('2018-06-10'))
    expect(refusalOf(act)).toBe('FEEDBACK.SUMMARY_REQUIRED summary')
  })

  it('opens 10 days for an inspection item', () => {
    expect(admitted({ origin: 'inspectionBatch' }).answerDueOn).toBe('2018-06-20')
  })

  it('keeps the place of the reporter unless it corrects it', () => {
    expect(admitted().regionCode).toBe(county)
    const moved = admit(feedback(), { ...admission, regionCode: village }, desk, as('2018-06-10'))
    expect(moved.regionCode).toBe(village)
  })

  it('declines with a reason', () => {
    expect(refusalOf(() => decline(feedback(), { reason: '' }, desk, as('2018-06-10')))).toBe(
      'FEEDBACK.REASON_REQUIRED reason',
    )
    const declined = decline(
      feedback(),
      { reason: 'noise: city management' },
      desk,
      as('2018-06-10'),
    )
    expect(declined).toMatchObject({ state: 'declined', declinedReason: 'noise: city management' })
    expect(nextDueOn(declined)).toBeNull()
  })

  it('of another county has no part in it', () => {
    const other = actor('intake', { regionCode: otherCounty })
    expect(refusalOf(() => admit(feedback(), admission, other, as('2018-06-10')))).toBe(
      'ACCESS.REGION',
    )
  })

  it('never gives a report to a unit that it accuses', () => {
    const accusing = admit(
      feedback(),
      { ...admission, accusedUnitIds: ['doer'] },
      desk,
      as('2018-06-10'),
    )
    const act = () => assignFeedback(accusing, { unitId: 'doer' }, desk, as('2018-06-11'))
    expect(refusalOf(act)).toBe('FEEDBACK.UNIT_ACCUSED unitId')
    expect(assignFeedback(accusing, { unitId: 'other' }, desk, as('2018-06-11')).unitId).toBe(
      'other',
    )
  })

  it('that is itself accused is passed over', () => {
    const accusing = feedback({ accusedUnitIds: ['bureau'] })
    const accused = actor('intake', { unitId: 'bureau' })
    expect(refusalOf(() => admit(accusing, admission, accused, as('2018-06-10')))).toBe(
      'ACCESS.UNIT',
    )
    expect(admit(accusing, admission, desk, as('2018-06-10')).state).toBe('admitted')
  })

  it('admits nothing that accuses its own unit: that is handed over', () => {
    const self = { ...admission, accusedUnitIds: ['other', 'bureau'] }
    for (const belongsTo of [['bureau'], ['other-one', 'bureau']]) {
      const own = actor('intake', { belongsTo })
      expect(refusalOf(() => admit(feedback(), self, own, as('2018-06-10')))).toBe(
        'FEEDBACK.DESK_ACCUSED accusedUnitIds',
      )
    }
  })

  it('gets back what is not the unit’s, and the limit of the reporter goes on', () => {
    const act = () => returnToIntake(assigned(), { reason: '' }, staffOf('doer'), as('2018-06-12'))
    expect(refusalOf(act)).toBe('FEEDBACK.REASON_REQUIRED reason')
    const back = returnToIntake(
      assigned(),
      { reason: 'not ours' },
      staffOf('doer'),
      as('2018-06-12'),
    )
    expect(back).toMatchObject({
      state: 'admitted',
      unitId: null,
      stateSince: '2018-06-12',
      answerDueOn: '2018-08-09',
    })
  })

  it('merges into another open report and marks the third one', () => {
    const merge = (into: Pick<Feedback, 'id' | 'state'>, reportsOfMatter: number) => {
      const target = { ...into, accusedUnitIds: [], answeredOn: null }
      return mergeFeedback(feedback(), { into: target, reportsOfMatter }, desk, as('2018-06-12'))
    }
    expect(merge({ id: 'other', state: 'assigned' }, 1)).toMatchObject({
      state: 'merged',
      mergedIntoId: 'other',
      repeated: false,
    })
    expect(merge({ id: 'other', state: 'assigned' }, 2).repeated).toBe(true)
    expect(refusalOf(() => merge({ id: 'feedback-1', state: 'submitted' }, 1))).toBe(
      'FEEDBACK.MERGE_ITSELF intoId',
    )
    expect(refusalOf(() => merge({ id: 'other', state: 'merged' }, 1))).toBe('THING.STATE intoId')
  })

  it('merges only into a report that accuses the same units: else one of them would get it', () => {
    const accusing = feedback({ accusedUnitIds: ['plant', 'town'] })
    const merge = (accusedUnitIds: string[]) => {
      const into = { id: 'other', state: 'assigned' as const, accusedUnitIds, answeredOn: null }
      return mergeFeedback(accusing, { into, reportsOfMatter: 1 }, desk, as('2018-06-12'))
    }
    expect(refusalOf(() => merge(['plant']))).toBe('FEEDBACK.UNIT_ACCUSED intoId')
    expect(merge(['town', 'plant', 'other']).state).toBe('merged')
  })

  it('loses its reporter where others share the matter, and goes on as it was', () => {
    for (const state of ['submitted', 'assigned', 'merged'] as const) {
      const shared = feedback({ state, stateSince: '2018-06-02' })
      expect(eraseReporter(shared, resident, as('2018-06-12', true))).toEqual(shared)
      expect(refusalOf(() => eraseReporter(shared, resident, as('2018-06-12')))).toBe(
        'ACCESS.OWNER',
      )
    }
    const late = feedback({ state: 'answered', answeredOn: '2018-06-10' })
    expect(refusalOf(() => eraseReporter(late, resident, as('2018-06-12', true)))).toBe(
      'THING.STATE',
    )
  })
})

describe('the answer', () => {
  it('is extended once by 30 days, with a reason, while it is in time', () => {
    const extended = extendAnswer(assigned(), { reason: 'digging' }, office, as('2018-08-09'))
    expect(extended).toMatchObject({ answerDueOn: '2018-09-08', answerExtended: true })
    const again = () => extendAnswer(extended, { reason: 'digging' }, office, as('2018-08-10'))
    expect(refusalOf(again)).toBe('FEEDBACK.EXTENDED_ALREADY')
    const late = () => extendAnswer(assigned(), { reason: 'digging' }, office, as('2018-08-10'))
    expect(refusalOf(late)).toBe('THING.STATE')
    const silent = () => extendAnswer(assigned(), { reason: ' ' }, office, as('2018-08-09'))
    expect(refusalOf(silent)).toBe('FEEDBACK.REASON_REQUIRED reason')
  })

  it('to an inspection item is not extended but given in stages', () => {
    const batch = assigned({ origin: 'inspectionBatch' })
    const extend = () => extendAnswer(batch, { reason: 'digging' }, office, as('2018-06-15'))
    expect(refusalOf(extend)).toBe('THING.STATE')
    const draft = submitAnswer(batch, text, staffOf('doer'), as('2018-06-15'))
    const stage = releaseAnswer(draft, { nextOn: '2018-07-15' }, office, as('2018-06-16'))
    expect(stage).toMatchObject({ state: 'assigned', answerDueOn: '2018-07-15', answeredOn: null })
    const next = submitAnswer(stage, text, staffOf('doer'), as('2018-07-10'))
    expect(next.answers.map(({ releasedOn }) => releasedOn)).toEqual(['2018-06-16', null])
    expect(releaseAnswer(next, {}, office, as('2018-07-11')).state).toBe('answered')
  })

  it('in stages is for inspection items only, with a day ahead', () => {
    const act = () => releaseAnswer(submitted(), { nextOn: '2018-08-01' }, office, as('2018-07-02'))
    expect(refusalOf(act)).toBe('THING.STATE nextOn')
    const batch = submitAnswer(
      assigned({ origin: 'inspectionBatch' }),
      text,
      staffOf('doer'),
      as('2018-06-15'),
    )
    const sameDay = () => releaseAnswer(batch, { nextOn: '2018-06-16' }, office, as('2018-06-16'))
    expect(refusalOf(sameDay)).toBe('THING.STATE nextOn')
  })

  it('reaches the reporter only when the coordinator releases it', () => {
    expect(submitted().answers[0]).toMatchObject({ releasedOn: null, byPersonId: 'staff-doer' })
    expect(refusalOf(() => releaseAnswer(submitted(), {}, staffOf('doer'), as('2018-07-02')))).toBe(
      'ACCESS.ROLE',
    )
    expect(answered()).toMatchObject({
      state: 'answered',
      answeredOn: '2018-07-02',
      answerDueOn: null,
    })
    expect(answered().answers[0]?.releasedOn).toBe('2018-07-02')
  })

  it('goes back with a reason; the next draft takes its place', () => {
    const act = () => returnAnswer(submitted(), { reason: '' }, office, as('2018-07-02'))
    expect(refusalOf(act)).toBe('FEEDBACK.REASON_REQUIRED reason')
    const back = returnAnswer(submitted(), { reason: 'no photo' }, office, as('2018-07-02'))
    expect(back.state).toBe('assigned')
    const again = submitAnswer(back, { ...text, text: 'better' }, staffOf('doer'), as('2018-07-03'))
    expect(again.answers.map((answer) => answer.text)).toEqual(['better'])
  })
})

describe('the rating', () => {
  it('办好了 archives', () => {
    const done = rate(answered(), { rating: 'done', words: '' }, resident, as('2018-07-10', true))
    expect(done).toMatchObject({ state: 'archived', ratings: ['done'] })
  })

  it.each(['halfDone', 'notDone'] as const)(
    '%s asks for a line and for a second look',
    (rating) => {
      const act = () => rate(answered(), { rating, words: ' ' }, resident, as('2018-07-10', true))
      expect(refusalOf(act)).toBe('FEEDBACK.WORDS_REQUIRED words')
      // 20 working days after Tuesday 10 July 2018
      expect(rated(rating)).toMatchObject({ state: 'secondLook', answerDueOn: '2018-08-07' })
    },
  )

  it('is the reporter’s alone', () => {
    const act = () =>
      rate(answered(), { rating: 'done', words: '' }, staffOf('doer'), as('2018-07-10'))
    expect(refusalOf(act)).toBe('ACCESS.OWNER')
  })

  it('sends the second look to another person, or to an inspector', () => {
    const again = rated('notDone')
    const second = (by: Parameters<typeof submitSecondAnswer>[2]) =>
      submitSecondAnswer(again, text, by, as('2018-07-20'))
    expect(refusalOf(() => second(staffOf('doer')))).toBe('FEEDBACK.SECOND_LOOK_SAME_PERSON')
    expect(second(staffOf('doer', 'colleague')).state).toBe('answerSubmitted')
    expect(second(actor('inspector', { unitId: 'team' })).answers).toHaveLength(2)
    const same = actor('inspector', { unitId: 'team', personId: 'staff-doer' })
    expect(refusalOf(() => second(same))).toBe('FEEDBACK.SECOND_LOOK_SAME_PERSON')
  })

  it('lets the second person mend a draft that came back', () => {
    const colleague = staffOf('doer', 'colleague')
    const draft = submitSecondAnswer(rated('notDone'), text, colleague, as('2018-07-20'))
    const back = returnAnswer(draft, { reason: 'no photo' }, office, as('2018-07-21'))
    expect(back.state).toBe('secondLook')
    expect(submitSecondAnswer(back, text, colleague, as('2018-07-22')).answers).toHaveLength(2)
  })

  it.each(['done', 'halfDone', 'notDone'] as const)(
    'after the second answer archives: %s',
    (rating) => {
      const draft = submitSecondAnswer(
        rated('notDone'),
        text,
        staffOf('doer', 'colleague'),
        as('2018-07-20'),
      )
      const second = releaseAnswer(draft, {}, office, as('2018-07-21'))
      const final = rated(rating, second)
      expect(final).toMatchObject({ state: 'archived', ratings: ['notDone', rating] })
      const third = () =>
        rate(
          { ...final, state: 'answered' },
          { rating, words: 'x' },
          resident,
          as('2018-07-22', true),
        )
      expect(refusalOf(third)).toBe('FEEDBACK.NOT_ASKED_AGAIN')
    },
  )

  it('is waited for 30 days: on the last day it may still come, on the next it is archived', () => {
    expect(refusalOf(() => archiveUnrated(answered(), system, as('2018-08-01')))).toBe(
      'THING.STATE',
    )
    expect(archiveUnrated(answered(), system, as('2018-08-02')).state).toBe('archived')
  })
})

describe('the reporter', () => {
  const mine = (today: string) => as(today, true)

  it('adds and withdraws until the answer, and neither after it', () => {
    for (const open of [feedback(), admitted(), assigned(), submitted()]) {
      expect(allowedFeedbackEvents(open, resident, mine('2018-07-02'))).toEqual([
        'supplement',
        'withdraw',
        'eraseReporter',
      ])
    }
    expect(allowedFeedbackEvents(answered(), resident, mine('2018-07-02'))).toEqual(['rate'])
    expect(refusalOf(() => supplement(answered(), resident, mine('2018-07-02')))).toBe(
      'THING.STATE',
    )
  })

  it('adds to a merged report as long as the matter is open, and never without knowing it', () => {
    const merged = { ...submitted(), state: 'merged' as const, mergedIntoId: 'other' }
    const add = (matter?: FeedbackFacts['matter']) =>
      supplement(merged, resident, { ...mine('2018-07-02'), ...(matter && { matter }) })
    for (const matter of [submitted(), admitted(), assigned()]) expect(add(matter)).toEqual(merged)
    for (const matter of [answered(), { state: 'secondLook' as const, answeredOn: '2018-07-01' }])
      expect(refusalOf(() => add(matter))).toBe('THING.STATE')
    expect(refusalOf(() => add())).toBe('THING.STATE')
  })

  it('does neither once a second look has been answered by a draft', () => {
    const draft = submitSecondAnswer(
      rated('notDone'),
      text,
      staffOf('doer', 'colleague'),
      as('2018-07-20'),
    )
    expect(draft.state).toBe('answerSubmitted')
    expect(refusalOf(() => withdrawFeedback(draft, resident, mine('2018-07-20')))).toBe(
      'THING.STATE',
    )
  })

  it('is known by the report and not by a role', () => {
    expect(refusalOf(() => withdrawFeedback(feedback(), resident, as('2018-06-02')))).toBe(
      'ACCESS.OWNER',
    )
    expect(withdrawFeedback(feedback(), resident, mine('2018-06-02')).state).toBe('withdrawn')
  })
})

describe('the next day somebody owes', () => {
  it('follows the state', () => {
    expect(nextDueOn(feedback())).toBe('2018-06-16')
    expect(nextDueOn(admitted())).toBe('2018-08-09')
    expect(nextDueOn(answered())).toBeNull()
    expect(nextDueOn(rated('halfDone'))).toBe('2018-08-07')
  })
})
