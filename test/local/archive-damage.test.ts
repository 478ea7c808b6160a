import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { BadArchive, SEAL_LENGTH } from '@/local/archive/archive-format'
import { exportDirectory } from '@/local/archive/export-directory'
import { readArchive } from '@/local/archive/read-archive'
import { restoreArchive } from '@/local/archive/restore-archive'
import { openData, packed, sealed, unpacked, withoutSeal } from './support/archive'
import { temporaryFolder } from './support/cloud'

const CUT = 'it does not end as an archive does'
const folder = temporaryFolder()
const archive = join(folder, 'archive.gz')
let good: Buffer

beforeAll(async () => {
  const data = temporaryFolder()
  const { store, put, upload } = openData(data)
  await store.createCollection('c')
  await store.createCollection('d')
  await put('c', { _id: 'a', at: new Date(5) }, { _id: 'b', text: '行'.repeat(50) })
  await upload('a/b.txt', 'hello')
  await upload('big.bin', Buffer.alloc(120_000, 'ab'))
  await store.close()
  await exportDirectory(data, archive, () => undefined)
  good = readFileSync(archive)
})

/** Every name below a folder, and what the files hold. */
const tree = (root: string): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(root, { recursive: true, withFileTypes: true }) ?? []).map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path, entry.isFile() ? readFileSync(path, 'base64') : '']
    }),
  )

async function check(bytes: Buffer): Promise<void> {
  writeFileSync(join(folder, 'damaged.gz'), bytes)
  for await (const part of readArchive(join(folder, 'damaged.gz'))) void part
}

/** Why an archive is refused; nothing may be left of the attempt. */
async function refusalOf(bytes: Buffer): Promise<string> {
  const place = temporaryFolder()
  writeFileSync(join(place, 'damaged.gz'), bytes)
  mkdirSync(join(place, 'empty'))
  const before = tree(place)
  let message = ''
  for (const target of [join(place, 'empty'), join(place, 'made', 'on', 'the', 'way')]) {
    const error = await restoreArchive(join(place, 'damaged.gz'), target).catch((e: Error) => e)
    expect(error).toBeInstanceOf(BadArchive)
    expect(tree(place)).toEqual(before)
    message = (error as Error).message
  }
  return message
}

const changed = (at: number, by: number) => {
  const bytes = Buffer.from(good)
  bytes[at]! ^= by
  return bytes
}

const lines = () => unpacked(good).trimEnd().split('\n')
/** The archive with its lines changed and packed anew, so that only its own checks can notice. */
const repacked = (change: (lines: string[]) => string[]) =>
  packed(`${change(lines()).join('\n')}\n`)

