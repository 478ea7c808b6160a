import { Db } from '@cloudbase/database'
import WebSocket from 'ws'
import { post, testCloud } from './support/cloud'
import type { TestCloud } from './support/cloud'

interface Snapshot {
  id: number
  type?: string
  docs: Array<Record<string, unknown>>
  docChanges: Array<Record<string, unknown>>
}

/** The SDK's realtime client, which the node SDK leaves without a WebSocket of its own. */
const realtime = Db as unknown as {
  wsClass: unknown
  ws: { close: (code: number) => void } | undefined
}

beforeAll(() => {
  realtime.wsClass = WebSocket
  // The client narrates every message on the console.
  for (const name of ['log', 'warn', 'error'] as const)
    jest.spyOn(console, name).mockImplementation()
})

interface Listener {
  close: () => Promise<void>
  virtualClient: { clearACKSchedule: () => void }
}
const listeners: Listener[] = []

afterEach(async () => {
  for (const listener of listeners.splice(0)) {
    await listener.close()
    // A closed watch goes on asking to be acknowledged every ten seconds, for ever.
    listener.virtualClient.clearACKSchedule()
  }
  realtime.ws?.close(3001)
  realtime.ws = undefined
})

/** A watch whose snapshots can be awaited one by one. */
function watch(query: { watch: (options: never) => unknown }) {
  const snapshots: Snapshot[] = []
  const errors: unknown[] = []
  let wake: () => void = () => undefined
  const listener = query.watch({
    onChange: (snapshot: Snapshot) => {
      snapshots.push(snapshot)
      wake()
    },
    onError: (error: unknown) => {
      errors.push(error)
      wake()
    },
  } as never) as Listener
  listeners.push(listener)
  const waitFor = async <T>(ready: () => T | undefined): Promise<T> => {
    for (;;) {
      const found = ready()
      if (found !== undefined) return found
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    listener,
    errors,
    snapshots,
    /** The snapshot number `n`, counted from 0. */
    nth: (n: number) => waitFor(() => snapshots[n]),
  }
}

/** The realtime messages without the SDK's client. */
async function rawClient(cloud: Pick<TestCloud['cloud'], 'origin'>) {
  const heard: Array<Record<string, unknown>> = []
  const socket = new WebSocket(`${cloud.origin.replace('http', 'ws')}/realtime`)
  await new Promise((resolve) => socket.once('open', resolve))
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Record<string, unknown>))
  const ask = async (msgType: string, msgData: unknown, exMsgData?: unknown) => {
    const reply = new Promise<string>((resolve) =>
      socket.once('message', (data) => resolve(String(data))),
    )
    socket.send(JSON.stringify({ watchId: 'w', requestId: msgType, msgType, msgData, exMsgData }))
    const answer = JSON.parse(await reply) as Record<string, unknown>
    expect(answer.requestId).toBe(msgType)
    return answer
  }
  const close = async () => {
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.close()
    await closed
  }
  return { ask, heard, send: (text: string) => socket.send(text), close }
}

async function withTasks(): Promise<TestCloud> {
  const test = await testCloud()
  await test.db.createCollection('tasks')
  await test.db.collection('tasks').add([
    { _id: 'a', state: 'open', n: 1, at: new Date(1000), place: { town: '石鼓' } },
    { _id: 'b', state: 'closed', n: 2 },
  ] as never)
  return test
}

const open = ({ db }: TestCloud) => db.collection('tasks').where({ state: 'open' })
const ids = ({ docs }: Snapshot) => docs.map(({ _id }) => _id)
const changes = ({ docChanges }: Snapshot) =>
  docChanges.map(({ docId, dataType, queueType }) => [docId, dataType, queueType])

