import { requestFailed } from '../../ground/cloud-error'

/** Rounds the bounds of automatic buckets to preferred numbers, always away from the value itself. */
export interface Granularity {
  up: (value: number) => number
  down: (value: number) => number
}

const list = (text: string) => text.split(' ').map(Number)

const R10 = list('100 125 160 200 250 315 400 500 630 800')
const R20 = [...R10, ...list('112 140 180 224 280 355 450 560 710 900')]
/** As the server has it: without 335. */
const R40 = [
  ...R20,
  ...list('106 118 132 150 170 190 212 236 265 300 375 425 475 530 600 670 750 850 950'),
]
const E24 = list('10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 51 56 62 68 75 82 91')

/** The E series with three digits: 10^(i/n), rounded, except for one value that tradition rounds up. */
const threeDigits = (count: number) =>
  Array.from({ length: count }, (_unused, i) => {
    const value = Math.round(100 * 10 ** (i / count))
    return count === 192 && value === 919 ? 920 : value
  })

/** Renard's R series, the E series of IEC 60063, and 1-2-5. */
const SERIES: Record<string, readonly number[]> = {
  R5: list('10 16 25 40 63'),
  R10,
  R20,
  R40,
  R80: list(
    '103 109 115 122 128 136 145 155 165 175 185 195 206 218 230 243 258 272 290 307 325 345 365 387 412 437 462 487 515 545 575 615 650 690 730 775 825 875 925 975',
  ),
  '1-2-5': list('10 20 50'),
  E6: list('10 15 22 33 47 68'),
  E12: list('10 12 15 18 22 27 33 39 47 56 68 82'),
  E24,
  E48: threeDigits(48),
  E96: threeDigits(96),
  E192: threeDigits(192),
}

function preferredNumbers(unsorted: readonly number[]): Granularity {
  const series = [...unsorted].sort((left, right) => left - right)
  const first = series[0] as number
  const last = series.at(-1) as number
  return {
    up: (value) => {
      if (value === 0 || value === Infinity) return value
      let scale = 1
      while (value >= last * scale) scale *= 10
      while (value < first * scale) {
        const lowest = first * scale
        scale /= 10
        // Between the series of two powers of ten.
        if (value >= last * scale) return lowest
      }
      return (series.find((number) => value < number * scale) ?? last) * scale
    },
    down: (value) => {
      if (value === 0 || value === Infinity) return value
      let scale = 1
      while (value <= first * scale) scale /= 10
      while (value > last * scale) {
        const highest = last * scale
        scale *= 10
        if (value <= first * scale) return highest
      }
      return (series.filter((number) => number * scale < value).at(-1) ?? first) * scale
    },
  }
}

const powersOfTwo: Granularity = {
  up: (value) =>
    value === 0 || value === Infinity ? value : 2 ** (Math.floor(Math.log2(value)) + 1),
  down: (value) =>
    value === 0 || value === Infinity ? value : 2 ** (Math.ceil(Math.log2(value)) - 1),
}

/** @throws CloudError for an unknown name */
export function granularityOf(name: string): Granularity {
  if (name === 'POWERSOF2') return powersOfTwo
  const series = Object.hasOwn(SERIES, name) ? SERIES[name] : undefined
  if (!series) throw requestFailed(`Unknown rounding granularity '${name}'`)
  return preferredNumbers(series)
}
