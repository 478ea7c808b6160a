import { createHash, type Hash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import type { Doc } from '@/cloudfunctions/_stores/document'
import { Adder, differences, type Sums } from './ledger-sums'
import { OperatorError } from './operator-error'

/**
 * A backup is one file of lines of JSON: what it is, every document, every file, and at last
 * counts and hashes with the SHA-256 of all lines before. What is sealed stays sealed.
 */
export const archiveVersion = 1

interface Header {
  readonly zhenggaitong: 'backup'
  readonly version: number
  /** Of the identity key; no other opens what is sealed here. */
  readonly fingerprint: string
  /** False: the service went on meanwhile, so it is no point in time. */
  readonly isPointInTime: boolean
}

export type Entry =
  | { readonly collection: string; readonly doc: Doc }
  | { readonly path: string; readonly bytes: string }

const noRoom = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** Writes an archive that is there whole or not at all. */
export class ArchiveWriter {
  private readonly hash: Hash = createHash('sha256')
  private readonly partial: string
  private readonly open: number

  constructor(private readonly file: string) {
    this.partial = `${file}.part`
    this.open = this.trying(() => openSync(this.partial, 'w', 0o600))
  }

  header(header: Header): void {
    this.line(header)
  }

  entry(entry: Entry): void {
    this.line(entry)
  }

  finish(sums: Sums): void {
    this.trying(() => {
      this.put(`${JSON.stringify({ end: true, sums, sha256: this.hash.digest('hex') })}\n`)
      fsyncSync(this.open)
      closeSync(this.open)
      renameSync(this.partial, this.file)
    })
  }

  abandon(): void {
    rmSync(this.partial, { force: true })
  }

  private line(value: unknown): void {
    const text = `${JSON.stringify(value)}\n`
    this.hash.update(text)
    this.trying(() => this.put(text))
  }

  private put(text: string): void {
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length;) at += writeSync(this.open, bytes, at)
  }

  private trying<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code !== undefined && noRoom.includes(code))
        throw new OperatorError('BACKUP.DISK', `磁盘满了，备份没有做成：${message}`)
      throw new OperatorError('BACKUP.FILE', `写不了 ${this.file}：${message}`)
    }
  }
}

const newline = 10

/** Lines with their ends, byte for byte; only the last may have none. */
const linesOf = async function* (file: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      let start = 0
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
        yield Buffer.concat([...parts, chunk.subarray(start, end + 1)])
        parts = []
        start = end + 1
      }
      if (start < chunk.length) parts.push(chunk.subarray(start))
    }
  } catch (error) {
    throw new OperatorError('ARCHIVE.MISSING', `读不了 ${file}：${(error as Error).message}`)
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}

const parsed = (line: Buffer): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const headerOf = (line: Buffer): Header => {
  const header = parsed(line)
  if (header?.zhenggaitong !== 'backup')
    throw new OperatorError('ARCHIVE.FORM', '这不是整改通的备份，或第一行已损坏')
  if (header.version !== archiveVersion)
    throw new OperatorError(
      'ARCHIVE.VERSION',
      `备份的版本是 ${String(header.version)}，这里只读版本 ${archiveVersion}`,
    )
  return header as unknown as Header
}

/** Adds an entry up; what is wrong with it otherwise. */
const faultOfEntry = (adder: Adder, line: Buffer): OperatorError | null => {
  const entry = parsed(line) as Partial<{
    collection: string
    doc: Doc
    path: string
    bytes: string
  }>
  try {
    if (entry?.doc !== undefined) adder.doc(entry.collection!, entry.doc)
    else adder.file(entry.path!, Buffer.from(entry.bytes!, 'base64'))
    return null
  } catch (error) {
    if (error instanceof OperatorError) return error
    return new OperatorError('ARCHIVE.FORM', '备份里有一行既不是文档也不是文件')
  }
}

export interface Checked {
  readonly header: Header
  readonly sums: Sums
}

const changed = () => new OperatorError('ARCHIVE.CHANGED', '备份的内容被改过或已损坏，校验值对不上')

/**
 * Reads the whole archive once, keeping nothing.
 * @throws OperatorError `ARCHIVE.*`: none, of another version, cut short, or changed
 */
export const checkArchive = async (file: string): Promise<Checked> => {
  const hash = createHash('sha256')
  const adder = new Adder()
  let header: Header | null = null
  let fault: OperatorError | null = null
  let last: Buffer | null = null
  for await (const line of linesOf(file)) {
    // The last line is none of the entries: each is taken when another one follows it.
    if (last !== null) {
      if (header !== null) fault ??= faultOfEntry(adder, last)
      header ??= headerOf(last)
      hash.update(last)
    }
    last = line
  }
  if (last === null) throw new OperatorError('ARCHIVE.FORM', `${file} 是空的`)
  if (header === null) headerOf(last)
  const end = last.at(-1) === newline ? parsed(last) : null
  if (header === null || end?.end !== true)
    throw new OperatorError('ARCHIVE.CUT', '备份不完整，后面缺了一段')
  if (end.sha256 !== hash.digest('hex')) throw changed()
  if (fault) throw fault
  // The digest is of the lines before: the sums beside it are held against the entries themselves.
  const sums = (end.sums ?? {}) as Sums
  if (differences(sums, adder.sums()).length > 0) throw changed()
  return { header, sums }
}

/** What is in an archive that was checked, in its order. */
export const entriesOf = async function* (file: string): AsyncGenerator<Entry> {
  let isFirst = true
  for await (const line of linesOf(file)) {
    const value = parsed(line)!
    if (!isFirst && value.end !== true) yield value as unknown as Entry
    isFirst = false
  }
}
