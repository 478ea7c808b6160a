import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { readSchema } from '@/local/engine/schema'
import { documentKey } from '@/local/engine/collection'
import { DocumentStore } from '@/local/engine/store'
import { readSyncedLength } from '@/local/engine/synced-length'
import { functionsFolder, refusal, sdk, temporaryFolder, testCloud } from './support/cloud'

const schema = readSchema({ collections: { c: { indexes: [{ name: 'n', keys: [['n', 1]] }] } } })
const SCRIPT = join(__dirname, '..', '..', 'scripts', 'local-cloud.mjs')

const open = (directory: string, report?: (message: string) => void) =>
  DocumentStore.open({ directory, schema, now: () => 1000, ...(report ? { report } : {}) })
const put = (store: DocumentStore, ...documents: Array<Record<string, unknown>>) =>
  store.write((transaction) => {
    for (const document of documents)
      store.put(transaction, store.collection('c'), documentKey(document._id), document)
  })
const all = (store: DocumentStore) =>
  [...store.collection('c').records.values()].flatMap(
    (record) => store.visible(record, store.viewFor(null)) ?? [],
  )

/** As the system refuses when the disk is full. */
const fullDisk = () => {
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
}

interface Server {
  child: ChildProcess
  endpoint: string
  errors: () => string
}

/** Starts the command line as a process of its own and waits for its address. */
function start(...args: string[]): Promise<Server> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)))
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += String(chunk)
      const endpoint = /^http:\/\/127\.0\.0\.1:\d+\/admin$/m.exec(out)?.[0]
      if (endpoint) resolve({ child, endpoint, errors: () => err })
    })
    child.once('exit', (code) => reject(new Error(`exited with ${code}: ${err}`)))
  })
}

const exit = ({ child }: Server) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', (code) => resolve(code))
  })

