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

/** What Chinese lists are made of: Han characters, their punctuation, ASCII and its wide forms. */
const usual = /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u203f\u2460-\u24ff\t\n\r -~]/g
const mostlyUsual = 0.9

const isUsual = (text: string): boolean =>
  (text.match(usual)?.length ?? 0) >= text.length * mostlyUsual

/** UTF-16 without a mark reads as Chinese one way round; GB18030 does neither way. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096)
  if (bytes.length % 2 !== 0) return null
  const ways = ['utf-16le', 'utf-16be'] as const
  return ways.find((way) => isUsual(decode(sample, way, false) ?? '\0')) ?? null
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
      : null
  const utf8 = marked ? null : decode(bytes, 'utf-8', true)
  // Latin text in UTF-16 is UTF-8 with zeros between.
  const plain = utf8 !== null && !utf8.includes('\0') ? utf8 : null
  const wide = marked ?? (plain === null ? unmarkedUtf16(bytes) : null)
  const text = plain ?? (wide ? decode(bytes, wide, false) : decode(bytes, 'gb18030', true))
  if (text === null || looksBinary(text)) throw new ImportRefusal('IMPORT.UNKNOWN_ENCODING')
  return text
}
