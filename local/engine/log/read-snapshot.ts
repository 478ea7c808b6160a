import { existsSync } from 'node:fs'
import type { Document } from '../../ground/document'
import { parseStored } from './log-operations'
import type { LoadedState } from './log-operations'
import { readLines } from './read-lines'
import { DamagedLog } from './read-log'
import type { SnapshotBlock, SnapshotEnd, SnapshotStart } from './snapshot-format'

export interface SnapshotReading {
  /** First log whose commits are not in the snapshot. */
  firstLog: number
  size: number
}

/**
 * Reads a snapshot into `state`.
 * @returns null when there is none
 * @throws DamagedLog with the offset when any of it is not as it was written: it had been on disk whole
 */
export function readSnapshot(file: string, state: LoadedState): SnapshotReading | null {
  if (!existsSync(file)) return null
  let start: SnapshotStart | null = null
  let end: SnapshotEnd | null = null
  let documents = 0
  const take = (value: unknown) => {
    if (end) throw new Error('it goes on behind its end')
    if (!start) {
      start = value as SnapshotStart
      if (start.snapshot !== 1) throw new Error('it does not begin as a snapshot does')
    } else if (Array.isArray(value)) {
      documents += takeBlock(value as SnapshotBlock, state)
    } else {
      end = value as SnapshotEnd
      if (end.documents !== documents)
        throw new Error(`it holds ${documents} documents instead of ${end.documents}`)
    }
  }
  const size = readLines(file, (json, offset) => {
    try {
      if (json === null) throw new Error('the checksum does not fit')
      take(parseStored(json))
    } catch (error) {
      throw new DamagedLog(`${file} is damaged at offset ${offset}: ${(error as Error).message}`)
    }
    return true
  })
  if (!start || !end) throw new DamagedLog(`${file} ends too early, at offset ${size}`)
  const { sequence, at, firstLog } = start as SnapshotStart
  state.sequence = sequence
  state.lastCommitAt = at
  return { firstLog, size }
}

function takeBlock([name, documents]: SnapshotBlock, state: LoadedState): number {
  const collection = state.collection(name)
  for (const document of documents) state.put(collection, document as Document)
  return documents.length
}
