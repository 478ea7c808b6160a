import { obligationsOfFeedback } from '@/domain/feedback/owed'
import type { Feedback } from '@/domain/feedback/feedback'
import { obligationsOfOpinion } from '@/domain/opinion/owed'
import type { Opinion } from '@/domain/opinion/opinion'
import type { Obligation } from '@/domain/reminder/obligation'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { consultationOwed } from '@/domain/task/consultation-owed'
import type { Consultation } from '@/domain/task/consultation'
import type { TimelineAgreement } from '@/domain/timeline/timeline'
import { obligationsOfTimeline } from '@/domain/timeline/owed'
import type { FirmVisit } from '@/domain/visit/visit'
import { obligationsOfVisit } from '@/domain/visit/owed'
import { city, county, otherCounty, village } from '../actors'
import {
  dates,
  draftOpinion,
  feedback,
  goingOn,
  opinion,
  task,
  timeline,
  visit,
  visitNotice,
} from '../builders'
import { on } from '../calendars'

const context: ObligationContext = { ...on('2018-06-20'), rootRegion: city }
type Who = Pick<Obligation, 'kind' | 'unitId' | 'roles' | 'regionCode'>
const who = ({ kind, unitId, roles, regionCode }: Who) =>
  [kind, unitId ?? regionCode, ...roles].join(' ')

describe('what is owed to a reporter, and by whom', () => {
  const owed = (given: Partial<Feedback>) =>
    obligationsOfFeedback(
      feedback({ unitId: 'doer', answerDueOn: '2018-08-09', ...given }),
      context,
    ).map(who)

  it('is the desk’s before a unit has it: intake of the place, of another, or a person', () => {
    expect(owed({})).toEqual([`admitFeedback ${county} intake`])
    expect(owed({ regionCode: null })).toEqual([`admitFeedback ${city} intake`])
    expect(owed({ desk: { regionCode: otherCounty } })).toEqual([
      `admitFeedback ${otherCounty} intake`,
    ])
    const [held] = obligationsOfFeedback(
      feedback({ state: 'admitted', desk: { membershipId: 'm9' } }),
      context,
    )
    expect(held).toMatchObject({
      kind: 'assignFeedback',
      heldBy: 'm9',
      roles: ['inspector', 'cityLeader'],
    })
  })

  it('is only that it goes on where the re-check of its task comes first', () => {
    expect(owed({ state: 'admitted', awaitsRecheck: { cycle: 1, after: 0 } })).toEqual([
      `moveOn ${county} coordinator`,
    ])
  })

  it('is the release by the office, and by intake too where somebody is accused', () => {
    const state = 'answerSubmitted'
    expect(owed({ state })).toEqual([`releaseAnswer ${county} coordinator`])
    expect(owed({ state, accusedUnitIds: ['lead'] })).toEqual([
      `releaseAnswer ${county} coordinator intake`,
    ])
    expect(owed({ state, desk: { regionCode: otherCounty } })).toEqual([
      `releaseAnswer ${otherCounty} intake`,
    ])
  })

  it('is the answer of the unit; without a last day it is that it goes on', () => {
    expect(owed({ state: 'assigned' })[0]).toMatch(/^answerFeedback doer unit/)
    expect(owed({ state: 'assigned', answerDueOn: null })).toEqual([`moveOn ${county} coordinator`])
    expect(owed({ state: 'answered' })).toEqual([])
  })

  it('is a second look by others of the unit, by an inspector, or another unit is found', () => {
    const second = { state: 'secondLook', secondLookOn: '2018-06-12' } as const
    expect(owed(second)[0]).toMatch(/^secondLook doer unit/)
    expect(owed({ ...second, secondLookBy: 'inspector' })).toEqual([
      `secondLook ${county} inspector`,
    ])
    expect(owed({ ...second, accusedUnitIds: ['doer'] })).toEqual([
      `secondLook ${county} inspector`,
    ])
    expect(owed({ ...second, secondLookBy: 'nobody' })).toEqual([
      `assignFeedback ${county} coordinator`,
    ])
    expect(owed({ ...second, unitId: null })[0]).toMatch(/^secondLook .* unit/)
  })
})

