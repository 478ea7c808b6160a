import { addDays } from '@/domain/calendar/day'
import { laterByDays } from '@/domain/timeline/dates'
import { timelineViewFor } from '@/domain/timeline/policy'
import type { TimelineAgreement } from '@/domain/timeline/timeline'
import {
  accept,
  counter,
  endUnagreed,
  markReminded,
  mediate,
  propose,
  refer,
  reopenTerms,
  sign,
} from '@/domain/timeline/transitions'
import { lastRoundOf, sideToAnswer } from '@/domain/timeline/turns'
import { allowedTimelineEvents } from '@/domain/timeline/workflow'
import { defaultSettings } from '@/domain/settings'
import { actor, county, otherCounty, resident, staffOf } from '../actors'
import { dates, terms, goingOn } from '../builders'
import { on } from '../calendars'
import { refusalOf } from '../refusals'

const unit = staffOf('doer')
const plant = actor('enterpriseAgent', { unitId: 'plant' })
const office = actor('coordinator')
const system = actor('system')
const at = (today: string, instant = 1) => ({
  ...on(today),
  regionCodes: [county],
  at: instant,
  work: goingOn,
})

const early = dates('2018-08-01', '2018-09-01')
const late = dates('2018-09-16', '2018-10-17')
const proposed = (): TimelineAgreement =>
  propose(terms(), { dates: early, reason: null }, unit, at('2018-06-04'))
const wish = (round: number) => ({
  dates: late,
  reason: 'the tank is delivered in September',
  technicalPlan: 'build, then fill',
  round,
})
const countered = (): TimelineAgreement => counter(proposed(), wish(1), plant, at('2018-06-06'))
const round2 = (): TimelineAgreement =>
  propose(
    countered(),
    { dates: dates('2018-08-15', '2018-09-15'), reason: null },
    unit,
    at('2018-06-08'),
  )
const agreed = (): TimelineAgreement => accept(proposed(), { round: 1 }, plant, at('2018-06-06', 2))
const referred = (): TimelineAgreement =>
  refer(countered(), { reason: 'no use' }, unit, at('2018-06-08'))
const mediated = (): TimelineAgreement =>
  mediate(referred(), { dates: early, reason: 'in between' }, office, at('2018-06-11'))

describe('proposing dates', () => {
  it('is for the unit, signs for it and opens the limit of the other side', () => {
    expect(proposed()).toMatchObject({
      state: 'proposed',
      round: 1,
      signatures: [{ side: 'unit', at: 1 }],
      answerDueOn: '2018-06-18',
    })
    expect(sideToAnswer(proposed())).toBe('enterprise')
    const given = { dates: early, reason: null }
    expect(refusalOf(() => propose(terms(), given, plant, at('2018-06-04')))).toBe('ACCESS.ROLE')
    expect(refusalOf(() => propose(terms(), given, staffOf('other'), at('2018-06-04')))).toBe(
      'ACCESS.UNIT',
    )
  })

  it('asks for exactly one date for each measure', () => {
    const act = (given: typeof early) => () =>
      propose(terms(), { dates: given, reason: null }, unit, at('2018-06-04'))
    expect(refusalOf(act(early.slice(0, 1)))).toBe('TIMELINE.DATE_MISSING dates')
    expect(refusalOf(act([...early, { measureId: 'm3', on: '2018-08-01' }]))).toBe(
      'TIMELINE.DATE_MISSING dates',
    )
    expect(refusalOf(act([...early.slice(0, 1), ...early.slice(0, 1)]))).toBe(
      'TIMELINE.DATE_MISSING dates',
    )
  })

  it('takes today and the last day, and nothing before or after', () => {
    const act = (first: string, second: string) =>
      propose(terms(), { dates: dates(first, second), reason: null }, unit, at('2018-06-04'))
    expect(act('2018-06-04', '2018-12-31').state).toBe('proposed')
    expect(refusalOf(() => act('2018-06-03', '2018-12-31'))).toBe('TIMELINE.DATE_PAST dates.0.on')
    expect(refusalOf(() => act('2018-06-04', '2019-01-01'))).toBe(
      'TIMELINE.DATE_AFTER_DEADLINE dates.1.on',
    )
  })

  it('knows no last day while the task has none', () => {
    const open = terms({ latestOn: null })
    const given = { dates: dates('2018-08-01', '2030-01-01'), reason: null }
    expect(propose(open, given, unit, at('2018-06-04')).state).toBe('proposed')
  })
})