/** One request of the wire protocol; rejects when the server is gone or refuses. */
async function request(endpoint: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = (await response.json()) as Record<string, unknown>
  if (answer.code) throw new Error(String(answer.message))
  return answer
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('the log', () => {
  it('gives back everything after a restart, with indexes and ids of both types', async () => {
    const folder = temporaryFolder()
    const first = open(folder)
    await put(first, { _id: 'a', n: 1, at: new Date(5), list: [1, { x: null }] }, { _id: 1, n: 2 })
    await put(first, { _id: 'a', n: 3 })
    await first.write((transaction) => first.put(transaction, first.collection('c'), 1, null))
    await put(first, { _id: 'z', text: '行\n"', wide: Number.NaN })
    await first.close()
    const second = open(folder)
    expect(all(second)).toEqual([
      { _id: 'a', n: 3 },
      { _id: 'z', text: '行\n"', wide: Number.NaN },
    ])
    expect([...second.collection('c').indexes[0]!.scan({ equal: [3] })]).toHaveLength(1)
    await second.close()
  })

  it('cuts a torn tail off and says so', async () => {
    for (const tail of ['0', '00000000 [99,0,[["p","c",{"_id":"torn"}]]]\n', '12345678 [3,']) {
      const folder = temporaryFolder()
      const first = open(folder)
      await put(first, { _id: 'a', n: 1 })
      await first.close()
      const length = statSync(join(folder, 'commits.log')).size
      appendFileSync(join(folder, 'commits.log'), tail)
      const reports: string[] = []
      const second = open(folder, (message) => reports.push(message))
      expect(reports).toEqual([
        `cut ${tail.length} bytes of an unfinished write at the end of the log`,
      ])
      expect(statSync(join(folder, 'commits.log')).size).toBe(length)
      expect(all(second)).toEqual([{ _id: 'a', n: 1 }])
      await put(second, { _id: 'b', n: 2 })
      await second.close()
      const third = open(folder)
      expect(all(third)).toHaveLength(2)
      await third.close()
    }
  })

  it('refuses to start on damage below what was on disk, names the place, and touches nothing', async () => {
    const folder = temporaryFolder()
    const store = open(folder)
    for (let n = 0; n < 5; n++) await put(store, { _id: `d${n}`, n })
    await store.close()
    const file = join(folder, 'commits.log')
    const good = readFileSync(file)
    const offset = good.indexOf('\n', good.indexOf('\n') + 1) + 1
    const damages: Array<[Buffer, RegExp]> = [
      [
        Buffer.concat([
          good.subarray(0, offset + 20),
          Buffer.from('#'),
          good.subarray(offset + 21),
        ]),
        new RegExp(`damaged at offset ${offset}`),
      ],
      [good.subarray(0, good.length - 3), /ends at offset|damaged at offset/],
      [Buffer.alloc(0), /ends at offset 0/],
    ]
    for (const [bytes, text] of damages) {
      writeFileSync(file, bytes)
      expect(() => open(folder)).toThrow(text)
      expect(readFileSync(file).equals(bytes)).toBe(true)
      expect(existsSync(join(folder, 'lock'))).toBe(false)
    }
    rmSync(file)
    expect(() => open(folder)).toThrow(/is missing/)
    writeFileSync(file, good)
    const again = open(folder)
    expect(all(again)).toHaveLength(5)
    await again.close()
  })

  it('holds every acknowledged write when cut back to its synced length, as a power cut would', async () => {
    const folder = temporaryFolder()
    const store = open(folder)
    const copies = temporaryFolder()
    let round = 0
    for (let n = 0; n < 40; n++) {
      await Promise.all([
        put(store, { _id: `a${n}`, n }, { _id: `b${n}`, n }),
        put(store, { _id: `c${n}`, n }),
      ])
      // Writes that nobody has been told about yet are under way while the copy is made.
      const pending = put(store, { _id: `p${n}`, n }, { _id: `q${n}`, n })
      if (n % 10 === 0) {
        const copy = join(copies, String(round++))
        mkdirSync(copy)
        for (const name of ['commits.synced', 'commits.log'])
          copyFileSync(join(folder, name), join(copy, name))
        truncateSync(join(copy, 'commits.log'), readSyncedLength(join(copy, 'commits.synced')) ?? 0)
        const reopened = open(copy)
        const found = new Set(all(reopened).map((document) => (document as { _id: string })._id))
        for (let m = 0; m <= n; m++)
          for (const id of [`a${m}`, `b${m}`, `c${m}`]) expect(found.has(id)).toBe(true)
        expect(found.has(`p${n}`)).toBe(found.has(`q${n}`))
        await reopened.close()
      }
      await pending
    }
    await store.close()
    expect(round).toBe(4)
  })

  it('takes a write back that cannot be stored, keeps reading, and goes on when it can again', async () => {
    const folder = temporaryFolder()
    const disk = { beforeWrite: () => undefined as void, beforeSync: () => undefined }
    const store = DocumentStore.open({ directory: folder, schema, now: () => 1000, disk })
    await put(store, { _id: 'a', n: 1 })
    disk.beforeWrite = fullDisk
    const results = await Promise.all([
      refusal(put(store, { _id: 'a', n: 2 })),
      refusal(put(store, { _id: 'a', n: 3 })),
      refusal(put(store, { _id: 'b', n: 1 })),
    ])
    for (const refused of results)
      expect(refused).toMatchObject({
        code: 'DATABASE_REQUEST_FAILED',
        message: expect.stringContaining('ENOSPC') as string,
      })
    expect(all(store)).toEqual([{ _id: 'a', n: 1 }])
    expect([...store.collection('c').indexes[0]!.scan({ equal: [] })]).toHaveLength(1)
    disk.beforeWrite = () => undefined
    await put(store, { _id: 'b', n: 5 })
    await store.close()
    const again = open(folder)
    expect(all(again)).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 5 },
    ])
    await again.close()
  })

  it('shows readers only what is on disk', async () => {
    const store = open(temporaryFolder())
    const writing = put(store, { _id: 'a', n: 1 })
    expect(all(store)).toEqual([])
    await writing
    expect(all(store)).toEqual([{ _id: 'a', n: 1 }])
    await store.close()
  })

  it('keeps no old states once nobody can see them', async () => {
    const store = open(temporaryFolder())
    for (let n = 0; n < 50; n++) await put(store, { _id: 'a', n })
    const record = store.collection('c').records.get('a')!
    expect(record.newest?.previous).toBeNull()
    expect([...store.collection('c').indexes[0]!.scan({ equal: [] })]).toHaveLength(1)
    await store.write((transaction) => store.put(transaction, store.collection('c'), 'a', null))
    expect(store.collection('c').records.size).toBe(0)
    await store.close()
  })

  it('refuses a unique index that the data already violates', async () => {
    const folder = temporaryFolder()
    const store = open(folder)
    await put(store, { _id: 'a', n: 1 }, { _id: 'b', n: 1 })
    await store.close()
    const unique = readSchema({
      collections: { c: { indexes: [{ name: 'n', keys: [['n', 1]], unique: true }] } },
    })
    expect(() => DocumentStore.open({ directory: folder, schema: unique, now: () => 0 })).toThrow(
      /E11000/,
    )
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })
})

describe('the directory lock', () => {
  it('refuses a second user, and a stale one does not block', async () => {
    const folder = temporaryFolder()
    const first = open(folder)
    expect(() => open(folder)).toThrow(`${folder} is in use by process ${process.pid}`)
    await first.close()
    for (const stale of [
      '{"pid":999999999,"start":"1"}',
      `{"pid":${process.pid},"start":"an earlier process with this number"}`,
      'rubbish',
      '',
    ]) {
      writeFileSync(join(folder, 'lock'), stale)
      const next = open(folder)
      await next.close()
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('lock'))).toEqual([])
  })
})

