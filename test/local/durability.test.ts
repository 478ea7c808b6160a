import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { DiskHooks } from '@/local/engine/log/disk-hooks'
import { readSchema } from '@/local/engine/schema'
import { DocumentStore } from '@/local/engine/store'
import { readSyncedLength } from '@/local/engine/log/synced-length'
import { all, contents, copyWithoutLock, fullDisk, locks, openStore, put } from './support/store'
import { refusal, temporaryFolder } from './support/cloud'

const open = (folder: string, report?: (message: string) => void) =>
  openStore(folder, report ? { report } : {})

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
      expect(locks(folder)).toEqual([])
    }
    rmSync(file)
    expect(() => open(folder)).toThrow(/is missing/)
    writeFileSync(file, good)
    const again = open(folder)
    expect(all(again)).toHaveLength(5)
    await again.close()
  })

  const written = async (count: number) => {
    const folder = temporaryFolder()
    const store = open(folder)
    for (let n = 0; n < count; n++) await put(store, { _id: `d${n}`, n })
    await store.close()
    return { folder, log: join(folder, 'commits.log'), synced: join(folder, 'commits.synced') }
  }
  /** Changes one byte of the first line. */
  const damage = (file: string) => {
    const bytes = readFileSync(file)
    bytes[20]! ^= 1
    writeFileSync(file, bytes)
  }

  it('never takes damage for a torn tail because the synced length is gone or illegible', async () => {
    for (const length of [null, '', 'rubbish', '0'.repeat(20), `${'9'.repeat(20)} 00000000\n`]) {
      const { folder, log, synced } = await written(3)
      if (length === null) rmSync(synced)
      else writeFileSync(synced, length)
      const good = readFileSync(log)
      damage(log)
      const before = contents(folder)
      expect(() => open(folder)).toThrow('damaged at offset 0')
      expect(contents(folder)).toEqual(before)
      writeFileSync(log, good)
      const store = open(folder)
      expect(all(store)).toHaveLength(3)
      await store.close()
      expect(readSyncedLength(synced)).toBe(good.length)
    }
  })

  it('cuts only the very last line when the synced length is unknown', async () => {
    const { folder, log, synced } = await written(3)
    rmSync(synced)
    truncateSync(log, statSync(log).size - 1)
    const reports: string[] = []
    const store = open(folder, (message) => reports.push(message))
    expect(all(store)).toHaveLength(2)
    expect(reports.join('\n')).toMatch(/not known[^]*cut \d+ bytes/)
    await store.close()
  })

  it('reads the synced length from one slot when the other was being written', async () => {
    const { folder, log, synced } = await written(3)
    const good = readFileSync(synced, 'latin1')
    const length = statSync(log).size
    const lengths = [0, 512].map((slot) => {
      writeFileSync(synced, `${good.slice(0, slot)}${' '.repeat(30)}${good.slice(slot + 30)}`)
      return readSyncedLength(synced) ?? 0
    })
    // The other slot holds the length before.
    expect(Math.max(...lengths)).toBe(length)
    expect(Math.min(...lengths)).toBeGreaterThan(0)
    writeFileSync(synced, `${good.slice(0, 5)}${' '.repeat(1000)}`)
    expect(readSyncedLength(synced)).toBeNull()
    const store = open(folder)
    expect(all(store)).toHaveLength(3)
    await store.close()
    expect(readSyncedLength(synced)).toBe(length)
  })

  it('knows by a later batch that an earlier one was on disk, although the synced length is older', async () => {
    const { folder, log, synced } = await written(3)
    const older = written(0)
    writeFileSync(synced, readFileSync((await older).synced))
    expect(readSyncedLength(synced)).toBe(0)
    damage(log)
    expect(() => open(folder)).toThrow('a later write shows that it was on disk')
  })

  it('cuts a batch that a power cut left in pieces, good lines behind bad ones', async () => {
    const { folder, log } = await written(1)
    const copy = join(temporaryFolder(), 'copy')
    const store = open(folder)
    const synced = readFileSync(join(folder, 'commits.synced'))
    await Promise.all([
      put(store, { _id: 'x' }),
      put(store, { _id: 'y' }),
      put(store, { _id: 'z' }),
    ])
    copyWithoutLock(folder, copy)
    await store.close()
    const bytes = readFileSync(log)
    bytes[bytes.indexOf('"x"')]! ^= 1
    writeFileSync(join(copy, 'commits.log'), bytes)
    writeFileSync(join(copy, 'commits.synced'), synced)
    const again = open(copy)
    expect(all(again)).toEqual([{ _id: 'd0', n: 0 }])
    await again.close()
  })

  it('opens what earlier versions wrote: a length without checksum', async () => {
    const { folder, log, synced } = await written(3)
    writeFileSync(synced, `${statSync(log).size}`.padStart(20, '0'))
    const store = open(folder)
    expect(all(store)).toHaveLength(3)
    await put(store, { _id: 'new' })
    await store.close()
    expect(readSyncedLength(synced)).toBe(statSync(log).size)
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
    const store = openStore(folder, { disk })
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

  it.each([
    ['before anything is written', { beforeWrite: fullDisk }],
    ['when it is forced to the disk', { beforeSync: fullDisk }],
    ['and cannot be cut back either', { beforeSync: fullDisk, beforeCut: fullDisk }],
  ])(
    'a full disk %s: refused with what to do, nothing lost, and on when there is room',
    async (_when, full) => {
      const folder = temporaryFolder()
      const room = {
        beforeWrite: () => undefined,
        beforeSync: () => undefined,
        beforeCut: () => undefined,
      }
      const disk: DiskHooks = { ...room }
      const store = openStore(folder, { disk })
      await put(store, { _id: 'a', n: 1 })
      const length = statSync(join(folder, 'commits.log')).size
      Object.assign(disk, full)
      for (let n = 0; n < 3; n++)
        expect(await refusal(put(store, { _id: 'a', n: 2 }, { _id: `lost${n}` }))).toEqual({
          code: 'DATABASE_REQUEST_FAILED',
          message:
            'the write could not be stored and changed nothing (ENOSPC: no space left on device): ' +
            'see to the disk of the data directory, then send it again',
        })
      expect(all(store)).toEqual([{ _id: 'a', n: 1 }])
      Object.assign(disk, room)
      await put(store, { _id: 'b' })
      expect(readFileSync(join(folder, 'commits.log'), 'utf8')).not.toContain('lost')
      expect(statSync(join(folder, 'commits.log')).size).toBeGreaterThan(length)
      await store.close()
      const again = openStore(folder)
      expect(all(again)).toEqual([{ _id: 'a', n: 1 }, { _id: 'b' }])
      await again.close()
    },
  )

  it('refuses with a write whose sync fails those that queued up behind it: they were made from it', async () => {
    const folder = temporaryFolder()
    const disk: DiskHooks = { beforeWrite: () => undefined, beforeSync: () => undefined }
    const store = openStore(folder, { disk })
    await put(store, { _id: 'a', n: 1 })
    let refuse: (cause: unknown) => void = () => undefined
    const begun = new Promise<void>((resolve) => {
      disk.beforeSync = () => {
        resolve()
        return new Promise((_resolve, reject) => (refuse = reject))
      }
    })
    const first = refusal(put(store, { _id: 'a', n: 2 }))
    await begun
    disk.beforeSync = () => undefined
    const behind = refusal(put(store, { _id: 'a', n: 3 }, { _id: 'b' }))
    await new Promise(setImmediate)
    refuse(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))
    for (const refused of [await first, await behind])
      expect(refused).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(all(store)).toEqual([{ _id: 'a', n: 1 }])
    await put(store, { _id: 'c' })
    await store.close()
    const again = open(folder)
    expect(all(again)).toEqual([{ _id: 'a', n: 1 }, { _id: 'c' }])
    await again.close()
  })

  it('a collection that could not be stored does not exist, and can be created later', async () => {
    const folder = temporaryFolder()
    const disk: DiskHooks = { beforeWrite: fullDisk, beforeSync: () => undefined }
    const store = openStore(folder, { disk, schema: null })
    expect(await refusal(store.createCollection('late'))).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    })
    expect(() => store.collection('late')).toThrow('not exist')
    disk.beforeWrite = () => undefined
    await store.createCollection('late')
    await store.close()
    const again = openStore(folder, { schema: null })
    expect(all(again, 'late')).toEqual([])
    await again.close()
  })

  it('keeps a commit too large for one line out altogether', async () => {
    const store = open(temporaryFolder())
    const wide = 'x'.repeat(60 * 1024 * 1024)
    const documents = Array.from({ length: 9 }, (_unused, n) => ({ _id: n, wide }))
    expect(await refusal(put(store, ...documents))).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining('too large') as string,
    })
    await put(store, { _id: 'a' })
    expect(all(store)).toEqual([{ _id: 'a' }])
    await store.close()
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
    expect(locks(folder)).toEqual([])
  })
})