describe('accepting', () => {
  it('is for the other side and binds with both signatures', () => {
    expect(refusalOf(() => accept(proposed(), { round: 1 }, unit, at('2018-06-06')))).toBe(
      'THING.STATE',
    )
    expect(agreed()).toMatchObject({
      state: 'agreed',
      agreedDates: early,
      agreedOn: '2018-06-06',
      answerDueOn: null,
      signatures: [
        { side: 'unit', at: 1 },
        { side: 'enterprise', at: 2 },
      ],
    })
  })

  it('is still for that side while the matter lies with the office, until the office has spoken', () => {
    const taken = accept(referred(), { round: 1 }, unit, at('2018-06-11', 3))
    expect(taken).toMatchObject({ state: 'agreed', agreedDates: late, answerDueOn: null })
    expect(taken.signatures.map(({ side }) => side)).toEqual(['enterprise', 'unit'])
    const asked = refer(proposed(), { reason: 'no use' }, unit, at('2018-06-08'))
    expect(accept(asked, { round: 1 }, plant, at('2018-06-11')).agreedDates).toEqual(early)
    expect(refusalOf(() => accept(asked, { round: 1 }, unit, at('2018-06-11')))).toBe('THING.STATE')
    expect(refusalOf(() => accept(referred(), { round: 1 }, plant, at('2018-06-11')))).toBe(
      'THING.STATE',
    )
    expect(refusalOf(() => accept(mediated(), { round: 1 }, unit, at('2018-06-12')))).toBe(
      'THING.STATE',
    )
  })

  it("of the enterprise's dates is for the unit", () => {
    const taken = accept(countered(), { round: 1 }, unit, at('2018-06-08'))
    expect(taken.agreedDates).toEqual(late)
    expect(taken.signatures.map(({ side }) => side)).toEqual(['enterprise', 'unit'])
  })

  it('answers the round that was read', () => {
    expect(refusalOf(() => accept(round2(), { round: 1 }, plant, at('2018-06-11')))).toBe(
      'TIMELINE.ROUND round',
    )
    expect(accept(round2(), { round: 2 }, plant, at('2018-06-11')).state).toBe('agreed')
  })

  it('takes no table of which a day has passed or now lies after the deadline', () => {
    expect(refusalOf(() => accept(proposed(), { round: 1 }, plant, at('2018-08-02')))).toBe(
      'TIMELINE.DATE_PAST dates.0.on',
    )
    const shortened = { ...proposed(), latestOn: '2018-08-31' }
    expect(refusalOf(() => accept(shortened, { round: 1 }, plant, at('2018-06-06')))).toBe(
      'TIMELINE.DATE_AFTER_DEADLINE dates.1.on',
    )
  })
})

describe('a counter-proposal', () => {
  it('carries dates, a reason and a technical plan', () => {
    expect(countered()).toMatchObject({ state: 'countered', round: 1 })
    const without = (more: object) => () =>
      counter(proposed(), { ...wish(1), ...more }, plant, at('2018-06-06'))
    expect(refusalOf(without({ reason: ' ' }))).toBe('TIMELINE.REASON_REQUIRED reason')
    expect(refusalOf(without({ technicalPlan: '' }))).toBe('TIMELINE.REASON_REQUIRED technicalPlan')
    expect(without({ technicalPlan: '', planFileIds: ['file'] })().state).toBe('countered')
  })

  it('differs from the proposal', () => {
    const same = { ...wish(1), dates: [...early].reverse() }
    expect(refusalOf(() => counter(proposed(), same, plant, at('2018-06-06')))).toBe(
      'TIMELINE.NOTHING_COUNTERED dates',
    )
  })

  it('is told in days: 晚46天', () => {
    expect(laterByDays('2018-09-16', '2018-08-01')).toBe(46)
    expect(laterByDays('2018-08-01', '2018-09-16')).toBe(-46)
    expect(laterByDays(null, '2018-09-16')).toBe(0)
  })

  it('is for the plant of this agreement', () => {
    const other = actor('enterpriseAgent', { unitId: 'other-plant' })
    expect(refusalOf(() => counter(proposed(), wish(1), other, at('2018-06-06')))).toBe(
      'ACCESS.UNIT',
    )
  })
})

