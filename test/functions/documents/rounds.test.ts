import type { ActionInput } from '@/contract/actions'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type ColleagueName } from '../../support/organization'
import { openDatabase } from '../task/ledger'
import { item, listOf, longList, type Office, openOffice } from './office'

let app: TestApp
let office: Office

beforeAll(async () => {
  app = await startApp()
  office = openOffice(app, await buildOrganization(app))
})
afterAll(() => app.close())

type Settings = Omit<ActionInput<'documents.registerRound'>, 'name'>

const settings = (change: Partial<Settings> = {}): Settings => ({
  level: 'provincial',
  kind: 'lookBack',
  feedbackOn: '2019-10-08',
  expected: 3,
  noticeFirst: false,
  chain: [
    { level: 'county', unitId: null },
    { level: 'city', unitId: 'water' },
  ],
  closingLevel: 'province',
  ...change,
})

const register = async (name: string, change: Partial<Settings> = {}, by?: ColleagueName) =>
  (await office.ok(by ?? 'coordinator', 'documents.registerRound', { name, ...settings(change) }))
    .id
const refused = (name: string, change: Partial<Settings>) =>
  office.refusal('coordinator', 'documents.registerRound', { name, ...settings(change) })
const listed = (by: ColleagueName = 'coordinator') => office.ok(by, 'documents.listRounds', {})
const change = (roundId: string, version: number, said: Partial<Settings>) => ({
  roundId,
  version,
  ...settings(said),
})

describe('a round is registered once by the office', () => {
  test('it says its facts, and the day by which the plan of the city is due', async () => {
    const id = await register('省督察反馈')
    const { items } = await listed()
    expect(items.find((round) => round.id === id)).toEqual({
      id,
      name: '省督察反馈',
      level: 'provincial',
      kind: 'lookBack',
      feedbackOn: '2019-10-08',
      // 30 working days after the feedback; 12 October was worked in 2019.
      planDueOn: '2019-11-18',
      planDueProvisional: false,
      planHandedInOn: null,
      expected: 3,
      listed: null,
      noticeFirst: false,
      own: true,
    })
    const round = await office.ok('coordinator', 'documents.getRound', { roundId: id })
    expect(round).toMatchObject({ version: 1, closingLevel: 'province' })
    expect(round.chain).toEqual([
      { level: 'county', unit: null },
      { level: 'city', unit: { id: 'water', name: '市水务局' } },
    ])
  })

  test('its plan is owed by the office until the day on which it was handed in is written', async () => {
    const id = await register('方案还没报')
    const owed = async (by: ColleagueName) =>
      (await office.ok(by, 'notifier.listTodo', {})).items.filter(({ thingId }) => thingId === id)
    expect(await owed('coordinator')).toMatchObject([
      { kind: 'handInPlan', thing: 'round', title: '方案还没报', dueOn: '2019-11-18' },
    ])
    expect(await owed('housingStaff')).toEqual([])
    const ahead = change(id, 1, { planHandedInOn: '2019-11-19' })
    expect(await office.refusal('coordinator', 'documents.changeRound', ahead)).toBe(
      'ROUND.DAY_AHEAD',
    )
    const handedIn = change(id, 1, { planHandedInOn: '2019-11-15' })
    await office.ok('coordinator', 'documents.changeRound', handedIn)
    expect(await owed('coordinator')).toEqual([])
    const { items } = await listed()
    expect(items.find((round) => round.id === id)?.planHandedInOn).toBe('2019-11-15')
  })

  test('not twice under one name, whatever blanks stand around it', async () => {
    await register('中央督察')
    expect(await refused('中央督察', {})).toBe('ROUND.KNOWN')
    expect(await refused(' 中央督察 ', {})).toBe('ROUND.KNOWN')
  })

  test('two at once: one wins, the other reads that it is there', async () => {
    const both = await Promise.all(
      (['coordinator', 'otherCoordinator'] as const).map((by) =>
        office
          .ok(by, 'documents.registerRound', { name: '同时登记', ...settings() })
          .then(() => 'registered')
          .catch(() => 'refused'),
      ),
    )
    expect(both.sort()).toEqual(['refused', 'registered'])
  })

  test('the feedback is not ahead of today', async () => {
    expect(await refused('明天', { feedbackOn: '2099-01-01' })).toBe('ROUND.DAY_AHEAD')
  })

  test('the chain goes from below upwards, and the province has no unit', async () => {
    const city = { level: 'city', unitId: 'water' } as const
    const county = { level: 'county', unitId: null } as const
    expect(await refused('反了', { chain: [city, county] })).toBe('ROUND.CHAIN')
    expect(await refused('两次', { chain: [city, city] })).toBe('ROUND.CHAIN')
    const province = { level: 'province', unitId: 'water' } as const
    expect(await refused('省级', { chain: [province] })).toBe('ROUND.CHAIN')
    const nobody = { level: 'city', unitId: 'no-such-unit' } as const
    expect(await refused('无此单位', { chain: [nobody] })).toBe('THING.NOT_FOUND')
  })

  test('a number of problems is at least one, or unsaid', async () => {
    expect(await refused('零项', { expected: 0 })).toBe('INPUT.INVALID')
    await register('不知几项', { expected: null })
  })
})

