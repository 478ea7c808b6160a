import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { documentKey } from '@/local/engine/collection'
import type { Document } from '@/local/ground/document'
import { DocumentStore } from '@/local/engine/store'
import { readSyncedLength } from '@/local/engine/log/synced-length'
import { temporaryFolder } from './support/cloud'
import {
  all,
  contents,
  copyWithoutLock,
  fullDisk,
  ids,
  openStore,
  put,
  remove,
} from './support/store'

const logs = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.log'))

const idsOfEveryType = [
  'text',
  '',
  '1',
  1,
  -0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  new Date(7),
  { a: 1, at: new Date(8) },
  null,
]

/** Fills `c` so that there is something of every kind to keep. */
async function fill(store: DocumentStore): Promise<Document[]> {
  await put(store, ...idsOfEveryType.map((_id, n) => ({ _id, n, at: new Date(n) })))
  await put(store, { _id: 'gone', n: 1 }, { _id: 'replaced', n: 1 })
  await remove(store, 'gone')
  await put(store, { _id: 'replaced', n: 2, text: '行\n"', pattern: /a+/i, wide: -0 })
  return all(store)
}

describe('a snapshot', () => {
  it('replaces the logs and keeps every document, collection, index entry and clock reading', async () => {
    const folder = temporaryFolder()
    let now = 5_000_000
    const open = () => DocumentStore.open({ directory: folder, schema: null, now: () => now })
    const store = open()
    await store.createCollection('c')
    await store.createCollection('empty')
    await store.write((transaction) =>
      store.put(transaction, store.internal('settings'), 'clock', { _id: 'clock', at: 1 }),
    )
    const before = await fill(store)
    now = 1000
    await store.compact()
    expect(readdirSync(folder).filter((name) => !name.startsWith('lock-'))).toEqual([
      'commits-1.log',
      'commits-1.synced',
      'snapshot',
    ])
    expect(statSync(join(folder, 'commits-1.log')).size).toBe(0)
    await put(store, { _id: 'later', n: 3 })
    await store.close()
    const again = open()
    expect(all(again)).toEqual([...before, { _id: 'later', n: 3 }])
    for (const id of idsOfEveryType)
      expect(again.collection('c').records.has(documentKey(id))).toBe(true)
    expect(all(again, 'empty')).toEqual([])
    expect(again.internal('settings').records.size).toBe(1)
    expect(again.lastCommitAt).toBe(5_000_000)
    // A commit after the start must count on from those before the snapshot.
    await put(again, { _id: 'last', n: 4 })
    await again.compact()
    await again.close()
    const third = open()
    expect(ids(third).slice(-2)).toEqual(['later', 'last'])
    await third.close()
  })

  it('is written while requests go on, from one state, one at a time', async () => {
    const folder = temporaryFolder()
    const steps: string[] = []
    const disk = {
      beforeWrite: (bytes: number) =>
        new Promise<void>((resolve) => {
          if (bytes > 50_000) steps.push('block')
          setTimeout(resolve, 3)
        }),
      beforeSync: () => undefined,
    }
    const store = openStore(folder, { disk })
    const text = 'x'.repeat(1000)
    await put(store, ...Array.from({ length: 2000 }, (_unused, n) => ({ _id: `d${n}`, n, text })))
    const transaction = store.begin()
    const record = store.collection('c').records.get('d1999')!
    expect(store.visible(record, store.viewFor(transaction))).toMatchObject({ n: 1999 })
    const first = store.compact().then(() => steps.push('done'))
    const second = store.compact()
    for (let n = 0; n < 10; n++) {
      await put(store, { _id: 'd0', n: -n }, { _id: 'd1999', n: -n }, { _id: `new${n}`, n })
      await remove(store, `d${1000 + n}`)
      steps.push('write')
    }
    // What was read before still stands for the transaction that read it.
    expect(store.visible(record, store.viewFor(transaction))).toMatchObject({ n: 1999 })
    store.abort(transaction)
    await Promise.all([first, second])
    expect(steps.indexOf('write')).toBeLessThan(steps.lastIndexOf('block'))
    expect(steps.filter((step) => step === 'done')).toHaveLength(1)
    expect(logs(folder)).toEqual(['commits-1.log'])
    const wanted = all(store)
    expect(record.newest?.previous).toBeNull()
    await store.close()
    const again = openStore(folder)
    expect(all(again)).toEqual(wanted)
    expect([...again.collection('c').indexes[0]!.scan({ equal: [] })]).toHaveLength(2000)
    await again.close()
  })

  it('is begun by itself when the logs have grown, and bounds them', async () => {
    const folder = temporaryFolder()
    const store = openStore(folder, { compactAfterBytes: 20_000 })
    for (let round = 0; round < 60; round++)
      await put(
        store,
        ...Array.from({ length: 20 }, (_unused, n) => ({ _id: n, text: 'y'.repeat(100) })),
      )
    await store.close()
    expect(logs(folder)).toHaveLength(1)
    expect(logs(folder)[0]).toMatch(/^commits-[1-9]\d*\.log$/)
    expect(statSync(join(folder, logs(folder)[0]!)).size).toBeLessThan(60_000)
    expect(statSync(join(folder, 'snapshot')).size).toBeLessThan(5000)
    const again = openStore(folder)
    expect(all(again)).toHaveLength(20)
    await again.close()
  })
})

