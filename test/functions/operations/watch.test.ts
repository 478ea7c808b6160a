import type { Database } from '@/cloudfunctions/_stores/database'
import { WatchStore } from '@/cloudfunctions/_stores/watch-store'
import { startApp, type TestApp } from '../../support/app'
import { buildOrganization, type Organization } from '../../support/organization'
import { openDatabase } from '../task/ledger'

let app: TestApp
let people: Organization
beforeAll(async () => {
  app = await startApp()
  people = await buildOrganization(app)
}, 120_000)
afterAll(() => app.close())

const watched = () => {
  const { openid, actAs } = people.administrator
  return app.ok(openid, 'identity.getWatch', {}, { actAs })
}

describe('what the operator watches', () => {
  it('is for the administrator only', async () => {
    const { openid, actAs } = people.coordinator
    expect(await app.refusal(openid, 'identity.getWatch', {}, { actAs })).toBe('ACCESS.ROLE')
    expect(await app.refusal('openid-stranger', 'identity.getWatch', {})).toBe('ACCESS.ROLE')
  })

  it('counts errors by code and day in rows, not a row an error', async () => {
    const { openid, actAs } = people.housingStaff
    for (let times = 0; times < 5; times += 1)
      await app.refusal(openid, 'documents.listBatches', {}, { actAs })
    const { errors } = await watched()
    const ours = errors.filter(({ functionName }) => functionName === 'documents')
    expect(ours).toEqual([
      expect.objectContaining({ on: '2019-11-18', code: 'ACCESS.ROLE', count: expect.any(Number) }),
    ])
  })

  it('names a timer that never ran, and no more once it has', async () => {
    const before = await watched()
    expect(before.timers.map(({ functionName }) => functionName)).toEqual([
      'task',
      'feedback',
      'enterprise',
      'notifier',
    ])
    await app.clock.jump(app.clock.now() + 90 * 60_000)
    const { timers, alarms, storedBytes } = await watched()
    expect(timers.filter(({ isLate }) => isLate)).toEqual([])
    expect(alarms).toEqual([])
    expect(storedBytes).toBe(0)
  })
})

describe('counting', () => {
  const at = Date.parse('2026-03-02T10:00:00+08:00')
  const one = { kind: 'error', functionName: 'task', name: 'INTERNAL' } as const
  const countOf = async (store: WatchStore) =>
    (await store.since('2026-03-02' as never)).find(({ name }) => name === 'INTERNAL')?.count

  it('writes at most once a minute, and loses nothing in between', async () => {
    const store = new WatchStore(openDatabase(app))
    for (let times = 0; times < 50; times += 1) {
      store.count(one, at)
      await store.flush()
    }
    expect(await countOf(store)).toBe(1)
    await store.flush(true)
    expect(await countOf(store)).toBe(50)
  })

  it('adds up over processes that write at once', async () => {
    const stores = Array.from({ length: 8 }, () => new WatchStore(openDatabase(app)))
    const other = { ...one, functionName: 'feedback', name: 'TOGETHER' }
    await Promise.all(
      stores.map((store) => {
        store.count(other, at)
        return store.flush()
      }),
    )
    const rows = await stores[0]!.since('2026-03-02' as never)
    expect(rows.find(({ name }) => name === 'TOGETHER')?.count).toBe(8)
  })

  it('fails nobody’s call when the database is away, and keeps the count', async () => {
    const database = openDatabase(app)
    const away = Object.create(database) as Database
    let isAway = true
    away.increase = (...given: Parameters<Database['increase']>) =>
      isAway ? Promise.reject(new Error('away')) : database.increase(...given)
    const store = new WatchStore(away)
    store.count({ ...one, name: 'KEPT' }, at)
    await store.flush()
    isAway = false
    await store.flush(true)
    const rows = await store.since('2026-03-02' as never)
    expect(rows.find(({ name }) => name === 'KEPT')?.count).toBe(1)
  })
})