describe('what is set is changed on record', () => {
  test('the audit says from what to what', async () => {
    const id = await register('改设置')
    const said = { noticeFirst: true, expected: 4 }
    await office.ok('otherCoordinator', 'documents.changeRound', change(id, 1, said))
    const events = await openDatabase(app).find(
      'auditEvents',
      { thing: 'round', thingId: id },
      { sort: [['seq', 'asc']], limit: 9 },
    )
    expect(events.map(({ event }) => event)).toEqual(['registerRound', 'changeRound'])
    expect(events[1]?.changes).toEqual({ expected: [3, 4], noticeFirst: [false, true] })
  })

  test('who has read an older one is told, and writes nothing over it', async () => {
    const id = await register('同时改')
    await office.ok('otherCoordinator', 'documents.changeRound', change(id, 1, { expected: 13 }))
    const late = change(id, 1, { expected: 9 })
    expect(await office.refusal('coordinator', 'documents.changeRound', late)).toBe('THING.CHANGED')
    const round = await office.ok('coordinator', 'documents.getRound', { roundId: id })
    expect(round).toMatchObject({ version: 2, expected: 13 })
  })

  test('a county reads the city’s rounds and changes its own only', async () => {
    const id = await register('市里的')
    const own = await register('县里的', {}, 'coordinatorDianbai')
    const rounds = (await listed('coordinatorDianbai')).items
    expect(rounds.find((round) => round.id === id)?.own).toBe(false)
    expect(rounds.find((round) => round.id === own)?.own).toBe(true)
    expect((await listed()).items.some((round) => round.id === own)).toBe(false)
    const input = change(id, 1, {})
    expect(await office.refusal('coordinatorDianbai', 'documents.changeRound', input)).toBe(
      'ACCESS.REGION',
    )
  })
})

describe('lists and their round', () => {
  test('a round that only a list names is offered to be registered, and then it is its list’s', async () => {
    await office.read('coordinator', longList(2), '清单.txt', '先有清单')
    const before = await listed()
    expect(before.named.map(({ name }) => name)).toContain('先有清单')
    const id = await register('先有清单', { expected: 3 })
    expect(before.named.find(({ name }) => name === '先有清单')?.id).toBe(id)
    const after = await listed()
    expect(after.named.map(({ name }) => name)).not.toContain('先有清单')
    expect(after.items.find((round) => round.id === id)).toMatchObject({ expected: 3, listed: 2 })
  })

  test('the review compares with what the round must have, as it says now', async () => {
    const id = await register('对数', { expected: 3 })
    const batch = await office.read('coordinator', longList(2), '清单.txt', '对数')
    expect(batch).toMatchObject({ expected: 3, drafts: 2 })
    await office.ok('coordinator', 'documents.changeRound', change(id, 1, { expected: 2 }))
    const now = await office.ok('coordinator', 'documents.getBatch', { batchId: batch.id })
    expect(now.batch).toMatchObject({ expected: 2, drafts: 2 })
  })

  test('what was said with the list itself goes before it', async () => {
    await register('说过', { expected: 59 })
    const text = Buffer.from(longList(2))
    const fileId = await office.upload('coordinator', '清单.txt', text)
    const batch = await office.ok('coordinator', 'documents.startImport', {
      fileId,
      fileName: '清单.txt',
      roundName: '说过',
      expected: 13,
    })
    expect(batch.expected).toBe(13)
  })

  test('the ledger is filtered by it', async () => {
    const id = await register('筛选')
    const list = listOf([item('一'), item('二')])
    const batch = await office.read('coordinator', list, '清单.txt', '筛选')
    await office.confirmAll('coordinator', batch.id, 2)
    await office.ok('coordinator', 'documents.commitBatch', { batchId: batch.id })
    const rowsOf = async (roundId: string) =>
      (await office.ok('coordinator', 'task.listLedger', { filter: { roundId } })).items
    expect(await rowsOf(id)).toHaveLength(2)
    expect(await rowsOf('no-such-round')).toEqual([])
    const drafts = { filter: { roundId: id, state: 'draft' as const }, sort: 'number' as const }
    expect((await office.ok('coordinator', 'task.listLedger', drafts)).items).toHaveLength(2)
  })
})
