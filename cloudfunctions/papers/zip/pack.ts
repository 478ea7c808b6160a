import { createHash } from 'node:crypto'
import { makeZip, predictLength } from 'client-zip'
import { paperWords as words } from '@/copy/papers/words'
import type { FileRecord } from '../../_stores/file-record-store'

/** One file of the case, as it lies in storage. */
export interface PackedFile {
  readonly no: string
  readonly path: string
  readonly record: FileRecord
}

/** What is made here and stands before the evidence. */
export interface MadeFile {
  readonly path: string
  readonly bytes: Buffer
}

interface Progress {
  /** Numbers of files whose bytes are not what was handed in. */
  readonly differing: string[]
  readonly onBytes: (bytes: number) => Promise<void>
}

type Open = (fileId: string) => Promise<AsyncIterable<Uint8Array> | null>

/** 证据核对: equally long whatever was found, so that the length of the whole is known before. */
const checkedText = (files: readonly PackedFile[], differing: readonly string[]): Buffer =>
  Buffer.from(
    files
      .map(({ no, path, record }) => {
        const said = differing.includes(no) ? words.differs : words.same
        return `${no} ${said} ${record.sha256 ?? ''} ${path}\n`
      })
      .join(''),
  )

/** The bytes as they pass by, counted and compared with what the ledger says of them. */
async function* checked(
  { no, record }: PackedFile,
  open: Open,
  { differing, onBytes }: Progress,
): AsyncGenerator<Uint8Array> {
  const bytes = await open(record.fileId)
  if (!bytes) throw new Error('a file of the case is gone')
  const hash = createHash('sha256')
  let size = 0
  for await (const part of bytes) {
    size += part.byteLength
    hash.update(part)
    await onBytes(part.byteLength)
    yield part
  }
  // The archive says its length beforehand: a shorter or longer file would break all of it.
  if (size !== record.size) throw new Error('a file of the case has another length')
  if (hash.digest('hex') !== record.sha256) differing.push(no)
}

/**
 * One ZIP of all of it, made while it is read: no file is held in memory, none is compressed
 * (photos and office files are already).
 */
export const pack = (
  made: readonly MadeFile[],
  files: readonly PackedFile[],
  open: Open,
  progress: Progress,
): { readonly size: number; readonly bytes: ReadableStream<Uint8Array> } => {
  const lastModified = Math.max(0, ...files.map(({ record }) => record.at))
  const size = predictLength([
    ...made.map(({ path, bytes }) => ({ name: path, size: bytes.length })),
    ...files.map(({ path, record }) => ({ name: path, size: record.size })),
    { name: words.files.checked, size: checkedText(files, []).length },
  ])
  async function* entries() {
    for (const { path, bytes } of made) yield { name: path, input: bytes, lastModified }
    for (const file of files)
      yield {
        name: file.path,
        input: checked(file, open, progress),
        lastModified: file.record.at,
      }
    const input = checkedText(files, progress.differing)
    yield { name: words.files.checked, input, lastModified }
  }
  return { size: Number(size), bytes: makeZip(entries()) }
}
