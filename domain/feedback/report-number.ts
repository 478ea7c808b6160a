import type { IsoDay } from '../calendar/day'

/** Without 0 O 1 I L and other look-alikes: numbers are read out on the telephone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** 29,791 numbers a day of three letters, 923,521 of four, 28 million of five. */
const lengths = [3, 4, 5] as const
/** Drawn of each length: where all of one are taken the day is nearly full of it. */
const drawnOfEach = 4

const lettersOf = (random: string, length: number): string =>
  Array.from({ length }, (_, index) => {
    const value = Number.parseInt(random.slice(index * 4, index * 4 + 4), 16)
    return alphabet[value % alphabet.length] ?? ''
  }).join('')

/**
 * Numbers for a report, `2019-1118-4KQ`, the first free one is its own: the last part is random, so
 * that nobody can count the reports from theirs, and grows a letter when its day fills.
 *
 * @param random hex digits, at least 20, that nobody can guess, others for each label
 */
export const reportNumbers = (today: IsoDay, random: (label: string) => string): string[] => {
  const [year = '', month = '', day = ''] = today.split('-')
  return lengths.flatMap((length) =>
    Array.from({ length: drawnOfEach }, (_, index) => {
      const letters = lettersOf(random(`${length} ${index}`), length)
      return `${year}-${month}${day}-${letters}`
    }),
  )
}
