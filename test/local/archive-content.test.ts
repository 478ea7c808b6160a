import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openClosedDirectory } from '@/local/archive/closed-directory'
import { exportDirectory } from '@/local/archive/export-directory'
import { restoreArchive } from '@/local/archive/restore-archive'
import { pinContent } from '@/local/archive/running-store'
import { archiveBytes, hashContent } from '@/local/archive/write-archive'
import { SettableClock } from '@/local/clock/settable-clock'
import { documentKey } from '@/local/engine/collection'
import type { Document } from '@/local/ground/document'
import type { DocumentStore } from '@/local/engine/store'
import { knownPersons } from '@/local/wechat/known-persons'
import { joined, openData, unpacked } from './support/archive'
import { temporaryFolder } from './support/cloud'
import { random } from './support/random'
import { all, contents } from './support/store'

const quiet = () => undefined
const never = new AbortController().signal

async function hashOf(data: string): Promise<string> {
  const { content, close } = openClosedDirectory(data, quiet)
  const { content: hash } = await hashContent(content, never)
  close()
  return hash
}

const putInternal = (store: DocumentStore, name: string, ...documents: Document[]) =>
  store.write((transaction) => {
    for (const document of documents)
      store.put(transaction, store.internal(name), documentKey(document._id), document)
  })

type Pick = (below: number) => number

