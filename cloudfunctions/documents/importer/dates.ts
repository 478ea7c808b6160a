import type { ImportFaultCode } from './codes'
import { readDigits, readNumeral } from './numerals'

/** A day, month, half or year in print, as first and last day; `readings` when it is not certain. */
export interface PrintedDate {
  start: number
  end: number
  /** ISO first and last day; absent when a person must decide. */
  days: { first: string; last: string } | null
  /** Possible last days when `days` is absent. */
  readings: string[]
  fault: ImportFaultCode | null
  precision: 'day' | 'part' | 'month' | 'year'
  /** Printed with 底 or 末. */
  atEnd: boolean
  /** Month and day without a year. */
  yearless: { month: number; day: number | null; part: Part | null } | null
}

type Part = '上旬' | '中旬' | '下旬' | '初'

const pad = (number: number): string => String(number).padStart(2, '0')
export const isoDay = (year: number, month: number, day: number): string =>
  `${year}-${pad(month)}-${pad(day)}`

export function lastDayOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export const isCalendarDay = (year: number, month: number, day: number): boolean =>
  year >= 1990 &&
  year <= 2099 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= lastDayOf(year, month)

/** Days since 1970-01-01 of an ISO day. */
export const dayNumber = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
export const isoOf = (day: number): string => {
  const date = new Date(day * 86_400_000)
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

const s = '\\s*'
const digitChar = '[零一二三四五六七八九]'
const year = `(?:\\d{4}|${digitChar}{4})`
const small = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
/** Alternatives in order: what is whole comes before what lost a character. */
const pattern = new RegExp(
  [
    `(?<y1>${year})${s}年${s}(?<m1>${small})${s}月${s}(?<d1>${small})${s}[日号]`,
    // 9月12前, 9月12至: 日 lost. 2025年912日: 月 lost.
    `(?<yb1>\\d{4})${s}年${s}(?<mb1>\\d{1,2})${s}月${s}(?<db1>\\d{1,2})(?=${s}(?:前|至|止|[,。;)]|$))`,
    `(?<yb2>\\d{4})${s}年${s}(?<run2>\\d{3,4})${s}日`,
    // 2021年 月底, 2021年6月 日: the number of the month or of the day is lost.
    `(?<yb16>\\d{4})${s}年${s}月${s}(?:(?<db16>\\d{1,2})${s}日|(?<pb16>底|末))?`,
    `(?<yb17>\\d{4})${s}年${s}(?<mb17>\\d{1,2})${s}月${s}日`,
    `(?<y2>${year})${s}年${s}(?<m2>${small})${s}月(?:${s}份)?(?:${s}(?<p2>上旬|中旬|下旬|底|末|初))?`,
    `(?<yb3>\\d{4})${s}年${s}(?<mb3>\\d{1,2})${s}(?=[底末])[底末]`,
    `(?<y3>${year})${s}年${s}(?:年${s})?(?<p3>底|末|上半年|下半年|(?:第)?${s}[一二三四1-4]${s}季度${s}[底末]?|内|初)`,
    `(?<y4>${year})${s}年(?!${s}[以度代])`,
    `(?<![\\d.])(?<y5>(?:19|20)\\d{2})[-./](?<m5>\\d{1,2})(?:[-./](?<d5>\\d{1,2}))?(?![\\d])`,
    `(?<![\\d])(?<y6>20\\d{2})(?<m6>0[1-9]|1[0-2])(?<d6>[0-3]\\d)(?!\\d)`,
    `(?<![\\d])(?<yb7>20\\d{2})(?<mb7>\\d{1,2})${s}月(?:${s}(?<db7>\\d{1,2})${s}日|${s}(?<pb7>底|末))?`,
    `(?<![\\d])(?<yb8>20\\d{2})(?<run8>\\d{2,4})${s}日`,
    `(?<![\\d])(?<yb9>20\\d{2})(?<mb9>\\d{1,2})${s}(?=[底末])[底末]`,
    `(?<![\\d])(?<yb10>20\\d{2})${s}[底末]`,
    `(?<![\\d])(?<yb11>\\d{3}|\\d{5})${s}年(?:${s}(?<mb11>\\d{1,2})${s}月)?(?:${s}(?<db11>\\d{1,2})${s}日)?(?:${s}[底末])?`,
    `(?<![\\d])(?<yy12>[12]\\d)${s}年${s}(?:(?<m12>\\d{1,2})${s}月${s}(?:(?<d12>\\d{1,2})${s}日)?(?:[底末])?|[底末])`,
    `(?<![\\d个])(?<m13>${small})${s}月(?!份?(?:内|以内))${s}(?:(?<d13>${small})${s}[日号]|(?<p13>上旬|中旬|下旬|底|末|初))?`,
    `(?<![\\d上下半])年${s}[底末](?<p14>)`,
    // 7月3日-7日: the second day stands in the month of the first.
    `(?<=[日号]${s}(?:-{1,2}|~|至|到)${s})(?<d15>\\d{1,2})${s}[日号]`,
  ].join('|'),
  'g',
)

function number(printed: string | undefined): number {
  return printed === undefined ? Number.NaN : (readNumeral(printed) ?? Number.NaN)
}

function yearOf(printed: string): number {
  return /^\d+$/.test(printed) ? Number(printed) : (readDigits(printed) ?? Number.NaN)
}

type Draft = Omit<PrintedDate, 'start' | 'end'>
const blank: Draft = {
  days: null,
  readings: [],
  fault: null,
  precision: 'day',
  atEnd: false,
  yearless: null,
}

function wholeDay(y: number, m: number, d: number): Draft {
  if (isCalendarDay(y, m, d)) {
    const iso = isoDay(y, m, d)
    return { ...blank, days: { first: iso, last: iso } }
  }
  const near =
    m >= 1 && m <= 12 && d > lastDayOf(y, m) && d <= 31 ? [isoDay(y, m, lastDayOf(y, m))] : []
  return { ...blank, readings: near, fault: 'IMPORT.DATE_IMPOSSIBLE' }
}

function partOfMonth(y: number, m: number, part: string | undefined): Draft {
  if (!(m >= 1 && m <= 12) || y < 1990 || y > 2099)
    return { ...blank, precision: 'month', fault: 'IMPORT.DATE_IMPOSSIBLE' }
  const last = lastDayOf(y, m)
  const ends: Record<string, [number, number]> = {
    上旬: [1, 10],
    中旬: [11, 20],
    下旬: [21, last],
    初: [1, 10],
  }
  const [from, to] = (part !== undefined && ends[part]) || [1, last]
  const atEnd = part === '底' || part === '末'
  return {
    ...blank,
    days: { first: isoDay(y, m, from), last: isoDay(y, m, to) },
    precision: part === undefined || atEnd ? 'month' : 'part',
    atEnd,
  }
}

function partOfYear(y: number, part: string): Draft {
  const words = part.replace(/\s/g, '')
  const span = (from: number, to: number, atEnd: boolean): Draft => ({
    ...blank,
    days: { first: isoDay(y, from, 1), last: isoDay(y, to, lastDayOf(y, to)) },
    precision: 'year',
    atEnd,
  })
  if (words.startsWith('上半年')) return span(1, 6, false)
  if (words.startsWith('下半年')) return span(7, 12, false)
  const quarter = readNumeral(/([一二三四1-4])季度/.exec(words)?.[1] ?? '')
  if (quarter !== null) return span(quarter * 3 - 2, quarter * 3, /[底末]$/.test(words))
  if (words === '初')
    return { ...blank, precision: 'year', readings: [isoDay(y, 1, 31), isoDay(y, 3, 31)] }
  return span(1, 12, words === '底' || words === '末' || words === '内')
}

/** Splits run-together digits into the month–day pairs that the calendar knows. */
function monthDays(y: number, run: string): string[] {
  const found: string[] = []
  for (const cut of [1, 2]) {
    const month = Number(run.slice(0, cut))
    const day = Number(run.slice(cut))
    const natural = !run.startsWith('0') || cut === 2
    if (
      run.length > cut &&
      run.length - cut <= 2 &&
      natural &&
      run[cut] !== '0' &&
      isCalendarDay(y, month, day)
    ) {
      found.push(isoDay(y, month, day))
    }
  }
  return found
}

const broken = (readings: string[], precision: PrintedDate['precision'] = 'day'): Draft => ({
  ...blank,
  readings,
  precision,
  fault: 'IMPORT.DATE_BROKEN',
})

const monthEnd = (y: number, m: number): string[] =>
  m >= 1 && m <= 12 ? [isoDay(y, m, lastDayOf(y, m))] : []

function interpret(
  g: Record<string, string | undefined>,
  assumedYear: number | null,
  previous: PrintedDate | undefined,
): Draft {
  if (g.y1) return wholeDay(yearOf(g.y1), number(g.m1), number(g.d1))
  if (g.yb1) {
    const draft = wholeDay(Number(g.yb1), number(g.mb1), number(g.db1))
    return broken(draft.days ? [draft.days.last] : draft.readings)
  }
  if (g.yb2) return broken(monthDays(Number(g.yb2), g.run2 ?? ''))
  if (g.y2) return partOfMonth(yearOf(g.y2), number(g.m2), g.p2)
  if (g.yb16) return broken([], g.db16 ? 'day' : 'month')
  if (g.yb17) return broken(monthEnd(Number(g.yb17), number(g.mb17)))
  if (g.yb3) return broken(monthEnd(Number(g.yb3), number(g.mb3)), 'month')
  if (g.y3) return partOfYear(yearOf(g.y3), g.p3 ?? '')
  if (g.y4) return { ...partOfYear(yearOf(g.y4), '内'), atEnd: false }
  if (g.y5)
    return g.d5
      ? wholeDay(Number(g.y5), number(g.m5), number(g.d5))
      : partOfMonth(Number(g.y5), number(g.m5), undefined)
  if (g.y6) return wholeDay(Number(g.y6), number(g.m6), number(g.d6))
  if (g.yb7) {
    const readings = g.db7
      ? wholeDay(Number(g.yb7), number(g.mb7), number(g.db7)).readings
      : monthEnd(Number(g.yb7), number(g.mb7))
    const day = g.db7 ? wholeDay(Number(g.yb7), number(g.mb7), number(g.db7)).days : null
    return broken(day ? [day.last] : readings, g.db7 ? 'day' : 'month')
  }
  if (g.yb8) return broken(monthDays(Number(g.yb8), g.run8 ?? ''))
  if (g.yb9) return broken(monthEnd(Number(g.yb9), number(g.mb9)), 'month')
  if (g.yb10) return broken([isoDay(Number(g.yb10), 12, 31)], 'year')
  if (g.yb11)
    return broken(assumedYear === null ? [] : guess(assumedYear, number(g.mb11), number(g.db11)))
  if (g.yy12)
    return {
      ...broken(guess(2000 + Number(g.yy12), number(g.m12), number(g.d12))),
      fault: 'IMPORT.DATE_WITHOUT_YEAR',
    }
  if (g.m13) return yearless(number(g.m13), g.d13 === undefined ? null : number(g.d13), g.p13)
  if (g.d15) return sameMonth(previous, Number(g.d15))
  return yearless(12, null, '底')
}

function sameMonth(previous: PrintedDate | undefined, day: number): Draft {
  const before = previous?.days?.last
  if (before) return wholeDay(Number(before.slice(0, 4)), Number(before.slice(5, 7)), day)
  return previous?.yearless ? yearless(previous.yearless.month, day, undefined) : broken([])
}

function guess(y: number, m: number, d: number): string[] {
  if (Number.isNaN(m)) return [isoDay(y, 12, 31)]
  if (Number.isNaN(d)) return monthEnd(y, m)
  return isCalendarDay(y, m, d) ? [isoDay(y, m, d)] : []
}

function yearless(month: number, day: number | null, part: string | undefined): Draft {
  const atEnd = part === '底' || part === '末'
  const precision = day !== null ? 'day' : part === undefined || atEnd ? 'month' : 'part'
  const kept: Part | null =
    part === '上旬' || part === '中旬' || part === '下旬' || part === '初' ? part : null
  return {
    ...blank,
    precision,
    atEnd,
    fault: 'IMPORT.DATE_WITHOUT_YEAR',
    yearless: { month, day, part: kept },
  }
}

/** Gives a date without a year the year that stands before it in the same phrase. */
export function withYear(date: PrintedDate, y: number): PrintedDate {
  if (!date.yearless) return date
  const { month, day, part } = date.yearless
  const draft =
    day === null
      ? partOfMonth(y, month, part ?? (date.atEnd ? '底' : undefined))
      : wholeDay(y, month, day)
  return { ...draft, start: date.start, end: date.end, precision: date.precision }
}

/**
 * Every date in `folded` between two offsets, in order.
 * @param assumedYear the year of the document, for proposals only
 */
export function findDates(
  folded: string,
  from: number,
  to: number,
  assumedYear: number | null,
): PrintedDate[] {
  const text = folded.slice(from, to)
  const dates: PrintedDate[] = []
  for (const found of text.matchAll(pattern)) {
    const draft = interpret(found.groups ?? {}, assumedYear, dates[dates.length - 1])
    const start = from + found.index
    dates.push({ ...draft, start, end: start + found[0].length })
  }
  return dates
}
