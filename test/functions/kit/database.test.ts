import { Database } from '@/cloudfunctions/_stores/database'
import { DuplicateId, WriteConflict } from '@/cloudfunctions/_stores/document'
import { startApp, type TestApp } from '../../support/app'
import { openDatabase } from '../task/ledger'

let app: TestApp
let database: Database

beforeAll(async () => {
  app = await startApp()
  database = openDatabase(app)
})
afterAll(() => app.close())

const event = (seq: number, id = `event-${seq}`) => ({
  _id: id,
  thing: 'task',
  thingId: 'made-here',
  seq,
})
const stored = () =>
  database.find(
    'auditEvents',
    { thing: 'task', thingId: 'made-here' },
    { sort: [['seq', 'asc']], limit: 100 },
  )

describe.each([
  ['many in one call', {}],
  ['one by one, by a setting', { addsSingly: true }],
])('new documents, %s', (_how, options) => {
  beforeAll(() => {
    database = new Database(openDatabase(app).cloud, options)
  })
  afterEach(async () => {
    for (const { _id } of await stored()) await database.remove('auditEvents', _id)
  })

  it('are all written with the commit, whatever their number', async () => {
    await database.transact(async (transaction) => {
      for (let seq = 1; seq <= 30; seq += 1) await transaction.create('auditEvents', event(seq))
    })
    expect(await stored()).toHaveLength(30)
  })

  it('are all gone when one of them exists already', async () => {
    await database.createMany('auditEvents', [event(7)])
    const writing = database.transact(async (transaction) => {
      await transaction.create('auditEvents', event(6))
      await transaction.create('auditEvents', event(7))
    })
    await expect(writing).rejects.toBeInstanceOf(DuplicateId)
    expect((await stored()).map(({ _id }) => _id)).toEqual(['event-7'])
  })

  it('are all gone when a key of one of them must be unique and is taken', async () => {
    await database.createMany('auditEvents', [event(7)])
    const writing = database.transact(async (transaction) => {
      await transaction.create('auditEvents', event(6))
      await transaction.create('auditEvents', event(7, 'another id'))
    })
    await expect(writing).rejects.toMatchObject({ name: 'DuplicateId', collection: 'auditEvents' })
    expect((await stored()).map(({ _id }) => _id)).toEqual(['event-7'])
  })

  it('refuse the same id twice in one transaction', async () => {
    const writing = database.transact(async (transaction) => {
      await transaction.create('auditEvents', event(6))
      await transaction.create('auditEvents', event(6))
    })
    await expect(writing).rejects.toBeInstanceOf(DuplicateId)
    expect(await stored()).toEqual([])
  })

  it('are read, changed and taken back in their own transaction before they are written', async () => {
    await database.transact(async (transaction) => {
      await transaction.create('auditEvents', { ...event(1), note: 'first' })
      await transaction.update('auditEvents', 'event-1', { note: 'second' })
      expect(await transaction.get('auditEvents', 'event-1')).toMatchObject({ note: 'second' })
      await transaction.create('auditEvents', event(2))
      await transaction.put('auditEvents', { ...event(2), note: 'put' })
      await transaction.create('auditEvents', event(3))
      await transaction.remove('auditEvents', 'event-3')
    })
    expect((await stored()).map(({ note }) => note)).toEqual(['second', 'put'])
  })

  it('are gone when the work around them fails', async () => {
    const writing = database.transact(async (transaction) => {
      await transaction.create('auditEvents', event(1))
      throw new Error('changed my mind')
    })
    await expect(writing).rejects.toThrow('changed my mind')
    expect(await stored()).toEqual([])
  })
})

describe('a document that exists', () => {
  beforeEach(() => database.put('leases', { _id: 'kept', until: 1, holdUntil: 2, names: ['a'] }))

  it('keeps the fields that an update does not name', async () => {
    await database.transact((transaction) =>
      transaction.update('leases', 'kept', { until: 9, names: [] }),
    )
    expect(await database.get('leases', 'kept')).toEqual({
      _id: 'kept',
      until: 9,
      holdUntil: 2,
      names: [],
    })
  })

  it('is refused to the second of two writers who are at it together', async () => {
    let other: Promise<void> = Promise.resolve()
    const first = database.transact(async (transaction) => {
      await transaction.update('leases', 'kept', { until: 3 })
      other = database.transact((second) => second.update('leases', 'kept', { until: 4 }), 1)
      await expect(other).rejects.toBeInstanceOf(WriteConflict)
    }, 1)
    await first
    expect(await database.get('leases', 'kept')).toMatchObject({ until: 3 })
  })
})

describe('a filter', () => {
  it('with an undefined value is refused: it would be dropped and reach everybody’s rows', async () => {
    const filter = { unitId: undefined, dueOn: '2020-01-01' }
    await expect(database.find('obligations', filter, { limit: 1 })).rejects.toThrow('undefined')
    await expect(database.count('obligations', filter)).rejects.toThrow('undefined')
  })

  it('that names nothing is refused', async () => {
    await expect(database.find('obligations', {}, { limit: 1 })).rejects.toThrow('filter')
    await expect(database.count('obligations', {})).rejects.toThrow('filter')
  })
})
