import { batchEvents, type ImportBatch, progressAfter, whyNotBatch } from '@/domain/import/batch'
import { cityPlanDueOn, type RoundSettings, whyNotSettings } from '@/domain/import/round'
import { actor, city, county } from '../actors'
import { on } from '../calendars'
import { draft } from './drafts'

const batch = (change: Partial<ImportBatch> = {}): ImportBatch => ({
  id: 'batch',
  fileName: 'list.docx',
  roundId: 'round',
  roundName: '第二轮',
  state: 'parsed',
  at: 0,
  madeById: 'person-coordinator',
  regionCode: city,
  drafts: 2,
  confirmed: 2,
  committed: 0,
  unsure: 0,
  expected: null,
  covered: null,
  unread: [],
  compared: null,
  faults: [],
  ...change,
})
const office = actor('coordinator')
const allowed = (of: ImportBatch) =>
  batchEvents.filter((event) => whyNotBatch(of, event, office) === null)

describe('an imported list', () => {
  it('is the importing office’s and nobody else’s', () => {
    expect(whyNotBatch(batch(), 'edit', actor('intake'))).toEqual({ code: 'ACCESS.ROLE' })
    const other = actor('coordinator', { regionCode: county })
    expect(whyNotBatch(batch(), 'edit', other)).toEqual({ code: 'ACCESS.REGION' })
  })

  it('goes in when every draft is confirmed, and once begun is only gone on with', () => {
    expect(allowed(batch())).toEqual(['edit', 'confirm', 'commit', 'discard'])
    expect(whyNotBatch(batch({ confirmed: 1 }), 'commit', office)).toEqual({
      code: 'IMPORT.NOT_COMPLETE',
    })
    expect(allowed(batch({ state: 'committing' }))).toEqual(['commit'])
    expect(allowed(batch({ state: 'complete' }))).toEqual(['commit'])
    expect(allowed(batch({ state: 'discarded' }))).toEqual([])
  })

  it('counts its drafts after some took the place of others', () => {
    const open = draft({
      confirmed: false,
      unsure: [{ field: 'title', reason: '', proposed: [], decided: null }],
    })
    const before = batch({ drafts: 3, confirmed: 2, unsure: 1 })
    expect(progressAfter(before, [open], [draft(), draft({ taskId: 'task-1' })])).toEqual({
      drafts: 4,
      confirmed: 4,
      committed: 1,
      unsure: 0,
    })
  })
})

describe('the settings of a round', () => {
  const round = (change: Partial<RoundSettings> = {}): RoundSettings => ({
    level: 'provincial',
    kind: 'inspection',
    feedbackOn: '2018-06-04',
    expected: null,
    noticeFirst: false,
    chain: [
      { level: 'county', unitId: null },
      { level: 'city', unitId: 'office' },
    ],
    closingLevel: 'city',
    ...change,
  })
  const why = (change: Partial<RoundSettings>) =>
    whyNotSettings(round(change), { today: '2018-06-04' })

  it('name no day that is still to come', () => {
    expect(why({})).toBeNull()
    expect(why({ feedbackOn: '2018-06-05' })).toMatchObject({ fields: ['feedbackOn'] })
    expect(why({ planHandedInOn: '2018-06-04' })).toBeNull()
    expect(why({ planHandedInOn: '2018-06-05' })).toMatchObject({ fields: ['planHandedInOn'] })
  })

  it('name the levels from below, and no unit of the province: that is only recorded', () => {
    expect(why({ chain: [] })).toBeNull()
    const refused = { code: 'ROUND.CHAIN', fields: ['chain'] }
    const [below, above] = round().chain
    expect(why({ chain: [above!, below!] })).toEqual(refused)
    expect(why({ chain: [{ level: 'province', unitId: 'bureau' }] })).toEqual(refused)
    expect(why({ chain: [{ level: 'province', unitId: null }] })).toBeNull()
  })

  it('give the city’s plan thirty working days from the feedback', () => {
    expect(cityPlanDueOn(round(), on('2018-06-04')).on).toBe('2018-07-16')
  })
})
