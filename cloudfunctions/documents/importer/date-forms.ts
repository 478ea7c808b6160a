import { isCalendarDay, isoDay, lastDayOf } from './calendar'
import type { ImportFaultCode } from './codes'
import { readDigits, readNumeral } from '@/domain/import/numeral'

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
export type DateDraft = Omit<PrintedDate, 'start' | 'end'>

/** What the paper says of years that a date does not print itself. */
export interface YearContext {
  /** The year that most dates stand in: for proposals only. */
  assumedYear: number | null
  /** The year of the day on which the paper was published: 明年 counts from it. */
  paperYear?: number | null
}

export interface DateForm {
  name: string
  /** The print, its parts as named groups; blanks between them are allowed where `s` stands. */
  print: string
  read: (
    parts: Record<string, string | undefined>,
    context: YearContext,
    before?: PrintedDate,
  ) => DateDraft
}

const s = '\\s*'
const year = '(?<y>\\d{4}|[零一二三四五六七八九OoＯ0]{4})'
const plainYear = '(?<y>\\d{4})'
const bareYear = '(?<!\\d)(?<y>20\\d{2})'
const small = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const dash = '(?:-{1,2}|~|至|到)'
const named = '(?<w>明年|来年|次年|今年|本年度?|当年|后年)'

const numberOf = (printed: string | undefined): number =>
  printed === undefined ? Number.NaN : (readNumeral(printed) ?? Number.NaN)

/** 二〇二一, and 二O二一 where a letter stands for the sign. */
function yearOf(printed: string | undefined): number {
  const words = printed ?? ''
  if (/^\d+$/.test(words)) return Number(words)
  return readDigits(words.replace(/[OoＯ0]/g, '零')) ?? Number.NaN
}

const blank: DateDraft = {
  days: null,
  readings: [],
  fault: null,
  precision: 'day',
  atEnd: false,
  yearless: null,
}

export function wholeDay(y: number, m: number, d: number): DateDraft {
  if (isCalendarDay(y, m, d)) {
    const iso = isoDay(y, m, d)
    return { ...blank, days: { first: iso, last: iso } }
  }
  const near =
    m >= 1 && m <= 12 && d > lastDayOf(y, m) && d <= 31 ? [isoDay(y, m, lastDayOf(y, m))] : []
  return { ...blank, readings: near, fault: 'IMPORT.DATE_IMPOSSIBLE' }
}

