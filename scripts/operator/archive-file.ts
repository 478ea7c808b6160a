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
import { createInterface } from 'node:readline'
import type { Doc } from '@/cloudfunctions/_stores/document'
import { OperatorError } from './operator-error'

/**
 * A backup is one file of lines of JSON: what it is, every document, every file, and at last
 * counts and hashes with the SHA-256 of all lines before. What is sealed stays sealed.
 */
export const archiveVersion = 1

export interface Header {
  readonly zhenggaitong: 'backup'
  readonly version: number
  /** Of the identity key; no other opens what is sealed here. */
  readonly fingerprint: string
  /** False: the service went on meanwhile, so it is no point in time. */
  readonly isPointInTime: boolean
}
/** Number and digest of what is in one collection, or of all files. */
export interface Sum {
  readonly count: number
  readonly sha256: string
}
export type Sums = Readonly<Record<string, Sum>>

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

const linesOf = async function* (file: string): AsyncGenerator<string> {
  const input = createReadStream(file)
  try {
    yield* createInterface({ input, crlfDelay: Infinity })
  } catch (error) {
    throw new OperatorError('ARCHIVE.MISSING', `读不了 ${file}：${(error as Error).message}`)
  }
}

const parsed = (line: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const headerOf = (line: string): Header => {
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

/**
 * Reads the whole archive once, keeping nothing.
 * @throws OperatorError `ARCHIVE.*`: none, of another version, cut short, or changed
 */
export const checkArchive = async (file: string): Promise<{ header: Header; sums: Sums }> => {
  const hash = createHash('sha256')
  let header: Header | null = null
  let last: string | null = null
  for await (const line of linesOf(file)) {
    header ??= headerOf(line)
    if (last !== null) hash.update(`${last}\n`)
    last = line
  }
  const end = last === null ? null : parsed(last)
  if (!header) throw new OperatorError('ARCHIVE.FORM', `${file} 是空的`)
  if (end?.end !== true) throw new OperatorError('ARCHIVE.CUT', '备份不完整，后面缺了一段')
  if (end.sha256 !== hash.digest('hex'))
    throw new OperatorError('ARCHIVE.CHANGED', '备份的内容被改过或已损坏，校验值对不上')
  return { header, sums: end.sums as Sums }
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
