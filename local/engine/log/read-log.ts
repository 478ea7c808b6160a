import { existsSync } from 'node:fs'
import { readLines } from './read-lines'

/** Stored data is not as it was written. The message names file and offset. */
export class DamagedLog extends Error {}

export interface LogReading {
  /** Length of the good part in bytes; a torn tail beyond it is to be cut. */
  length: number
  /** Bytes beyond the good part. */
  torn: number
}

export interface LogToRead {
  file: string
  /** Length known to be on disk; null when unknown. */
  synced: number | null
  /** Whether writing may have been broken off in it; only the newest log can have a torn tail. */
  last: boolean
}

interface Tail {
  offset: number
  /** Good lines behind the bad one. */
  followed: boolean
  /** A batch began behind the bad line, and each begins only when all before it is on disk. */
  proved: boolean
}

/** A batch of commits that share one sync is marked in its first line: `[sequence, at, operations, 1]`. */
const BATCH_START = ',1]'

/** The commit's JSON as the first line of its batch. */
export const markBatchStart = (json: string) => `${json.slice(0, -1)}${BATCH_START}`

/**
 * Hands each commit of the log to `apply`, in order.
 * A bad line beyond the synced length is the tail of a write nobody was told about: it ends the reading. When
 * the synced length is unknown, only the very last line may be bad.
 * @throws DamagedLog with the offset for any other bad line, or when the file is shorter than it was on disk
 */
export function readLog(
  { file, synced, last }: LogToRead,
  apply: (json: string) => void,
): LogReading {
  if (!existsSync(file)) {
    if (synced !== null && synced > 0)
      throw new DamagedLog(`${file} is missing, but ${synced} bytes of it were on disk`)
    return { length: 0, torn: 0 }
  }
  const found: { tail: Tail | null } = { tail: null }
  const size = readLines(file, (json, offset) => {
    if (json === null) {
      found.tail ??= { offset, followed: false, proved: false }
    } else if (found.tail) {
      found.tail.followed = true
      found.tail.proved ||= json.endsWith(BATCH_START)
    } else {
      try {
        apply(json)
      } catch (error) {
        throw new DamagedLog(`${file} is damaged at offset ${offset}: ${String(error)}`)
      }
    }
    return true
  })
  if (size < (synced ?? 0))
    throw new DamagedLog(`${file} ends at offset ${size}, but ${synced} bytes were on disk`)
  return endAt(file, found.tail, size, { synced, last })
}

function endAt(
  file: string,
  tail: Tail | null,
  size: number,
  { synced, last }: Pick<LogToRead, 'synced' | 'last'>,
): LogReading {
  if (!tail) return { length: size, torn: 0 }
  const place = `${file} is damaged at offset ${tail.offset}`
  if (tail.offset < (synced ?? 0)) throw new DamagedLog(`${place}; ${synced} bytes were on disk`)
  if (!last) throw new DamagedLog(`${place}; a later log shows that it was complete`)
  if (tail.proved) throw new DamagedLog(`${place}; a later write shows that it was on disk`)
  if (tail.followed && synced === null)
    throw new DamagedLog(`${place}, and how much of it was on disk is not known`)
  return { length: tail.offset, torn: size - tail.offset }
}