describe('the process', () => {
  it('loses no acknowledged write to kill -9, and leaves transactions whole or absent', async () => {
    const folder = temporaryFolder()
    const acknowledged = new Set<string>()
    for (let round = 0; round < 4; round++) {
      const server = await start('--data', folder)
      const ask = (action: string, parameters: object = {}) =>
        request(server.endpoint, { action: `database.${action}`, ...parameters })
      if (round === 0) await ask('addCollection', { collectionName: 'c' })
      const insert = (id: string, transaction: object = {}) =>
        ask('insertDocument', {
          collectionName: 'c',
          data: [JSON.stringify({ _id: id })],
          ...transaction,
        })
      const enough = acknowledged.size + 40 + Math.floor(Math.random() * 40)
      const writer = async (w: number) => {
        for (let n = 0; ; n++) {
          const id = `${round}-${w}-${n}`
          await insert(id)
          acknowledged.add(id)
          const { transactionId } = await ask('startTransaction')
          await insert(`${id}-left`, { transactionId })
          await insert(`${id}-right`, { transactionId })
          await ask('commitTransaction', { transactionId })
          acknowledged.add(`${id}-left`)
          // Killed at a moment when other writers are in the middle of something.
          if (acknowledged.size >= enough) server.child.kill('SIGKILL')
        }
      }
      await Promise.allSettled(Array.from({ length: 8 }, (_unused, w) => writer(w)))
      await exit(server)
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(160)
    const { cloud } = await testCloud({ data: folder })
    const app = sdk(cloud)
    const found = new Set<string>()
    for (let last = ''; ;) {
      const page = await app
        .database()
        .collection('c')
        .where({ _id: app.database().command.gt(last) })
        .orderBy('_id', 'asc')
        .limit(1000)
        .get()
      for (const { _id } of page.data as Array<{ _id: string }>) found.add(_id)
      if (page.data.length < 1000) break
      last = (page.data.at(-1) as { _id: string })._id
    }
    expect([...acknowledged].filter((id) => !found.has(id))).toEqual([])
    for (const id of found) {
      if (id.endsWith('-left')) expect(found.has(id.replace('-left', '-right'))).toBe(true)
      if (id.endsWith('-right')) expect(found.has(id.replace('-right', '-left'))).toBe(true)
    }
  })

  it('goes on with its clock and leaves no function behind after kill -9', async () => {
    const folder = temporaryFolder()
    const functions = functionsFolder({ pid: 'exports.main = () => process.pid' })
    const args = ['--data', folder, '--functions', functions, '--demo']
    const first = await start(...args, '--start-at', '2026-03-02T09:00:00+08:00')
    const origin = new URL(first.endpoint).origin
    const pid = (await request(`${origin}/call/pid`, {})) as unknown as number
    const moved = Date.parse('2026-05-01T00:00:00+08:00')
    await request(`${origin}/_local/clock`, { to: moved })
    first.child.kill('SIGKILL')
    await exit(first)
    const second = await start(...args)
    const { now } = (await (
      await fetch(`${new URL(second.endpoint).origin}/_local/clock`)
    ).json()) as { now: number }
    expect(now).toBeGreaterThanOrEqual(moved)
    expect(now - moved).toBeLessThan(60_000)
    const deadline = Date.now() + 20_000
    while (runs(pid) && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(runs(pid)).toBe(false)
    second.child.kill('SIGTERM')
    expect(await exit(second)).toBe(0)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends cleanly on %s and frees port and directory',
    async (signal) => {
      const folder = temporaryFolder()
      const server = await start('--data', folder, '--demo')
      const { db } = { db: sdk({ endpoint: server.endpoint, envId: 'local-env' }).database() }
      await db.createCollection('c')
      await db.collection('c').add({ _id: 'kept' })
      server.child.kill(signal)
      expect(await exit(server)).toBe(0)
      expect(existsSync(join(folder, 'lock'))).toBe(false)
      const port = new URL(server.endpoint).port
      const again = await start('--data', folder, '--port', port)
      expect(again.endpoint).toBe(server.endpoint)
      expect(
        (
          await sdk({ endpoint: again.endpoint, envId: 'local-env' })
            .database()
            .collection('c')
            .doc('kept')
            .get()
        ).data,
      ).toHaveLength(1)
      again.child.kill('SIGTERM')
      await exit(again)
    },
  )

  it.each([
    [['--port', 'x'], /--port x is no port/],
    [['--nope'], /Unknown option '--nope'/],
    [['--data', '/x', '--memory'], /exclude each other/],
    [['--start-at', 'soon'], /no ISO time/],
    [['--schema', 'nowhere.json'], /cannot read the schema file/],
    [['--functions', 'nowhere'], /no directory of functions/],
    [['--web', 'nowhere'], /no index\.html/],
    [['--templates', 'nowhere'], /cannot read templates/],
  ])('says in one line what is wrong with %j', async (args, text) => {
    await expect(start(...args)).rejects.toThrow(text)
  })

  it('says that a port is taken, and that a directory is in use', async () => {
    const folder = temporaryFolder()
    const server = await start('--data', folder)
    await expect(start('--port', new URL(server.endpoint).port)).rejects.toThrow(/EADDRINUSE/)
    await expect(start('--data', folder)).rejects.toThrow(
      `${folder} is in use by process ${server.child.pid}`,
    )
    server.child.kill('SIGTERM')
    await exit(server)
  })
})
