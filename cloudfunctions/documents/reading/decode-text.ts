import { ImportRefusal } from './import-refusal'

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  head.every((byte, at) => bytes[at] === byte)

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: every second byte of Latin signs and breaks is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  sample.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even += 1
    else odd += 1
  })
  const enough = sample.length / 40
  if (odd > enough && even === 0) return 'utf-16le'
  return even > enough && odd === 0 ? 'utf-16be' : null
}

/** Control characters other than white space do not occur in a text. */
function looksBinary(text: string): boolean {
  let odd = 0
  const sample = text.slice(0, 20_000)
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) odd += 1
  }
  return odd > sample.length / 200
}

/** A text file in UTF-8, UTF-16 or GB18030 (with or without a byte order mark) as a string. */
export function decodeText(bytes: Uint8Array): string {
  const marked = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : unmarkedUtf16(bytes)
  const text = marked
    ? decode(bytes, marked, false)
    : (decode(bytes, 'utf-8', true) ?? decode(bytes, 'gb18030', true))
  if (text === null || looksBinary(text)) throw new ImportRefusal('IMPORT.UNKNOWN_ENCODING')
  return text
}