describe('watch', () => {
  it('begins with everything that matches', async () => {
    const test = await withTasks()
    const first = await watch(open(test)).nth(0)
    expect(first.docs).toEqual([
      { _id: 'a', state: 'open', n: 1, at: { $date: 1000 }, place: { town: '石鼓' } },
    ])
    expect(changes(first)).toEqual([['a', 'init', 'init']])
  })

  it('begins with an empty list, and shows what is added', async () => {
    const test = await withTasks()
    const watched = watch(test.db.collection('tasks').where({ state: 'returned' }))
    expect((await watched.nth(0)).type).toBe('init')
    await test.db.collection('tasks').add({ _id: 'c', state: 'returned' })
    const next = await watched.nth(1)
    expect([ids(next), changes(next)]).toEqual([['c'], [['c', 'add', 'enqueue']]])
  })

  it('tells of documents that change, come in, go out and are removed', async () => {
    const test = await withTasks()
    const tasks = test.db.collection('tasks')
    const watched = watch(open(test))
    await watched.nth(0)

    await tasks.doc('a').update({ n: 5, place: { town: '长坡' } })
    const updated = await watched.nth(1)
    expect(changes(updated)).toEqual([['a', 'update', 'update']])
    expect(updated.docChanges[0]?.updatedFields).toEqual({ n: 5, 'place.town': '长坡' })
    expect(updated.docs[0]).toMatchObject({ n: 5, place: { town: '长坡' } })

    await tasks.doc('b').update({ state: 'open' })
    expect(changes(await watched.nth(2))).toEqual([['b', 'update', 'enqueue']])

    await tasks.doc('a').update({ state: 'closed' })
    const left = await watched.nth(3)
    expect([ids(left), changes(left)]).toEqual([['b'], [['a', 'update', 'dequeue']]])

    await tasks.doc('b').remove()
    const removed = await watched.nth(4)
    expect([ids(removed), changes(removed)]).toEqual([[], [['b', 'remove', 'dequeue']]])
  })

  it('says nothing of documents that do not match, before and after', async () => {
    const test = await withTasks()
    const watched = watch(open(test))
    await watched.nth(0)
    await test.db.collection('tasks').doc('b').update({ n: 3 })
    await test.db.collection('tasks').doc('a').update({ n: 9 })
    expect(changes(await watched.nth(1))).toEqual([['a', 'update', 'update']])
  })

  it('shows a transaction once, when it commits', async () => {
    const test = await withTasks()
    const watched = watch(open(test))
    await watched.nth(0)
    const transaction = await test.db.startTransaction()
    await transaction.collection('tasks').doc('a').update({ n: 7 })
    await transaction.collection('tasks').doc('c').set({ state: 'open', n: 8 })
    expect(watched.snapshots).toHaveLength(1)
    await transaction.commit()
    expect(changes(await watched.nth(1))).toEqual([
      ['a', 'update', 'update'],
      ['c', 'add', 'enqueue'],
    ])
  })

  it('watches one document, and a limited list', async () => {
    const test = await withTasks()
    const tasks = test.db.collection('tasks')
    const one = watch(tasks.doc('b'))
    const limited = watch(tasks.where({ n: test.db.command.gt(0) }).limit(1))
    expect([ids(await one.nth(0)), ids(await limited.nth(0))]).toEqual([['b'], ['a']])
    await tasks.doc('a').remove()
    expect(changes(await limited.nth(1))).toEqual([
      ['a', 'remove', 'dequeue'],
      ['b', 'limit', 'enqueue'],
    ])
    await tasks.doc('b').update({ n: test.db.command.remove() })
    expect((await one.nth(1)).docs).toEqual([{ _id: 'b', state: 'closed' }])
  })

  it('goes quiet when it is closed', async () => {
    const test = await withTasks()
    const closed = watch(open(test))
    const other = watch(test.db.collection('tasks').where({}))
    await closed.nth(0)
    await other.nth(0)
    await closed.listener.close()
    await test.db.collection('tasks').doc('a').update({ n: 2 })
    await other.nth(1)
    expect(closed.snapshots).toHaveLength(1)
  })

  it('catches up after a broken connection', async () => {
    const test = await withTasks()
    const sockets: WebSocket[] = []
    realtime.wsClass = class extends WebSocket {
      constructor(address: string) {
        super(address)
        sockets.push(this)
      }
    }
    const watched = watch(open(test))
    await watched.nth(0)
    sockets[0]?.terminate()
    await test.db.collection('tasks').doc('a').update({ n: 42 })
    const next = await watched.nth(1)
    realtime.wsClass = WebSocket
    expect([sockets.length, next.docs[0]?.n, watched.errors]).toEqual([2, 42, []])
  })

  it('goes on for who has taken it up, when the connection before ends only then', async () => {
    const { cloud, db } = await withTasks()
    const { signStr } = (await post(cloud, { action: 'auth.wsWebSign' })).data as {
      signStr: string
    }
    const [first, second] = [await rawClient(cloud), await rawClient(cloud)]
    for (const client of [first, second]) await client.ask('LOGIN', {}, { signStr })
    const begun = await first.ask('INIT_WATCH', { collName: 'tasks', query: '""' })
    const { queryID } = begun.msgData as { queryID: string }
    await second.ask('REBUILD_WATCH', { queryID, eventID: 1 })
    await first.close()
    await db.collection('tasks').doc('a').update({ n: 7 })
    for (let tries = 0; second.heard.length < 3 && tries < 200; tries++)
      await new Promise((resolve) => setTimeout(resolve, 10))
    expect(second.heard.map(({ msgType }) => msgType)).toEqual([
      'LOGIN_EVENT',
      'NEXT_EVENT',
      'NEXT_EVENT',
    ])
    await second.close()
  })

  it('lets no foreign page and no stranger listen', async () => {
    const { cloud } = await withTasks()
    const address = `${cloud.origin.replace('http', 'ws')}/realtime`
    const foreign = new WebSocket(address, { origin: 'http://example.com' })
    const refused = await new Promise<string>((resolve) =>
      foreign.once('error', (e) => resolve(e.message)),
    )
    expect(refused).toContain('403')

    const stranger = await rawClient(cloud)
    expect(await stranger.ask('INIT_WATCH', { collName: 'tasks', query: '""' })).toMatchObject({
      msgType: 'ERROR',
      msgData: { code: 'CHECK_LOGIN_FAILED' },
    })
    expect(await stranger.ask('LOGIN', {}, { signStr: 'guessed' })).toMatchObject({
      msgData: { code: 'SIGN_INVALID_ERROR' },
    })
    await stranger.close()
  })

  // The SDK leaves a failed beginning as a rejection that nobody can catch: asked over the socket itself.
  it.each([
    ['a missing collection', { collName: 'nothing', query: '""' }, 'DATABASE_COLLECTION_NOT_EXIST'],
    [
      'an unknown operator',
      { collName: 'tasks', query: '{"n":{"$foo":1}}' },
      'DATABASE_REQUEST_FAILED',
    ],
    ['a filter that is none', { collName: 'tasks', query: 'no json' }, 'INVALID_PARAM'],
    ['a limit that is none', { collName: 'tasks', query: '""', limit: 'x' }, 'INVALID_PARAM'],
  ])('refuses %s with its reason', async (_what, msgData, code) => {
    const { cloud } = await withTasks()
    const client = await rawClient(cloud)
    const { signStr } = (await post(cloud, { action: 'auth.wsWebSign' })).data as {
      signStr: string
    }
    expect(await client.ask('LOGIN', {}, { signStr })).toMatchObject({ msgType: 'LOGIN_EVENT' })
    expect(await client.ask('INIT_WATCH', msgData)).toMatchObject({
      msgType: 'ERROR',
      msgData: { code },
    })
    expect(await client.ask('REBUILD_WATCH', { queryID: 'none', eventID: 1 })).toMatchObject({
      msgData: { code: 'QUERYID_INVALID_ERROR' },
    })
    expect(await client.ask('NONSENSE', {})).toMatchObject({ msgData: { code: 'INVALID_PARAM' } })
    client.send('no json')
    expect(await client.ask('PING', {})).toMatchObject({ msgType: 'PONG' })
    await client.close()
  })
})
