import { createHash } from 'node:crypto'
import { sha256, utf8 } from '@/src/platform/sha256'

const reference = (input: string | Uint8Array) => createHash('sha256').update(input).digest('hex')

describe('sha256', () => {
  // FIPS 180-4 and NIST CAVP example values.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('agrees with the published value (%#)', (text, hash) => {
    expect(sha256(text)).toBe(hash)
  })

  it('agrees with the machine at every length round the block boundaries', () => {
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256)
      expect(sha256(bytes)).toBe(reference(bytes))
    }
  })

  it('reads Chinese and characters outside the base plane as UTF-8', () => {
    const text = '编号 K7M4，𠮷'
    expect(utf8(text)).toEqual(new Uint8Array(Buffer.from(text)))
    expect(sha256(text)).toBe(reference(text))
  })
})