describe('what is owed of an opinion', () => {
  const owed = (given: Partial<Opinion>) => obligationsOfOpinion(opinion(given), context).map(who)

  it('is the word of branch or committee, by the office on paper where the village has neither', () => {
    expect(owed({})).toEqual(['giveOpinion branch villageOfficer'])
    expect(owed({ unitId: null })).toEqual([`giveOpinion ${county} coordinator`])
    expect(owed({ unitId: null, regionCodes: [] })).toEqual([`giveOpinion ${city} coordinator`])
  })

  it.each<[string, Partial<Opinion>]>([
    ['was said', { state: 'given' }],
    ['has no last day', { dueOn: null }],
    ['is of an earlier asking', { presentAskingId: 'asking-2' }],
    ['comes after the close-out', { taskState: 'closed' }],
  ])('is nothing where it %s', (_why, given) => {
    expect(owed(given)).toEqual([])
  })

  it('is a visit to a resident who agreed to one, by an inspector of no unit that does the work', () => {
    const agreed = {
      agreedOn: '2018-06-08',
      dueOn: '2018-06-22',
      dueProvisional: false,
      phone: 'sealed',
      madeOn: null,
      heard: null,
    }
    const resident = { voice: 'resident', state: 'given' } as const
    const [owes] = obligationsOfOpinion(opinion({ ...resident, visit: agreed }), context)
    expect(owes).toMatchObject({
      kind: 'visitResident',
      dueOn: '2018-06-22',
      roles: ['inspector'],
      hiddenFrom: ['lead'],
    })
    expect(owed(resident)).toEqual([])
    expect(owed({ ...resident, visit: { ...agreed, madeOn: '2018-06-12' } })).toEqual([])
  })
})

describe('what is owed while the draft is out', () => {
  const asked = (more: Partial<Consultation> = {}): Consultation => ({
    askedOn: '2018-05-25',
    dueOn: '2018-06-08',
    villageCodes: [village],
    enterpriseIds: ['plant'],
    bodies: [
      { unitId: 'branch', villageCode: village },
      { unitId: 'plant', villageCode: null },
    ],
    opinions: [],
    ...more,
  })
  const owed = (consultation: Consultation) =>
    consultationOwed(task({ state: 'consulting', consultation }), context).map(
      ({ kind, madeOn, dueOn, unitId, roles }) => [kind, unitId, ...roles, madeOn, dueOn].join(' '),
    )
  const ofVillage = draftOpinion({ id: 'o2', party: village, unitId: 'branch', agrees: true })

  it('is a word of every silent body, and that it goes on after the last day', () => {
    expect(owed(asked())).toEqual([
      'sayOnDraft branch villageOfficer 2018-05-25 2018-06-08',
      'sayOnDraft plant enterpriseAgent 2018-05-25 2018-06-08',
      expect.stringMatching(/^moveOn {2}coordinator 2018-06-08/),
    ])
  })

  it('is the answer of the office, counted from the last word that has none', () => {
    const said = draftOpinion({ givenOn: '2018-06-05' })
    expect(owed(asked({ opinions: [said] }))).toEqual([
      'sayOnDraft branch villageOfficer 2018-05-25 2018-06-08',
      expect.stringMatching(/^answerDraftOpinion {2}coordinator 2018-06-05/),
    ])
  })

  it('is that it goes on, from the last word, when all have spoken and are answered', () => {
    const answer = { adopted: false, reason: 'no', on: '2018-06-06' }
    const opinions = [draftOpinion({ answer, givenOn: '2018-06-05' }), ofVillage]
    expect(owed(asked({ opinions }))).toEqual([
      expect.stringMatching(/^moveOn {2}coordinator 2018-06-05/),
    ])
    expect(owed(asked({ opinions: [ofVillage] }))).toContainEqual(
      expect.stringMatching(/^moveOn {2}coordinator 2018-06-08/),
    )
  })

  it('is nothing in another state, or where nobody was asked', () => {
    expect(consultationOwed(task({ state: 'draft', consultation: asked() }), context)).toEqual([])
    expect(consultationOwed(task({ state: 'consulting' }), context)).toEqual([])
  })
})

