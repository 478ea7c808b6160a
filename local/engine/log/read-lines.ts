import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { readLine } from './log-line'

const NEWLINE = 10
const BUFFER = 1024 * 1024

/**
 * Reads a file line by line.
 * @param onLine gets the JSON of the line, null when it is damaged or has no end, and its offset
 *   in the file; false ends the reading
 * @returns size of the file in bytes
 */
export function readLines(
  file: string,
  onLine: (json: string | null, offset: number) => boolean,
): number {
  const fd = openSync(file, 'r')
  try {
    const { size } = fstatSync(fd)
    // One buffer for the whole file: fresh ones would stay with the process long after the start.
    let bytes = Buffer.allocUnsafe(BUFFER)
    let filled = 0
    let offset = 0
    for (;;) {
      const read = readSync(fd, bytes, filled, bytes.length - filled, offset + filled)
      if (read === 0) break
      const limit = filled + read
      let start = 0
      for (
        let end = bytes.indexOf(NEWLINE, filled);
        end !== -1 && end < limit;
        end = bytes.indexOf(NEWLINE, start)
      ) {
        if (!onLine(readLine(bytes, start, end), offset + start)) return size
        start = end + 1
      }
      bytes.copyWithin(0, start, limit)
      filled = limit - start
      offset += start
      if (filled === bytes.length) {
        const larger = Buffer.allocUnsafe(bytes.length * 2)
        bytes.copy(larger)
        bytes = larger
      }
    }
    if (filled > 0) onLine(null, offset)
    return size
  } finally {
    closeSync(fd)
  }
}
