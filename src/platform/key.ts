import Taro from '@tarojs/taro'
import { sha256 } from './sha256'

/** No 0 O, 1 I L, 2 Z, 5 S, 8 B: the code is read aloud and copied by hand. */
const codeLetters = '34679ACDEFGHJKMNPQRTUVWXY'
const codeLength = 12
/** Codes given out before they were made longer still open their reports. */
const codeLengths: readonly number[] = [8, codeLength]

/** Random bytes of the platform's generator; WeChat's is asynchronous. */
async function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') return crypto.getRandomValues(new Uint8Array(length))
  const { randomValues } = await Taro.getRandomValues({ length })
  return new Uint8Array(randomValues)
}

/** Idempotency key: 128 random bits in hex, made once per intention. */
export async function newKey(): Promise<string> {
  const bytes = await randomBytes(16)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * A report's lookup code. The phone shows and keeps it; only `hash` goes to the server.
 * Bytes that would favour the first letters are thrown away, so that each letter is as likely.
 */
export async function newLookupCode(): Promise<{ code: string; hash: string }> {
  const fair = Math.floor(256 / codeLetters.length) * codeLetters.length
  let code = ''
  while (code.length < codeLength) {
    const bytes = await randomBytes(codeLength * 2)
    for (const byte of bytes) {
      if (byte < fair && code.length < codeLength) code += codeLetters[byte % codeLetters.length]
    }
  }
  return { code, hash: hashLookupCode(code) }
}

/** What the server knows of a code, however it was typed: spaces and case do not matter. */
export const hashLookupCode = (typed: string) => sha256(plainLookupCode(typed))

export const plainLookupCode = (typed: string) => typed.replace(/[\s-]/g, '').toUpperCase()

export const isLookupCode = (typed: string) => codeLengths.includes(plainLookupCode(typed).length)

/** K7M2 94QX ACDF: read four letters at a time. */
export const spacedLookupCode = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ')