describe('what is owed of a visit of a firm', () => {
  const [asking] = visit().tasks
  const owed = (given: Partial<FirmVisit>) => obligationsOfVisit(visit(given), context)

  it('is the notice, then the record, counted from the notice', () => {
    expect(owed({})).toMatchObject([
      { kind: 'notifyVisit', unitId: 'bureau', madeOn: '2018-06-04', regionCode: county },
    ])
    expect(owed({ state: 'notified', notice: visitNotice() })).toMatchObject([
      { kind: 'recordVisit', unitId: 'bureau', madeOn: '2018-06-06', dueOn: '2018-06-12' },
    ])
    expect(owed({ state: 'notified' })).toMatchObject([{ madeOn: '2018-06-04' }])
    expect(owed({ state: 'recorded' })).toEqual([])
  })

  it('is named by the first task that asked, and lies with the city where none says where', () => {
    expect(owed({})[0]?.title).toBe(asking?.title)
    expect(owed({ tasks: [] })).toMatchObject([{ title: '', regionCode: city }])
  })
})

describe('what is owed of an agreement', () => {
  const of = { number: '1', title: 'x', regionCodes: [village], ...goingOn }
  const owed = (given: Partial<TimelineAgreement>, more: Partial<typeof of> = {}) =>
    obligationsOfTimeline(timeline(given), { ...of, ...more }, context)
  const agreed = {
    state: 'agreed',
    agreedDates: dates('2018-08-01', '2018-09-01'),
    agreedOn: '2018-06-06',
    answerDueOn: null,
  } as const

  it('is the answer of the side that did not make the last table, of nobody where it has no day', () => {
    expect(owed({}).map(who)).toEqual(['answerTimeline plant enterpriseAgent'])
    expect(owed({ turnSince: null })).toMatchObject([{ madeOn: '2018-06-18' }])
    expect(owed({ answerDueOn: null })).toEqual([])
    expect(owed({ state: 'agreed' })).toEqual([])
  })

  it('is a signature of each side that has not signed what the office proposed', () => {
    const state = 'mediated'
    expect(owed({ state }).map(who)).toEqual(['signTimeline plant enterpriseAgent'])
    expect(owed({ state, signatures: [] }).map(({ unitId }) => unitId)).toEqual(['doer', 'plant'])
  })

  it('is each node until the firm reports it, then the unit’s word on the report', () => {
    const said = {
      measureId: 'm1',
      cycle: 1,
      by: 'enterprise',
      on: '2018-06-14',
      reportedOn: '2018-06-14',
      byId: 'agent',
      words: 'built',
      photoIds: [],
      fileIds: [],
      paperNumber: '1',
      confirmDueOn: '2018-06-21',
      confirmDueProvisional: false,
      outcome: null,
      outcomeOn: null,
      reason: null,
    } as const
    expect(owed(agreed).map(({ kind, node, unitId }) => [kind, node, unitId])).toEqual([
      ['finishMeasure', 'm1', 'plant'],
      ['finishMeasure', 'm2', 'plant'],
    ])
    expect(owed({ ...agreed, agreedOn: null })).toMatchObject([
      { madeOn: '2018-08-01' },
      { madeOn: '2018-09-01' },
    ])
    expect(owed({ ...agreed, nodes: [said] })).toMatchObject([
      { kind: 'finishMeasure', node: 'm2' },
      { kind: 'confirmNode', node: 'm1', unitId: 'doer', dueOn: '2018-06-21' },
    ])
  })

  it('of a measure that is gone keeps no words of it, and of no place lies with the city', () => {
    const gone = { ...agreed, measures: [{ id: 'm1', text: 'collect the waste water' }] }
    expect(owed(gone, { regionCodes: [] })).toMatchObject([
      { node: 'm1', regionCode: city },
      { node: 'm2', title: 'x' },
    ])
  })

  it('is nothing when the work on the task is over', () => {
    expect(owed(agreed, { isOver: true })).toEqual([])
  })
})
