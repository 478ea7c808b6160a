import { whyNotOpinion, allowedOpinionEvents, type OpinionEvent } from '@/domain/opinion/workflow'
import { taskStates } from '@/domain/task/task'
import { actor, county, otherCounty, resident, village } from '../actors'
import { giveCollective, giveOwn, sayNotInvolved } from '@/domain/opinion/transitions'
import { opinion } from '../builders'
import { on } from '../calendars'

const facts = on('2018-06-20')
const officer = actor('villageOfficer', { unitId: 'branch', regionCode: village })
const coordinator = actor('coordinator', { regionCode: county, unitId: 'office' })
const own = opinion({ voice: 'resident' })
const meeting = { on: '2018-06-18', present: 12, minutesIds: ['minutes'] }

const why = (
  of: ReturnType<typeof opinion>,
  event: OpinionEvent,
  who: Parameters<typeof whyNotOpinion>[2],
  given?: NonNullable<Parameters<typeof whyNotOpinion>[3]['given']>,
) => whyNotOpinion(of, event, who, { ...facts, ...(given && { given }) })?.code ?? null

describe('who says what the village thinks', () => {
  it('is the resident for themselves, and nobody for another', () => {
    expect(why(own, 'giveOwn', resident)).toBeNull()
    expect(why(own, 'giveOwn', { ...resident, personId: null })).toBe('ACCESS.ROLE')
    expect(why(opinion(), 'giveOwn', resident)).toBe('ACCESS.ROLE')
    expect(why(own, 'giveOwn', officer)).toBe('ACCESS.ROLE')
  })

  it('is the branch or committee for its village, by the officer of that body', () => {
    for (const event of ['giveCollective', 'sayNotInvolved'] as const) {
      expect(why(opinion(), event, officer)).toBeNull()
      expect(why(opinion(), event, { ...officer, unitId: 'other-branch' })).toBe('ACCESS.UNIT')
      expect(why(own, event, officer)).toBe('ACCESS.ROLE')
      expect(why(opinion(), event, resident)).toBe('ACCESS.ROLE')
    }
  })

  it('is recorded from paper by the office, never by who does the work nor over typed words', () => {
    const record = (of: ReturnType<typeof opinion>, who = coordinator) =>
      why(of, 'giveCollective', who)
    expect(record(opinion())).toBeNull()
    expect(record(opinion(), { ...coordinator, regionCode: otherCounty })).toBe('ACCESS.REGION')
    expect(record(opinion({ doingUnitIds: ['office'] }))).toBe('ACCESS.UNIT')
    expect(record(opinion({ state: 'given', onPaper: false }))).toBe('ACCESS.UNIT')
    expect(record(opinion({ state: 'given', onPaper: true }))).toBeNull()
    expect(record(own)).toBe('ACCESS.ROLE')
  })
})

test('each word of a voice has a higher number than the one before: a summary says up to which it read', () => {
  const said = { satisfaction: 'half', said: '还在改', recordingId: null } as const
  const mine = { ...said, villageCode: village, worksFor: [], visitPhone: null }
  const once = giveOwn({ ...own, revision: 4 }, mine, resident, facts)
  expect([once.revision, giveOwn(once, mine, resident, facts).revision]).toEqual([5, 6])
  const met = giveCollective(opinion({ revision: 4 }), { ...said, meeting }, officer, facts)
  expect([met.revision, sayNotInvolved(met, officer, facts).revision]).toEqual([5, 6])
})

describe('when and what the village may say', () => {
  it('is from the asking to the last day of the notice, in the present course only', () => {
    const open = taskStates.filter(
      (taskState) => why(opinion({ taskState }), 'giveCollective', officer) === null,
    )
    expect(open).toEqual(['inProgress', 'selfChecked', 'preNotice', 'verifying', 'underNotice'])
    const older = opinion({ presentAskingId: 'asking-2' })
    expect(why(older, 'sayNotInvolved', officer)).toBe('OPINION.CLOSED')
  })

  it('asks a resident which village they live in: one that was asked', () => {
    const say = (given: NonNullable<Parameters<typeof why>[3]>) =>
      why(own, 'giveOwn', resident, given)
    expect(say({ villageCode: village })).toBeNull()
    expect(say({ villageCode: null })).toBe('OPINION.VILLAGE_UNKNOWN')
    expect(say({})).toBe('OPINION.VILLAGE_UNKNOWN')
    expect(say({ villageCode: '440981101202' })).toBe('OPINION.OTHER_VILLAGE')
  })

  it('is said by nobody in their own cause', () => {
    const worksFor = (...units: string[]) =>
      why(own, 'giveOwn', resident, { villageCode: village, worksFor: units })
    expect(worksFor('lead')).toBe('OPINION.OWN_CAUSE')
    expect(worksFor('another')).toBeNull()
    expect(worksFor()).toBeNull()
  })

  it('comes from a meeting that was held, with its minutes', () => {
    const met = (change: Partial<typeof meeting> | null) =>
      why(
        opinion(),
        'giveCollective',
        officer,
        change ? { meeting: { ...meeting, ...change } } : {},
      )
    expect(met({})).toBeNull()
    expect(met(null)).toBe('OPINION.MINUTES_MISSING')
    expect(met({ minutesIds: [] })).toBe('OPINION.MINUTES_MISSING')
    expect(met({ on: facts.today })).toBeNull()
    expect(met({ on: '2018-06-21' })).toBe('OPINION.MEETING_AHEAD')
  })

  it('may be changed as long as it may be said', () => {
    const may = (state: ReturnType<typeof opinion>['state']) =>
      allowedOpinionEvents(opinion({ state }), officer, facts)
    expect(may('asked')).toEqual(['giveCollective', 'sayNotInvolved'])
    expect(may('given')).toEqual(['giveCollective', 'sayNotInvolved'])
    expect(may('notInvolved')).toEqual(['giveCollective', 'sayNotInvolved'])
    expect(allowedOpinionEvents({ ...own, state: 'given' }, resident, facts)).toEqual(['giveOwn'])
  })
})