describe('two rounds', () => {
  it('are the last: then nothing is proposed and the system refers', () => {
    const over = counter(round2(), wish(2), plant, at('2018-06-11'))
    const given = { dates: early, reason: null }
    expect(refusalOf(() => propose(over, given, unit, at('2018-06-12')))).toBe('THING.STATE')
    expect(refer(over, { reason: null }, system, at('2018-06-11'))).toMatchObject({
      state: 'referred',
      answerDueOn: '2018-06-25',
    })
    expect(lastRoundOf(over, defaultSettings)).toBe(2)
  })

  it('are not over after the first: the system does not refer yet', () => {
    expect(refusalOf(() => refer(countered(), { reason: null }, system, at('2018-06-07')))).toBe(
      'THING.STATE',
    )
  })

  it('need not be waited for: either side asks for mediation, saying why', () => {
    expect(referred().state).toBe('referred')
    expect(refer(proposed(), { reason: 'no' }, plant, at('2018-06-07')).state).toBe('referred')
    expect(refusalOf(() => refer(proposed(), { reason: ' ' }, plant, at('2018-06-07')))).toBe(
      'TIMELINE.REASON_REQUIRED reason',
    )
    expect(refusalOf(() => refer(proposed(), { reason: 'no' }, resident, at('2018-06-07')))).toBe(
      'ACCESS.ROLE',
    )
  })
})

describe('silence', () => {
  const reminded = () => markReminded(proposed(), { today: '2018-06-11' })

  it('is none without a reminder', () => {
    expect(refusalOf(() => refer(proposed(), { reason: null }, system, at('2019-01-01')))).toBe(
      'THING.STATE',
    )
  })

  it('refers when ten working days after the reminder are over', () => {
    expect(refusalOf(() => refer(reminded(), { reason: null }, system, at('2018-06-25')))).toBe(
      'THING.STATE',
    )
    expect(refer(reminded(), { reason: null }, system, at('2018-06-26')).state).toBe('referred')
  })

  it('is counted from the first reminder, and anew for the next turn', () => {
    expect(markReminded(reminded(), { today: '2018-06-20' }).remindedOn).toBe('2018-06-11')
    expect(counter(reminded(), wish(1), plant, at('2018-06-12')).remindedOn).toBeNull()
  })
})

describe('mediation', () => {
  it('binds only when both have signed its table', () => {
    expect(mediated()).toMatchObject({ state: 'mediated', signatures: [], agreedDates: null })
    const once = sign(mediated(), plant, at('2018-06-12'))
    expect(once).toMatchObject({ state: 'mediated', agreedDates: null })
    expect(refusalOf(() => sign(once, plant, at('2018-06-13')))).toBe('TIMELINE.SIGNED_ALREADY')
    expect(sign(once, unit, at('2018-06-13'))).toMatchObject({
      state: 'agreed',
      agreedDates: early,
    })
  })

  it('is for the office of the region', () => {
    const other = actor('coordinator', { regionCode: otherCounty })
    const given = { dates: early, reason: null }
    expect(refusalOf(() => mediate(referred(), given, other, at('2018-06-11')))).toBe(
      'ACCESS.REGION',
    )
  })

  it('keeps to the deadline of the task', () => {
    const given = { dates: dates('2018-08-01', '2019-01-01'), reason: null }
    expect(refusalOf(() => mediate(referred(), given, office, at('2018-06-11')))).toBe(
      'TIMELINE.DATE_AFTER_DEADLINE dates.1.on',
    )
  })

  it('ends without agreement on the day after ten working days', () => {
    expect(mediated().answerDueOn).toBe('2018-06-25')
    expect(refusalOf(() => endUnagreed(mediated(), system, at('2018-06-25')))).toBe('THING.STATE')
    expect(endUnagreed(mediated(), system, at('2018-06-26'))).toMatchObject({
      state: 'notAgreed',
      answerDueOn: null,
    })
  })

  it('never ends because the office is silent', () => {
    for (const day of ['2018-06-26', '2018-12-31', '2028-01-01'])
      expect(refusalOf(() => endUnagreed(referred(), system, at(day)))).toBe('THING.STATE')
  })
})

