import type { IsoDay } from '../calendar/day'

/** Without 0 O 1 I L and other look-alikes: numbers are read out on the telephone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 3

/**
 * A report's number, `2019-1118-4KQ`: its last part is random, so that nobody can count the
 * reports from theirs.
 *
 * @param random hex digits, at least 12, that nobody can guess
 */
export const reportNumber = (today: IsoDay, random: string): string => {
  const [year = '', month = '', day = ''] = today.split('-')
  const letters = Array.from({ length }, (_, index) => {
    const value = Number.parseInt(random.slice(index * 4, index * 4 + 4), 16)
    return alphabet[value % alphabet.length] ?? ''
  })
  return `${year}-${month}${day}-${letters.join('')}`
}
