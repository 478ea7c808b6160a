import { open, rename, rm } from 'node:fs/promises'
import { encodeEjson } from '../../ground/encode-ejson'
import type { Collection } from '../collection'
import { dataFiles, syncDirectory } from './data-files'
import type { DiskHooks } from './disk-hooks'
import { writeFully } from './log-file'
import { formatLine } from './log-line'
import type { SnapshotEnd, SnapshotStart } from './snapshot-format'
import { versionAt } from '../transaction/versioned-record'

/** The state to be written. Its versions must be pinned until the writing has settled. */
export interface SnapshotState extends Omit<SnapshotStart, 'snapshot'> {
  collections: readonly Collection[]
}

/** Characters of documents in one line, and of lines in one write: requests are served in between. */
const LINE = 16 * 1024
const WRITE = 64 * 1024
/** Bytes between two syncs: commits would wait long behind one sync of everything. */
const SYNC = 4 * 1024 * 1024

function* documentLines(
  { collections, sequence }: SnapshotState,
  counted: { documents: number },
): Generator<string> {
  for (const collection of collections) {
    const name = JSON.stringify(collection.name)
    let texts: string[] = []
    let length = 0
    // A collection without documents gets a line too, or it would be forgotten.
    let lines = 0
    const line = () => {
      const json = `[${name},[${texts.join(',')}]]`
      texts = []
      length = 0
      lines += 1
      return formatLine(json)
    }
    for (const record of collection.records.values()) {
      const document = versionAt(record, sequence)?.document
      if (!document) continue
      const text = encodeEjson(document)
      texts.push(text)
      counted.documents += 1
      length += text.length
      if (length >= LINE) yield line()
    }
    if (texts.length > 0 || lines === 0) yield line()
  }
}

function* snapshotLines(state: SnapshotState): Generator<string> {
  const { sequence, at, firstLog } = state
  const start: SnapshotStart = { snapshot: 1, sequence, at, firstLog }
  yield formatLine(JSON.stringify(start))
  const counted = { documents: 0 }
  yield* documentLines(state, counted)
  const end: SnapshotEnd = { end: 1, documents: counted.documents }
  yield formatLine(JSON.stringify(end))
}

/** Lines put together to blocks of bytes. */
function* blocks(lines: Iterable<string>): Generator<Buffer> {
  let text = ''
  for (const line of lines) {
    text += line
    if (text.length < WRITE) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text) yield Buffer.from(text)
}

/**
 * Writes the state beside the old snapshot and puts it in its place when all of it is on disk: at any
 * moment one of the two is there whole.
 * @returns its size in bytes
 * @throws what the disk said; the old snapshot is untouched then
 */
export async function writeSnapshot(
  directory: string,
  state: SnapshotState,
  disk: DiskHooks | undefined,
): Promise<number> {
  const files = dataFiles(directory)
  let size = 0
  let synced = 0
  try {
    const file = await open(files.nextSnapshot, 'w')
    try {
      for (const block of blocks(snapshotLines(state))) {
        await disk?.beforeWrite(block.length)
        await writeFully(file.fd, block, size)
        size += block.length
        if (size - synced < SYNC) continue
        await disk?.beforeSync()
        await file.datasync()
        synced = size
      }
      await disk?.beforeSync()
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(files.nextSnapshot, files.snapshot)
  } catch (error) {
    await rm(files.nextSnapshot, { force: true }).catch(() => undefined)
    throw error
  }
  syncDirectory(directory)
  return size
}