describe('a damaged archive', () => {
  it('is refused for a change of any byte', async () => {
    await check(good)
    const passed: number[] = []
    for (let at = 0; at < good.length; at++)
      await check(changed(at, 1)).then(
        () => passed.push(at),
        (error: unknown) => expect(error).toBeInstanceOf(BadArchive),
      )
    expect({ passed, length: good.length }).toEqual({ passed: [], length: good.length })
  })

  it('is refused for a change at several places, and nothing is left', async () => {
    const places = [0, 1, 3, 5, 9, 10, good.length - 8, good.length - 1]
    for (let at = 20; at < good.length - 8; at += Math.ceil(good.length / 25)) places.push(at)
    for (const at of places) expect(await refusalOf(changed(at, 0x41))).not.toBe('')
  })

  it('is refused when it is cut at any length', async () => {
    for (let length = 0; length < good.length; length++)
      await expect(check(good.subarray(0, length))).rejects.toBeInstanceOf(BadArchive)
  })

  it.each([
    ['nothing of it', 0, 'it is empty'],
    ['its first bytes', 6, CUT],
    ['its head', 10, CUT],
    ['its half', 500, CUT],
    ['all but the last byte', -1, CUT],
  ])('of which there is %s is refused, and nothing is left', async (_name, length, message) => {
    expect(await refusalOf(good.subarray(0, length))).toContain(message)
  })

  it.each<[string, () => Buffer, RegExp]>([
    ['text', () => Buffer.from('words that are no archive'), /^it is not gzip/],
    ['another gzip file', () => gzipSync('words'), /another program has packed it$/],
    [
      'another gzip file like ours',
      () => packed('words\n'),
      /^it is no archive of the local cloud/,
    ],
    ['an empty gzip file', () => packed(''), /^it ends too early/],
    ['packed by another program', () => gzipSync(unpacked(good)), /another program has packed it$/],
    [
      'with zeros behind',
      () => Buffer.concat([good, Buffer.alloc(9)]),
      /something stands behind it$/,
    ],
    [
      'with words behind',
      () => Buffer.concat([good, Buffer.from('x')]),
      /something stands behind it$/,
    ],
    ['twice in a row', () => Buffer.concat([good, good]), /goes on behind its end/],
    ['twice in a row, sealed anew', () => sealed(Buffer.concat([good, good])), /behind its end/],
    [
      'cut and sealed anew',
      () => sealed(good.subarray(0, 500)),
      /^it is damaged \(unexpected end of file\)/,
    ],
    [
      'of another seal',
      () => Buffer.concat([withoutSeal(good), packed('').subarray(-SEAL_LENGTH)]),
      /^it is damaged \(wrong checksum\)/,
    ],
    [
      'of another version',
      () => repacked(([head, ...rest]) => [head!.replace('"version":1', '"version":2'), ...rest]),
      /^it is of version 2, and this program reads version 1/,
    ],
    ['without its end', () => repacked((all) => all.slice(0, -1)), /^it ends too early/],
    [
      'without a document',
      () => repacked((all) => all.filter((line) => !line.includes('"_id":"a"'))),
      /^the collection c is not as it was written/,
    ],
    [
      'with another document',
      () => repacked((all) => all.map((line) => line.replace('"_id":"a"', '"_id":"x"'))),
      /^the collection c is not as it was written/,
    ],
    [
      'without an empty collection',
      () =>
        repacked((all) => {
          const at = all.indexOf('["collection","d"]')
          return [...all.slice(0, at), ...all.slice(at + 2)]
        }),
      /^it does not hold what its end says/,
    ],
    [
      'with other bytes in a file',
      () => repacked((all) => all.map((line) => line.replace('aGVsbG8=', 'aGVsbG4='))),
      /^the file a\/b.txt is not as it was written/,
    ],
    [
      'with another type of a file',
      () => repacked((all) => all.map((line) => line.replace('text/plain', 'text/html'))),
      /^it does not hold what its end says/,
    ],
    [
      'with another clock',
      () => repacked(([head, ...rest]) => [head!.replace('"at":null', '"at":5'), ...rest]),
      /^it does not hold what its end says/,
    ],
  ])('%s is refused, and nothing is left', async (_name, bytes, message) => {
    expect(await refusalOf(bytes())).toMatch(message)
  })
})

describe('an archive made by somebody else', () => {
  const HEAD = JSON.stringify([
    'archive',
    { format: 'cloudbase-local archive', version: 1, clock: { at: null, lastCommitAt: 0 } },
  ])
  const file = (path: unknown) =>
    JSON.stringify(['file', { path, contentType: 'a/b', size: 0, md5: '', uploadedAt: 0 }])
  const made = (...parts: string[]) => packed(`${[HEAD, ...parts].join('\n')}\n`)

  it.each([
    '../../outside',
    'a/../../outside',
    '/etc/outside',
    './a',
    'a//b',
    '',
    'a\u0000b',
    'x'.repeat(851),
    7,
  ])('is refused when it names a file %j', async (path) => {
    expect(await refusalOf(made(file(path)))).toBe(
      `no file may have the path ${JSON.stringify(path)}`,
    )
  })

  it.each<[string, string[], string]>([
    ['sessions', ['["collection","_local_sessions"]'], 'holds the collection _local_sessions'],
    ['records of files', ['["collection","_local_files"]'], 'holds the collection _local_files'],
    ['an unknown collection', ['["collection","_local_x"]'], 'holds the collection _local_x'],
    [
      'settings of its own',
      ['["collection","_local_settings"]', '["document",{"_id":"clock","at":1}]'],
      'the collection _local_settings holds what no archive may hold',
    ],
    [
      'a link that is signed',
      ['["collection","_local_mediaChecks"]', '["document",{"_id":"t","url":"http://a/b?sign=c"}]'],
      'the collection _local_mediaChecks holds what no archive may hold',
    ],
    [
      'a document twice',
      ['["collection","c"]', '["document",{"_id":1}]', '["document",{"_id":1}]'],
      'the collection c holds 1 twice',
    ],
    ['no document', ['["collection","c"]', '["document",[1]]'], 'something that is no document'],
    [
      'collections out of order',
      [
        '["collection","c"]',
        '["sum","e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]',
        '["collection","b"]',
      ],
      'the collection b stands in the wrong place',
    ],
    ['lines of its own', ['["words","x"]'], 'it holds a line of another kind: words'],
    ['no JSON', ['words'], 'it is no archive of the local cloud'],
    [
      'a prototype',
      ['["collection","c"]', '["document",{"_id":1,"__proto__":{"x":1}}]'],
      'it is no archive of the local cloud',
    ],
  ])('is refused when it holds %s', async (_name, parts, message) => {
    expect(await refusalOf(made(...parts))).toContain(message)
  })
})