describe('a full disk while a snapshot is written', () => {
  it.each([
    ['at the new log', 1],
    ['at the first block', 2],
    ['at a later block', 4],
  ])(
    '%s leaves everything as it was, is reported, and the next one succeeds',
    async (_at, step) => {
      const folder = temporaryFolder()
      const reports: string[] = []
      let left = Number.POSITIVE_INFINITY
      const disk = {
        beforeWrite: () => {
          if (--left <= 0) fullDisk()
        },
        beforeSync: () => undefined,
      }
      const report = (message: string) => reports.push(message)
      const store = openStore(folder, { disk, report })
      const text = 'x'.repeat(1000)
      await put(store, ...Array.from({ length: 1000 }, (_unused, n) => ({ _id: n, n, text })))
      left = step
      await expect(store.compact()).rejects.toThrow('no space left')
      expect(existsSync(join(folder, 'snapshot'))).toBe(false)
      expect(existsSync(join(folder, 'snapshot.next'))).toBe(false)
      left = Number.POSITIVE_INFINITY
      await put(store, { _id: 'after', n: 1 })
      const copy = join(temporaryFolder(), 'copy')
      copyWithoutLock(folder, copy)
      const reopened = openStore(copy)
      expect(all(reopened)).toHaveLength(1001)
      await reopened.close()
      await store.compact()
      expect(logs(folder)).toHaveLength(1)
      await store.close()
      const again = openStore(folder)
      expect(all(again)).toHaveLength(1001)
      await again.close()
    },
  )

  it('is reported when it began by itself, and does not refuse writes', async () => {
    const folder = temporaryFolder()
    const reports: string[] = []
    const disk = {
      // Only the blocks of a snapshot are so large.
      beforeWrite: (bytes: number) => (bytes > 30_000 ? fullDisk() : undefined),
      beforeSync: () => undefined,
    }
    const report = (message: string) => reports.push(message)
    const store = openStore(folder, { disk, report, compactAfterBytes: 50_000 })
    const text = 'x'.repeat(1000)
    for (let n = 0; n < 200; n++) await put(store, { _id: n, n, text })
    await store.close()
    expect(reports.length).toBeGreaterThan(0)
    // Not after every write: only when the logs have grown by as much again.
    expect(reports.length).toBeLessThan(6)
    expect(reports[0]).toMatch(/the log could not be made smaller: .*no space left/)
    const again = openStore(folder)
    expect(all(again)).toHaveLength(200)
    await again.close()
  })
})