function valuesOf(pick: Pick) {
  const one = <T>(...choices: T[]): T => choices[pick(choices.length)]!
  const text = (): string =>
    one(
      '',
      'a',
      '中',
      '😀',
      '\u0000',
      '\n',
      '\\"',
      '\u2028',
      '\ud800',
      '$x',
      '{"$date',
      'x'.repeat(pick(9000)),
    )
  const value = (depth: number): unknown =>
    one<() => unknown>(
      text,
      () => pick(1_000_000) - 500_000,
      () => one(0, -0, 0.1, NaN, Infinity, -Infinity, 5e-324, 1e300, 2 ** 53),
      () => null,
      () => pick(2) === 1,
      () => new Date(one(0, -1, 1_770_000_000_123, 8.64e15)),
      () => one(/a/, /(?:)/, /[/\n]\//ims, /^中$/u),
      () => (depth > 3 ? [] : Array.from({ length: pick(4) }, () => value(depth + 1))),
      () => (depth > 3 ? {} : record(depth + 1)),
    )()
  const record = (depth: number): Document =>
    Object.fromEntries(
      Array.from({ length: pick(5) }, () => [one('a', 'b', '2', '1', '中', 'x y'), value(depth)]),
    )
  const id = (): unknown =>
    one<() => unknown>(
      () => `k${pick(40)}`,
      () => pick(40),
      () => new Date(pick(9)),
      () => ({ k: pick(9) }),
    )()
  const bytes = () => Buffer.from(Array.from({ length: 50 }, () => pick(256))).subarray(pick(50))
  const blob = () => Buffer.concat(Array.from({ length: one(0, 1, 3, 3000) }, bytes))
  const path = () => one('a', '目录/b.txt', 'a b', '%2e%2e', '..a', 'x/y/z', 'a\\b', `f${pick(20)}`)
  return { one, id, record, blob, path }
}

/** Fills a directory with random data by random steps. */
async function fill(data: string, pick: Pick): Promise<void> {
  const { one, id, record, blob, path } = valuesOf(pick)
  const { store, files, put, upload } = openData(data)
  const names = ['c', '集合', 'a.b', 'empty']
  for (const name of names) await store.createCollection(name)
  for (let step = 0; step < 30; step++) {
    const name = names[pick(3)]!
    const kind = pick(8)
    if (kind < 4)
      await put(name, ...Array.from({ length: pick(5) }, () => ({ _id: id(), ...record(0) })))
    else if (kind === 4) {
      const key = one(...store.collection(name).records.keys(), 'none')
      await store.write((transaction) => store.put(transaction, store.collection(name), key, null))
    } else if (kind === 5) await upload(path(), blob(), one('text/plain', 'image/png', ''))
    else if (kind === 6) await files.remove(path())
    else if (pick(3) === 0) await store.compact()
  }
  await putInternal(store, 'consents', { _id: 'o\nt', openid: 'o', templateId: 't', left: pick(9) })
  await putInternal(store, 'settings', { _id: 'clock', at: 1_770_000_000_000 + pick(1000) })
  await store.close()
}

/** Everything a reader could see. */
async function seen(data: string) {
  const { store, files } = openData(data)
  const names = [...store.collections.keys()].filter((name) => !name.startsWith('_local_')).sort()
  const documents = names.map((name) => [name, all(store, name)])
  const stored = [...store.internal('files').records.keys()].sort()
  const bytes: unknown[] = []
  for (const path of stored) {
    const file = files.find(String(path))!
    // Bytes get a new key when they are restored.
    bytes.push([{ ...file, blob: '' }, (await joined((await files.read(file))!)).toString('hex')])
  }
  await store.close()
  return { documents, bytes }
}

describe('any data', () => {
  it.each(Array.from({ length: 25 }, (_unused, seed) => seed))(
    'comes back hash-equal and in the same bytes (seed %d)',
    async (seed) => {
      const folder = temporaryFolder()
      const at = (name: string) => join(folder, name)
      await fill(at('data'), random(seed))
      const before = contents(at('data/files'))
      const exported = await exportDirectory(at('data'), at('a.gz'), quiet)
      expect(contents(at('data/files'))).toEqual(before)
      const restored = await restoreArchive(at('a.gz'), at('restored'))
      expect(restored.content).toBe(exported.content)
      expect(await hashOf(at('data'))).toBe(exported.content)
      expect(await hashOf(at('restored'))).toBe(exported.content)
      await exportDirectory(at('restored'), at('b.gz'), quiet)
      expect(readFileSync(at('b.gz')).equals(readFileSync(at('a.gz')))).toBe(true)
      expect(await seen(at('restored'))).toEqual(await seen(at('data')))
    },
  )
})

describe('the content hash', () => {
  const DOCUMENTS = [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
    { _id: 3, n: 3 },
  ]
  const filled = async (
    documents: Document[],
    more: (data: ReturnType<typeof openData>) => Promise<unknown> = async () => undefined,
  ) => {
    const data = temporaryFolder()
    const opened = openData(data)
    await opened.store.createCollection('c')
    for (const document of documents) await opened.put('c', document)
    await opened.upload('f', 'bytes')
    await more(opened)
    await opened.store.close()
    return hashOf(data)
  }

  it('does not depend on the order of insertion, versions, compaction, keys, the clock or empty collections', async () => {
    const wanted = await filled(DOCUMENTS)
    expect(await filled([...DOCUMENTS].reverse())).toBe(wanted)
    expect(await filled([{ _id: 'a', n: 0 }, ...DOCUMENTS])).toBe(wanted)
    expect(await filled(DOCUMENTS, ({ store }) => store.compact())).toBe(wanted)
    expect(await filled(DOCUMENTS, ({ store }) => store.createCollection('d'))).toBe(wanted)
    expect(await filled(DOCUMENTS, ({ upload }) => upload('f', 'bytes'))).toBe(wanted)
    const withClock = ({ store }: ReturnType<typeof openData>) =>
      putInternal(store, 'settings', { _id: 'clock', at: 5 })
    expect(await filled(DOCUMENTS, withClock)).toBe(wanted)
  })

  it('differs when a document, its id, its place or a file differs', async () => {
    const hashes = [
      await filled(DOCUMENTS),
      await filled(DOCUMENTS.slice(1)),
      await filled([...DOCUMENTS.slice(0, 2), { _id: '3', n: 3 }]),
      await filled([{ n: 1, _id: 'a' }, ...DOCUMENTS.slice(1)]),
      await filled(DOCUMENTS, ({ upload }) => upload('f', 'bytez')),
      await filled(DOCUMENTS, ({ upload }) => upload('f', 'bytes', 'text/html')),
      await filled(DOCUMENTS, ({ upload }) => upload('g', 'bytes')),
      await filled(DOCUMENTS, ({ store }) => putInternal(store, 'persons', { _id: 'o' })),
    ]
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

describe('the archive of a running store', () => {
  it('is of one instant, whatever is written while it is made, and lets go afterwards', async () => {
    const data = temporaryFolder()
    const { store, files, put, upload } = openData(data)
    await store.createCollection('c')
    await put('c', { _id: 'a', n: 1 }, { _id: 'b', n: 1 })
    await upload('kept', 'old')
    await upload('moved', 'old too')
    const clock = new SettableClock()
    const before = await hashContent(pinContent(store, files, clock).content, never)
    const { content, release } = pinContent(store, files, clock)
    await put('c', { _id: 'a', n: 2 }, { _id: 'new', n: 2 })
    await store.write((transaction) => store.put(transaction, store.collection('c'), 'b', null))
    await store.createCollection('later')
    await upload('kept', 'new')
    await files.move(files.find('moved')!, 'elsewhere')
    await files.remove('elsewhere')
    const summary: unknown[] = []
    const bytes = await joined(archiveBytes(content, (end) => summary.push(end)))
    expect(summary).toMatchObject([{ content: before.content, documents: 2, files: 2 }])
    expect(unpacked(bytes)).toContain('["document",{"_id":"b","n":1}]')
    expect(String(gunzipSync(bytes))).toMatch(/\["packed","[0-9a-f]{64}"\]\n$/)
    expect(unpacked(bytes)).not.toMatch(/later|new/)
    await release()
    await store.close()
  })

  it('takes nothing of a media check that could open a file', async () => {
    const data = temporaryFolder()
    const { store, files } = openData(data)
    const url = 'http://name:word@127.0.0.1:1/files/a.png?sign=abc&t=1#risky#'
    await putInternal(store, 'mediaChecks', { _id: 't', traceId: 't', openid: 'o', url, dueAt: 1 })
    const { content } = pinContent(store, files, new SettableClock())
    const text = unpacked(await joined(archiveBytes(content, quiet)))
    expect(text).toContain('"url":"http://127.0.0.1:1/files/a.png#risky#"')
    expect(text).not.toMatch(/sign|abc|word@/)
    await store.close()
  })
})

it('what nobody has said to be harmless is left out and named', async () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  const { store } = openData(data)
  await putInternal(store, 'sessions', { _id: 'secret1', openid: 'oPerson', at: 1 })
  await putInternal(store, 'tokens', { _id: 'secret2' })
  await putInternal(store, 'settings', { _id: 'secret3' }, { _id: 'clock', at: 1 })
  await store.close()
  const { leftOut } = await exportDirectory(data, join(folder, 'a.gz'), quiet)
  expect(leftOut).toEqual(['_local_tokens', '_local_settings/secret3'])
  const text = unpacked(readFileSync(join(folder, 'a.gz')))
  expect(text).not.toContain('secret')
  expect(text).toContain('oPerson')
  await restoreArchive(join(folder, 'a.gz'), join(folder, 'restored'))
  const { store: restored } = openData(join(folder, 'restored'))
  const knows = knownPersons(restored, new Map())
  expect([knows('oPerson'), knows('oNobody')]).toEqual([true, false])
  expect(restored.internal('sessions').records.size).toBe(0)
  await restored.close()
})

it('an interrupted restore or export leaves nothing', async () => {
  const folder = temporaryFolder()
  await fill(join(folder, 'data'), random(1))
  const stopped = AbortSignal.abort(new Error('interrupted'))
  const exporting = exportDirectory(join(folder, 'data'), join(folder, 'a.gz'), quiet, stopped)
  await expect(exporting).rejects.toThrow('interrupted')
  expect(readdirSync(folder)).toEqual(['data'])
  await exportDirectory(join(folder, 'data'), join(folder, 'a.gz'), quiet)
  const restoring = restoreArchive(join(folder, 'a.gz'), join(folder, 'x', 'y'), stopped)
  await expect(restoring).rejects.toThrow('interrupted')
  expect(readdirSync(folder).sort()).toEqual(['a.gz', 'data'])
})

it('an export of a directory whose files are damaged is refused with their names', async () => {
  const folder = temporaryFolder()
  const data = join(folder, 'data')
  const { store, files, upload } = openData(data)
  await upload('报告.txt', 'words')
  const blob = join(data, 'files', files.find('报告.txt')!.blob)
  await store.close()
  writeFileSync(blob, 'other')
  const exporting = () => exportDirectory(data, join(folder, 'a.gz'), quiet)
  await expect(exporting()).rejects.toThrow('报告.txt are not those that were uploaded')
  rmSync(blob)
  await expect(exporting()).rejects.toThrow('the bytes of the file 报告.txt are missing')
  expect(readdirSync(folder)).toEqual(['data'])
})