export function partOfMonth(y: number, m: number, part: string | undefined): DateDraft {
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

function monthsOf(y: number, from: number, to: number, atEnd: boolean): DateDraft {
  const days = { first: isoDay(y, from, 1), last: isoDay(y, to, lastDayOf(y, to)) }
  return { ...blank, days, precision: 'year', atEnd }
}

function partOfYear(y: number, part: string): DateDraft {
  const words = part.replace(/\s/g, '')
  if (words.startsWith('上半年')) return monthsOf(y, 1, 6, false)
  if (words.startsWith('下半年')) return monthsOf(y, 7, 12, false)
  const quarter = readNumeral(/([一二三四1-4])季度/.exec(words)?.[1] ?? '')
  if (quarter !== null) return monthsOf(y, quarter * 3 - 2, quarter * 3, /[底末]$/.test(words))
  // 年初 and 年中 are no days.
  if (words === '初')
    return { ...blank, precision: 'year', readings: [isoDay(y, 1, 31), isoDay(y, 3, 31)] }
  if (words === '中') return { ...blank, precision: 'year', readings: [isoDay(y, 6, 30)] }
  return monthsOf(y, 1, 12, words === '底' || words === '末' || words === '内')
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

const broken = (
  readings: string[],
  precision: PrintedDate['precision'] = 'day',
  fault: ImportFaultCode = 'IMPORT.DATE_BROKEN',
): DateDraft => ({ ...blank, readings, precision, fault })

const monthEnd = (y: number, m: number): string[] =>
  m >= 1 && m <= 12 ? [isoDay(y, m, lastDayOf(y, m))] : []

function guess(y: number, m: number, d: number): string[] {
  if (Number.isNaN(m)) return [isoDay(y, 12, 31)]
  if (Number.isNaN(d)) return monthEnd(y, m)
  return isCalendarDay(y, m, d) ? [isoDay(y, m, d)] : []
}

const dayReadings = (y: number, m: number, d: number): string[] => {
  const day = wholeDay(y, m, d)
  return day.days ? [day.days.last] : day.readings
}

function yearless(month: number, day: number | null, part: string | undefined): DateDraft {
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

/** Years that a word puts the date behind the paper's own. */
const later: Record<string, number> = { 明年: 1, 来年: 1, 次年: 1, 后年: 2 }

/** 明年6月底前: counts from the paper's own day; without one it is open. */
function ofNamedYear(
  { w = '', m, d, p }: Record<string, string | undefined>,
  { paperYear, assumedYear }: YearContext,
): DateDraft {
  const on = (y: number): DateDraft => {
    if (m === undefined) return partOfYear(y, p ?? '底')
    return d === undefined ? partOfMonth(y, numberOf(m), p) : wholeDay(y, numberOf(m), numberOf(d))
  }
  const ahead = later[w] ?? 0
  if (paperYear != null) return on(paperYear + ahead)
  const likely = assumedYear === null ? null : on(assumedYear + ahead)
  const readings = likely?.days ? [likely.days.last] : []
  return broken(readings, likely?.precision ?? 'month', 'IMPORT.DATE_WITHOUT_YEAR')
}

function sameMonth(before: PrintedDate | undefined, day: number): DateDraft {
  const last = before?.days?.last
  if (last) return wholeDay(Number(last.slice(0, 4)), Number(last.slice(5, 7)), day)
  return before?.yearless ? yearless(before.yearless.month, day, undefined) : broken([])
}

/** In order: what is whole comes before what lost a character. */
export const dateForms: readonly DateForm[] = [
  {
    name: '2021年6月30日',
    print: `${year}${s}年${s}(?<m>${small})${s}月${s}(?<d>${small})${s}[日号]`,
    read: ({ y, m, d }) => wholeDay(yearOf(y), numberOf(m), numberOf(d)),
  },
  {
    name: '9月12前: the mark of the day is lost',
    print: `${plainYear}${s}年${s}(?<m>\\d{1,2})${s}月${s}(?<d>\\d{1,2})(?=${s}(?:前|至|止|[,。;)]|$))`,
    read: ({ y, m, d }) => broken(dayReadings(Number(y), numberOf(m), numberOf(d))),
  },
  {
    name: '2025年912日: the mark of the month is lost',
    print: `${plainYear}${s}年${s}(?<run>\\d{3,4})${s}日`,
    read: ({ y, run = '' }) => broken(monthDays(Number(y), run)),
  },
  {
    name: '2020年25日: the month is lost',
    print: `${plainYear}${s}年${s}\\d{1,2}${s}[日号]`,
    read: () => broken([]),
  },
  {
    name: '2021年 月底, 2021年 月25日: the number of the month is lost',
    print: `${plainYear}${s}年${s}月${s}(?:(?<d>\\d{1,2})${s}日|底|末)?`,
    read: ({ d }) => broken([], d ? 'day' : 'month'),
  },
  {
    name: '2021年6月 日: the number of the day is lost',
    print: `${plainYear}${s}年${s}(?<m>\\d{1,2})${s}月${s}日`,
    read: ({ y, m }) => broken(monthEnd(Number(y), numberOf(m))),
  },
  {
    name: '2021年6月底',
    print: `${year}${s}年${s}(?<m>${small})${s}月(?:${s}份)?(?:${s}(?<p>上旬|中旬|下旬|底|末|初))?`,
    read: ({ y, m, p }) => partOfMonth(yearOf(y), numberOf(m), p),
  },
  {
    name: '2016年6底: the mark of the month is lost',
    print: `${plainYear}${s}年${s}(?<m>\\d{1,2})${s}[底末]`,
    read: ({ y, m }) => broken(monthEnd(Number(y), numberOf(m)), 'month'),
  },
  {
    name: '2021年底, 2021年上半年, 2021年三季度末, 2021年年中',
    print: `${year}${s}年${s}(?:年${s})?(?<p>底|末|上半年|下半年|(?:第)?${s}[一二三四1-4]${s}季度${s}[底末]?|内|初|中(?![\\u4e00-\\u9fff]))`,
    read: ({ y, p = '' }) => partOfYear(yearOf(y), p),
  },
  {
    name: '2021年',
    print: `${year}${s}年度?(?!${s}[以代])`,
    read: ({ y }) => ({ ...partOfYear(yearOf(y), '内'), atEnd: false }),
  },
  {
    name: '2021.6.30, 2021-06',
    print: `(?<![\\d.])(?<y>(?:19|20)\\d{2})[-./](?<m>\\d{1,2})(?:[-./](?<d>\\d{1,2}))?(?![\\d])`,
    read: ({ y, m, d }) =>
      d
        ? wholeDay(Number(y), numberOf(m), numberOf(d))
        : partOfMonth(Number(y), numberOf(m), undefined),
  },
  {
    name: '20210630',
    print: `${bareYear}(?<m>0[1-9]|1[0-2])(?<d>[0-3]\\d)(?!\\d)`,
    read: ({ y, m, d }) => wholeDay(Number(y), numberOf(m), numberOf(d)),
  },
  {
    name: '20259月底, 20259月1日: the mark of the year is lost',
    print: `${bareYear}(?<m>\\d{1,2})${s}月(?:${s}(?<d>\\d{1,2})${s}日|${s}[底末])?`,
    read: ({ y, m, d }) =>
      d
        ? broken(dayReadings(Number(y), numberOf(m), numberOf(d)))
        : broken(monthEnd(Number(y), numberOf(m)), 'month'),
  },
  {
    name: '202591日: the marks of year and month are lost',
    print: `${bareYear}(?<run>\\d{2,4})${s}日`,
    read: ({ y, run = '' }) => broken(monthDays(Number(y), run)),
  },
  {
    name: '20166底: the marks of year and month are lost',
    print: `${bareYear}(?<m>\\d{1,2})${s}[底末]`,
    read: ({ y, m }) => broken(monthEnd(Number(y), numberOf(m)), 'month'),
  },
  {
    name: '2020底: the mark of the year is lost',
    print: `${bareYear}${s}[底末]`,
    read: ({ y }) => broken([isoDay(Number(y), 12, 31)], 'year'),
  },
  {
    name: '202年6月: a figure of the year is lost or doubled',
    print: `(?<!\\d)(?:\\d{3}|\\d{5})${s}年(?:${s}(?<m>\\d{1,2})${s}月)?(?:${s}(?<d>\\d{1,2})${s}日)?(?:${s}[底末])?`,
    read: ({ m, d }, { assumedYear }) =>
      broken(assumedYear === null ? [] : guess(assumedYear, numberOf(m), numberOf(d))),
  },
  {
    name: '20年6月底: two figures of the year',
    print: `(?<!\\d)(?<y>[12]\\d)${s}年${s}(?:(?<m>\\d{1,2})${s}月${s}(?:(?<d>\\d{1,2})${s}日)?(?:[底末])?|[底末])`,
    read: ({ y, m, d }) =>
      broken(guess(2000 + Number(y), numberOf(m), numberOf(d)), 'day', 'IMPORT.DATE_WITHOUT_YEAR'),
  },
  {
    name: '明年6月底, 今年年底',
    print: `${named}${s}(?:(?<m>${small})${s}月(?:份)?${s}(?:(?<d>${small})${s}[日号]|(?<p1>上旬|中旬|下旬|底|末|初))?|年?(?<p2>底|末|上半年|下半年|内))`,
    read: ({ w, m, d, p1, p2 }, context) => ofNamedYear({ w, m, d, p: p1 ?? p2 }, context),
  },
  {
    name: '6月底: no year',
    print: `(?<![\\d个])(?<m>${small})${s}月(?!份?(?:内|以内))${s}(?:(?<d>${small})${s}[日号]|(?<p>上旬|中旬|下旬|底|末|初))?`,
    read: ({ m, d, p }) => yearless(numberOf(m), d === undefined ? null : numberOf(d), p),
  },
  {
    name: '年底: no year',
    print: `(?<![\\d上下半])年${s}[底末]`,
    read: () => yearless(12, null, '底'),
  },
  {
    name: '7月3日-7日: the second day stands in the month of the first',
    print: `(?<=[日号]${s}${dash}${s})(?<d>\\d{1,2})${s}[日号]`,
    read: ({ d }, _context, before) => sameMonth(before, Number(d)),
  },
]
