import taro from './fake-taro'
import {
  hashLookupCode,
  newKey,
  newLookupCode,
  plainLookupCode,
  spacedLookupCode,
} from '@/src/platform/key'
import { sha256 } from '@/src/platform/sha256'

jest.mock('@tarojs/taro', () => jest.requireActual<typeof import('./fake-taro')>('./fake-taro'))

afterEach(() => jest.restoreAllMocks())

describe('a lookup code', () => {
  it('has twelve characters that cannot be taken for one another', async () => {
    for (let i = 0; i < 200; i += 1) {
      const { code } = await newLookupCode()
      expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTUVWXY]{12}$/)
    }
  })

  it('is known to the server by its hash only, however it is typed', async () => {
    const { code, hash } = await newLookupCode()
    expect(hash).toBe(sha256(code))
    expect(hashLookupCode(` ${spacedLookupCode(code).toLowerCase()} `)).toBe(hash)
    expect(plainLookupCode('k7m4-94qx')).toBe('K7M494QX')
  })

  it('takes every letter as often, and throws away the bytes that would favour some', async () => {
    let byte = 0
    const fair = () => byte++ % 250
    jest.spyOn(taro, 'getRandomValues').mockImplementation(async ({ length }) => {
      // 250 to 255 stand for a second try at the first six letters: none may be taken.
      const bytes = Uint8Array.from({ length }, (_, index) =>
        index % 2 ? 250 + (index % 6) : fair(),
      )
      return { randomValues: bytes.buffer }
    })
    const seen = new Map<string, number>()
    for (let i = 0; i < 125; i += 1) {
      for (const letter of (await newLookupCode()).code)
        seen.set(letter, (seen.get(letter) ?? 0) + 1)
    }
    expect([...seen.values()]).toEqual(Array.from({ length: 25 }, () => 60))
  })
})

describe('an idempotency key', () => {
  it('is 128 random bits in hex, new each time', async () => {
    const keys = await Promise.all(Array.from({ length: 100 }, newKey))
    for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(keys).size).toBe(100)
  })
})
