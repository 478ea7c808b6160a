import { existsSync, openSync, closeSync, fstatSync, readFileSync, readSync } from 'node:fs'
import { crc32 } from 'node:zlib'

export class DamagedLog extends Error {}

const NEWLINE = 10
const CHUNK = 4 * 1024 * 1024

function checkedJson(line: Buffer): string | null {
  if (line.length < 10 || line[8] !== 32) return null
  const body = line.subarray(9)
  if (line.toString('latin1', 0, 8) !== crc32(body).toString(16).padStart(8, '0')) return null
  return body.toString('utf8')
}

/** Length of the log known to be on disk, 0 when unknown. */
export function readSyncedLength(file: string): number {
  if (!existsSync(file)) return 0
  const length = Number(readFileSync(file, 'latin1').trim())
  return Number.isSafeInteger(length) && length > 0 ? length : 0
}

export interface LogReading {
  /** Length of the good part; a torn tail beyond it is to be cut. */
  length: number
  /** Bytes beyond the good part. */
  torn: number
}

/**
 * Hands each commit of the log to `apply`, in order.
 * A bad line beyond `synced` is the tail of a write nobody was told about: it ends the reading.
 * @throws DamagedLog with the offset when a line below `synced` is bad or the file is shorter than that
 */
export function readLog(file: string, synced: number, apply: (json: string) => void): LogReading {
  if (!existsSync(file)) {
    if (synced > 0)
      throw new DamagedLog(`${file} is missing, but ${synced} bytes of it were on disk`)
    return { length: 0, torn: 0 }
  }
  const fd = openSync(file, 'r')
  try {
    const size = fstatSync(fd).size
    if (size < synced)
      throw new DamagedLog(`${file} ends at offset ${size}, but ${synced} bytes were on disk`)
    let good = 0
    let rest: Buffer = Buffer.alloc(0)
    let read = 0
    while (read < size) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK, size - read))
      read += readSync(fd, chunk, 0, chunk.length, read)
      const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
      let start = 0
      for (let end = data.indexOf(NEWLINE, start); end !== -1; end = data.indexOf(NEWLINE, start)) {
        const json = checkedJson(data.subarray(start, end))
        if (json === null) return endAt(file, good, size, synced)
        apply(json)
        good += end - start + 1
        start = end + 1
      }
      rest = data.subarray(start)
    }
    return good === size ? { length: size, torn: 0 } : endAt(file, good, size, synced)
  } finally {
    closeSync(fd)
  }
}

function endAt(file: string, good: number, size: number, synced: number): LogReading {
  if (good < synced)
    throw new DamagedLog(`${file} is damaged at offset ${good}; ${synced} bytes of it were on disk`)
  return { length: good, torn: size - good }
}