interface Image {
  folder: string
  /** Ids that had been acknowledged by then. */
  acknowledged: string[]
}

/** Copies of the directory as a crash at each step on the disk would leave it, before and after a compaction. */
async function crashImages(): Promise<Image[]> {
  const folder = temporaryFolder()
  const copies = temporaryFolder()
  const images: Image[] = []
  const acknowledged: string[] = []
  let copying = false
  const copy = () => {
    if (!copying) return
    const image = join(copies, String(images.length))
    copyWithoutLock(folder, image)
    images.push({ folder: image, acknowledged: [...acknowledged] })
  }
  const store = openStore(folder, { disk: { beforeWrite: copy, beforeSync: copy } })
  let n = 0
  const write = async (times: number) => {
    for (let i = 0; i < times; i++) {
      const id = `d${n++}`
      await put(store, { _id: id, n, text: 'x'.repeat(2000) }, { _id: `${id}-twin`, n })
      acknowledged.push(id, `${id}-twin`)
    }
  }
  await write(200)
  copying = true
  for (let round = 0; round < 2; round++) await Promise.all([store.compact(), write(6)])
  copy()
  await store.close()
  return images
}

/** As a power cut would: what was not synced is gone. */
function cutToSynced(folder: string): void {
  for (const name of logs(folder))
    truncateSync(
      join(folder, name),
      readSyncedLength(join(folder, name.replace('.log', '.synced'))) ?? 0,
    )
}

async function expectWhole({ folder, acknowledged }: Image): Promise<void> {
  const store = openStore(folder)
  const found = new Set(ids(store))
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
  for (const id of found) expect(found.has(`${String(id).replace('-twin', '')}-twin`)).toBe(true)
  await put(store, { _id: 'goes on' })
  await store.close()
  const again = openStore(folder)
  expect(ids(again)).toHaveLength(found.size + 1)
  await again.close()
}

describe('a crash during a compaction', () => {
  let images: Image[] = []
  beforeAll(async () => {
    images = await crashImages()
  })
  const variant = (image: Image, change: (folder: string) => void): Image => {
    const folder = join(temporaryFolder(), 'variant')
    cpSync(image.folder, folder, { recursive: true })
    change(folder)
    return { ...image, folder }
  }

  it('at any step on the disk leaves a directory that opens with everything acknowledged', async () => {
    expect(images.length).toBeGreaterThan(20)
    expect(images.some(({ folder }) => existsSync(join(folder, 'snapshot.next')))).toBe(true)
    for (const image of images) {
      await expectWhole(variant(image, () => undefined))
      await expectWhole(variant(image, cutToSynced))
    }
  })

  it('leaves no file of the attempt behind', async () => {
    const image = images.find(({ folder }) => existsSync(join(folder, 'snapshot.next')))!
    const { folder } = variant(image, () => undefined)
    const store = openStore(folder)
    expect(existsSync(join(folder, 'snapshot.next'))).toBe(false)
    await store.close()
  })

  it('between the new snapshot and the removal of the logs, or in the middle of that, opens', async () => {
    const before = images.filter(({ folder }) => logs(folder).length === 2).at(-1)!
    const snapshot = readFileSync(join(images.at(-1)!.folder, 'snapshot'))
    const renamed = (folder: string) => writeFileSync(join(folder, 'snapshot'), snapshot)
    const old = logs(before.folder).sort()[0]!
    for (const removed of [[], ['synced'], ['log'], ['synced', 'log']])
      await expectWhole(
        variant(before, (folder) => {
          renamed(folder)
          for (const kind of removed) rmSync(join(folder, old.replace('.log', `.${kind}`)))
        }),
      )
  })

  it('just after the next log was created, before its length was recorded, opens', async () => {
    const [image] = images
    for (const made of [['commits-1.log'], ['commits-1.log', 'commits-1.synced.next']])
      await expectWhole(
        variant(image!, (folder) => {
          for (const name of made) writeFileSync(join(folder, name), '')
        }),
      )
  })
})

