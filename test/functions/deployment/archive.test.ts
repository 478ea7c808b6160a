import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { archiveVersion, ArchiveWriter, checkArchive } from '@/scripts/operator/archive-file'
import { Adder } from '@/scripts/operator/ledger-sums'

const folder = mkdtempSync(path.join(tmpdir(), 'archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const adder = new Adder()
const write = (): Buffer => {
  const file = path.join(folder, 'whole')
  const writer = new ArchiveWriter(file)
  writer.header({
    zhenggaitong: 'backup',
    version: archiveVersion,
    fingerprint: 'of-a-key',
    isPointInTime: true,
  })
  // Signs that some readers take for the end of a line, as a text pasted from a document has them.
  const doc = { _id: 'one', text: '第一行\u2028第二行\u2029第三行\u0085\r' }
  adder.doc('tasks', doc)
  writer.entry({ collection: 'tasks', doc })
  const bytes = Buffer.from([0, 255, 10, 13])
  adder.file('evidence/a.jpg', bytes)
  writer.entry({ path: 'evidence/a.jpg', bytes: bytes.toString('base64') })
  writer.finish(adder.sums())
  return readFileSync(file)
}
const whole = write()

/** The code with which these bytes are refused; null when they are taken. */
const codeOf = async (bytes: Uint8Array): Promise<string | null> => {
  const file = path.join(folder, 'tried')
  writeFileSync(file, bytes)
  return checkArchive(file).then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  )
}

it('an archive is taken as it was written, whatever signs its texts hold', async () => {
  const { sums } = await checkArchive(path.join(folder, 'whole'))
  expect(sums).toEqual(adder.sums())
})

it('is refused with one byte changed, wherever it stands', async () => {
  const taken: number[] = []
  for (let at = 0; at < whole.length; at += 1) {
    const bytes = Buffer.from(whole)
    // The end of a line for another one, a letter for its neighbour.
    bytes[at] = bytes[at] === 10 ? 13 : bytes[at]! ^ 1
    if (!/^ARCHIVE\./.test((await codeOf(bytes)) ?? '')) taken.push(at)
  }
  expect(taken).toEqual([])
})

it('is refused as cut short wherever it ends, and as none where not even its first line is whole', async () => {
  const headed = whole.indexOf(10)
  const lengths = Array.from({ length: whole.length }, (_, length) => length)
  for (const length of lengths.filter((it) => it < 600 || it % 50 === 0 || it > whole.length - 50))
    expect([length, await codeOf(whole.subarray(0, length))]).toEqual([
      length,
      length < headed ? 'ARCHIVE.FORM' : 'ARCHIVE.CUT',
    ])
})

it('is refused before anything is written when it names what this version does not have', async () => {
  const file = path.join(folder, 'foreign')
  const text = whole.toString('utf8').replace('"collection":"tasks"', '"collection":"others"')
  writeFileSync(file, text)
  expect(await codeOf(Buffer.from(text))).toBe('ARCHIVE.CHANGED')
  expect(await codeOf(Buffer.from(text.replace('"version":1', '"version":2')))).toBe(
    'ARCHIVE.VERSION',
  )
})
