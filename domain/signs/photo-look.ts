import { type Frame, type GrayPicture, lightIn, sumsOf } from './light-sums'

/**
 * What a photo looks like, so that the same one is known again when it was saved anew, made
 * smaller, cut at the edges or written on: the DCT hash (pHash: signs of the 63 lowest
 * frequencies of a 32 × 32 picture) of the whole and of what is left when some is cut off.
 */
export interface PhotoLook {
  /** 16 hexadecimal digits for each of `frames`, in their order; empty where nothing is to be seen. */
  readonly views: readonly string[]
  /** Short keys of the views, to be looked up: who shares none does not look alike. */
  readonly bands: readonly string[]
}

const side = 32
const lowest = 8
const bits = lowest * lowest - 1

/** Cut off at either end. Up to a tenth is cut off a photo: what lies between differs little. [D] */
const cuts = [
  [0, 0],
  [0.08, 0],
  [0, 0.08],
  [0.04, 0.04],
] as const
/** Words are written along an edge: the rest is as it was. */
const strip = 0.25

const cutFrames: readonly Frame[] = cuts.flatMap(([left, right]) =>
  cuts.map(([top, bottom]) => ({ left, right, top, bottom })),
)
const whole = 0
const aboveStrip = cutFrames.length
const belowStrip = aboveStrip + 1
const frames: readonly Frame[] = [
  ...cutFrames,
  { left: 0, right: 0, top: 0, bottom: strip },
  { left: 0, right: 0, top: strip, bottom: 0 },
]

/** A wall, fog, a lens cap: standard deviation of the light, of 255, that is none. [D] */
const fewestContrast = 6

const cosines = Array.from({ length: lowest }, (_, wave) =>
  Array.from({ length: side }, (_each, at) => Math.cos((Math.PI * wave * (at + 0.5)) / side)),
)

const isBlank = (light: Float64Array): boolean => {
  const mean = light.reduce((sum, each) => sum + each, 0) / light.length
  const spread = light.reduce((sum, each) => sum + (each - mean) ** 2, 0) / light.length
  return Math.sqrt(spread) < fewestContrast
}

/** How much of a wave is in a row of values that begins at `from`, each `step` behind the last. */
const shareOf = (wave: readonly number[], of: ArrayLike<number>, from: number, step: number) => {
  let sum = 0
  for (let at = 0; at < side; at += 1) sum += wave[at]! * of[from + at * step]!
  return sum
}

/** Signs of the lowest frequencies, the mean left out. */
const signsOf = (light: Float64Array): boolean[] => {
  const across = Array.from({ length: side * lowest }, (_, at) =>
    shareOf(cosines[at % lowest]!, light, Math.floor(at / lowest) * side, 1),
  )
  const waves = cosines.flatMap((wave) => cosines.map((_, at) => shareOf(wave, across, at, lowest)))
  return waves.slice(1).map((wave) => wave > 0)
}

/**
 * So many bits are equal by chance in hardly two of 100,000 photos, so that what is read of them
 * does not grow with the ledger; six keys find what differs in a few bits. [D]
 */
const bandBits = 32
/** Each walks through the bits in another order: none has a divisor in common with 63. */
const strides = [1, 2, 4, 5, 8, 10] as const

/** Whole and cut views are held against each other; those beside the strip only against their like. */
const kindOf = (view: number): number => (view < aboveStrip ? 0 : view - aboveStrip + 1)

const bandsOf = (signs: readonly boolean[], view: number): string[] =>
  strides.map((stride, band) => {
    let key = kindOf(view) * strides.length + band
    for (let step = 0; step < bandBits; step += 1)
      key = key * 2 + Number(signs[(band + step * stride) % bits])
    return key.toString(36)
  })

const hexOf = (signs: readonly boolean[]): string =>
  Array.from({ length: (bits + 1) / 4 }, (_, at) =>
    signs
      .slice(at * 4, at * 4 + 4)
      .reduce((digit, sign, place) => digit + (sign ? 1 << place : 0), 0)
      .toString(16),
  ).join('')

/** @returns null where there is nothing to go by: 无法判断 */
export const lookOf = (picture: GrayPicture): PhotoLook | null => {
  if (Math.min(picture.width, picture.height) < side) return null
  const sums = sumsOf(picture)
  const seen = frames.map((frame) => {
    const light = lightIn(sums, frame, side)
    return isBlank(light) ? null : signsOf(light)
  })
  if (!seen[whole]) return null
  return {
    views: seen.map((signs) => (signs ? hexOf(signs) : '')),
    bands: [...new Set(seen.flatMap((signs, view) => (signs ? bandsOf(signs, view) : [])))],
  }
}

const differing = (left: string, right: string): number => {
  let count = 0
  for (let at = 0; at < left.length; at += 1) {
    let bitsOf = parseInt(left[at]!, 16) ^ parseInt(right[at]!, 16)
    for (; bitsOf > 0; bitsOf >>= 1) count += bitsOf & 1
  }
  return count
}

/** So many of 63 bits differ at most in the same photo. [D] */
const mostDiffering = 8

/** Whether one photo is the other, at most saved anew, smaller, cut by a tenth or written on. */
export const isSamePhoto = (
  { views: one }: Pick<PhotoLook, 'views'>,
  { views: other }: Pick<PhotoLook, 'views'>,
): boolean => {
  const pairs = [
    ...cutFrames.flatMap((_, view) => [
      [one[whole], other[view]],
      [one[view], other[whole]],
    ]),
    [one[aboveStrip], other[aboveStrip]],
    [one[belowStrip], other[belowStrip]],
  ]
  return pairs.some(([left, right]) => left && right && differing(left, right) <= mostDiffering)
}
