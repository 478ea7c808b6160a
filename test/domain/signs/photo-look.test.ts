import { isSamePhoto, lookOf, type PhotoLook } from '@/domain/signs/photo-look'
import { seeded } from './seeded'

/** Soft light without an edge, another for each seed. */
const pictureOf = (seed: number) => {
  const random = seeded(seed)
  const waves = Array.from(
    { length: 12 },
    () => [random() * 9, random() * 9, random() * 7] as const,
  )
  const [width, height] = [64, 48]
  const light = Float64Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height]
    return 128 + waves.reduce((sum, [u, v, at0]) => sum + 10 * Math.cos(u * x + v * y + at0), 0)
  })
  return { width, height, light }
}
const look = (seed: number): PhotoLook => lookOf(pictureOf(seed))!

/** The whole alone, with so many of its bits turned. */
const wholeTurned = ({ views: [whole = '', ...rest] }: PhotoLook, turned: number) => {
  const digits = [...whole].map((digit) => parseInt(digit, 16))
  for (let bit = 0; bit < turned; bit += 1) digits[bit >> 2]! ^= 1 << (bit & 3)
  return { views: [digits.map((digit) => digit.toString(16)).join(''), ...rest.map(() => '')] }
}

describe('the look of a photo', () => {
  it('has 63 signs of each view: the mean is left out and nothing else', () => {
    const looks = Array.from({ length: 40 }, (_, seed) => look(seed + 1))
    const last = looks.map(({ views }) => parseInt(views[0]!.slice(-1), 16))
    // Of the last digit three bits are signs; the third of them is set in some photos.
    expect(Math.max(...last)).toBeGreaterThanOrEqual(4)
    expect(Math.max(...last)).toBeLessThan(8)
  })

  it('is looked up by keys that another photo hardly ever shares', () => {
    const seen = [look(1), look(2), look(3)].map(({ bands }) => new Set(bands))
    expect([...seen[0]!].filter((key) => seen[1]!.has(key) || seen[2]!.has(key))).toEqual([])
    expect(look(1)).toEqual(look(1))
  })

  it('is the same while at most 8 of the 63 signs differ', () => {
    const one = look(1)
    expect(isSamePhoto(one, wholeTurned(one, 0))).toBe(true)
    const alone = wholeTurned(one, 0)
    expect(isSamePhoto(alone, wholeTurned(one, 8))).toBe(true)
    expect(isSamePhoto(alone, wholeTurned(one, 9))).toBe(false)
    expect(isSamePhoto(look(1), look(2))).toBe(false)
  })
})