describe('a start on a damaged directory is refused and changes nothing', () => {
  let good = ''
  beforeAll(async () => {
    good = temporaryFolder()
    const store = openStore(good)
    const text = 'x'.repeat(1000)
    await put(store, ...Array.from({ length: 100 }, (_unused, n) => ({ _id: n, n, text })))
    await store.compact()
    await put(store, { _id: 'later' })
    await store.close()
  })
  const flip = (file: string, at: number) => {
    const bytes = readFileSync(file)
    bytes[at]! ^= 1
    writeFileSync(file, bytes)
  }
  const lineStart = (file: string, line: number) => {
    const bytes = readFileSync(file)
    let at = 0
    for (let i = 0; i < line; i++) at = bytes.indexOf('\n', at) + 1
    return at
  }
  it.each<[string, (folder: string) => void, (folder: string) => string]>([
    [
      'a byte of the snapshot',
      (folder) => flip(join(folder, 'snapshot'), 20_000),
      (folder) => `offset ${lineStart(join(folder, 'snapshot'), 2)}`,
    ],
    [
      'its first byte',
      (folder) => flip(join(folder, 'snapshot'), 0),
      () => 'snapshot is damaged at offset 0',
    ],
    [
      'a snapshot without its end',
      (folder) => truncateSync(join(folder, 'snapshot'), lineStart(join(folder, 'snapshot'), 3)),
      () => 'ends too early',
    ],
    [
      'an empty snapshot',
      (folder) => writeFileSync(join(folder, 'snapshot'), ''),
      () => 'ends too early',
    ],
    [
      'something behind the end of the snapshot',
      (folder) => writeFileSync(join(folder, 'snapshot'), 'x', { flag: 'a' }),
      () => 'snapshot is damaged at offset',
    ],
    [
      'a snapshot with a line too few',
      (folder) => {
        const file = join(folder, 'snapshot')
        const bytes = readFileSync(file)
        const cut = [lineStart(file, 1), lineStart(file, 2)] as const
        writeFileSync(file, Buffer.concat([bytes.subarray(0, cut[0]), bytes.subarray(cut[1])]))
      },
      () => 'documents instead of 100',
    ],
    ['no snapshot', (folder) => rmSync(join(folder, 'snapshot')), () => 'is missing'],
    ['no log', (folder) => rmSync(join(folder, 'commits-1.log')), () => 'is missing'],
    [
      'neither log nor length',
      (folder) => {
        rmSync(join(folder, 'commits-1.log'))
        rmSync(join(folder, 'commits-1.synced'))
      },
      () => 'is missing',
    ],
    [
      'a log between missing',
      (folder) => {
        cpSync(join(folder, 'commits-1.log'), join(folder, 'commits-3.log'))
      },
      () => 'commits-2.log is missing',
    ],
    [
      'the same commits once more',
      (folder) => {
        cpSync(join(folder, 'commits-1.log'), join(folder, 'commits-2.log'))
      },
      () => 'commits-2.log is damaged at offset 0',
    ],
    [
      'a cut in a log that is not the last',
      (folder) => {
        cpSync(join(folder, 'commits-1.log'), join(folder, 'commits-2.log'))
        rmSync(join(folder, 'commits-1.synced'))
        truncateSync(join(folder, 'commits-1.log'), 30)
      },
      () => 'commits-1.log is damaged at offset 0',
    ],
  ])('%s', (_what, change, text) => {
    const folder = join(temporaryFolder(), 'damaged')
    cpSync(good, folder, { recursive: true })
    change(folder)
    const before = contents(folder)
    expect(() => openStore(folder)).toThrow(text(folder))
    expect(contents(folder)).toEqual(before)
  })
})
