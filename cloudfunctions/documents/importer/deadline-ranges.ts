import { isoDay, lastDayOf } from './dates'
import type { Sign } from './deadline-signs'

/** 2016—2017年底前, 2021-2025年, 2019年6-12月: one year or month stands for both. */
const yearRange =
  /(?<!\d)(20\d{2})\s*年?\s*(?:-{1,2}|~|至|到)\s*(20\d{2})\s*年(?!\s*\d)\s*(?:年?\s*[底末])?\s*前?/g

const monthRange =
  /(?<!\d)(20\d{2})\s*年\s*(\d{1,2})\s*月?\s*(?:-{1,2}|~|至|到)\s*(\d{1,2})\s*月(?!\s*\d)\s*[底末]?\s*前?/g

export function shortRanges(text: string): Sign[] {
  const signs: Sign[] = []
  const add = (found: RegExpMatchArray, first: string, last: string): void => {
    const start = found.index ?? 0
    const fault = first > last ? 'IMPORT.DATE_ORDER' : null
    signs.push({
      kind: 'range',
      start,
      end: start + found[0].length,
      days: [first, last],
      readings: [],
      reason: null,
      fault,
    })
  }
  for (const found of text.matchAll(yearRange)) {
    add(found, isoDay(Number(found[1]), 1, 1), isoDay(Number(found[2]), 12, 31))
  }
  for (const found of text.matchAll(monthRange)) {
    const [year, from, to] = [Number(found[1]), Number(found[2]), Number(found[3])]
    if (from >= 1 && from <= 12 && to >= 1 && to <= 12)
      add(found, isoDay(year, from, 1), isoDay(year, to, lastDayOf(year, to)))
  }
  return signs
}