describe('reopened terms', () => {
  const again = { dates: late, reason: 'the permit is late' }

  it('leave the old dates binding until both agree anew', () => {
    const open = reopenTerms(agreed(), again, unit, at('2018-07-02'))
    expect(open).toMatchObject({ state: 'proposed', round: 2, agreedDates: early })
    expect(accept(open, { round: 2 }, plant, at('2018-07-03')).agreedDates).toEqual(late)
  })

  it('that end without a new agreement leave the old one as it was', () => {
    const open = reopenTerms(agreed(), again, unit, at('2018-07-02'))
    const asked = refer(open, { reason: 'no way' }, plant, at('2018-07-03'))
    const table = mediate(asked, { dates: late, reason: null }, office, at('2018-07-04'))
    const after = addDays(table.answerDueOn ?? '', 1)
    expect(endUnagreed(table, system, at(after))).toMatchObject({
      state: 'agreed',
      agreedDates: early,
      answerDueOn: null,
    })
  })

  it('ask for a reason', () => {
    const act = () => reopenTerms(agreed(), { ...again, reason: '' }, plant, at('2018-07-02'))
    expect(refusalOf(act)).toBe('TIMELINE.REASON_REQUIRED reason')
  })

  it('are asked for also where the first talks ended without an agreement', () => {
    const table = mediate(referred(), { dates: late, reason: null }, office, at('2018-07-04'))
    const ended = endUnagreed(table, system, at(addDays(table.answerDueOn ?? '', 1)))
    expect(ended.state).toBe('notAgreed')
    const open = reopenTerms(ended, again, plant, at('2018-09-03'))
    expect(open).toMatchObject({ state: 'proposed', agreedDates: null })
    expect(sideToAnswer(open)).toBe('unit')
  })

  it('by the enterprise are answered by the unit, with a yes or another table', () => {
    const open = reopenTerms(agreed(), again, plant, at('2018-07-02'))
    expect(allowedTimelineEvents(open, unit, at('2018-07-03'))).toEqual([
      'propose',
      'accept',
      'refer',
    ])
    expect(allowedTimelineEvents(open, plant, at('2018-07-03'))).toEqual(['refer'])
    const answer = propose(open, { dates: early, reason: null }, unit, at('2018-07-03'))
    expect(sideToAnswer(answer)).toBe('enterprise')
  })

  it('open two rounds again', () => {
    const open = reopenTerms(agreed(), again, unit, at('2018-07-02'))
    expect(lastRoundOf(open, defaultSettings)).toBe(3)
    const other = { ...wish(2), dates: early }
    const first = counter(open, other, plant, at('2018-07-03'))
    expect(refusalOf(() => refer(first, { reason: null }, system, at('2018-07-03')))).toBe(
      'THING.STATE',
    )
  })
})

describe('who reads an agreement', () => {
  it('its two sides, and the offices that watch over the region', () => {
    const view = (who: typeof unit) => timelineViewFor(proposed(), who, [county])
    expect(view(unit)).toBe('unit')
    expect(view(plant)).toBe('enterprise')
    expect(view(office)).toBe('coordinator')
    expect(view(actor('coordinator', { regionCode: otherCounty }))).toBeNull()
    expect(view(actor('enterpriseAgent', { unitId: 'other-plant' }))).toBeNull()
    expect(view(staffOf('other'))).toBeNull()
    expect(view(resident)).toBeNull()
  })
})
