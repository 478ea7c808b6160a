import type { ImportFaultCode } from './codes'
import { dayNumber, isoOf } from './calendar'
import { findDates, withYear, type PrintedDate, type YearContext } from './dates'
import { readNumeral } from '@/domain/import/numeral'
import type { Source } from './source'
import type { ImportedNotice, ParseOptions, Span, Unsure } from './types'

export interface ReadNotice {
  notice: ImportedNotice
  spans: { statedDays?: Span; statedUnit?: Span }
  /** The printed words with the dates, for faults. */
  words: Span | null
  unsure: Unsure[]
  faults: { code: ImportFaultCode; span: Span }[]
}

export const noNotice = (): ReadNotice => ({
  notice: {
    from: '',
    to: '',
    statedDays: null,
    statedUnit: '',
    workingDays: null,
    calendarDays: null,
  },
  spans: {},
  words: null,
  unsure: [],
  faults: [],
})

interface Window {
  start: number
  dates: PrintedDate[]
  days: { count: Span; value: number; unit: Span } | null
}

const opening = new RegExp(
  [
    '公\\s*示\\s*(?:期间|期限|起止时间|起止日期|时间|日期|时段|天数|时限|期)(?!满|内无|无异议|结束|后)',
    // 现公示7天, 为期7天的公示, 自公示之日起7日内, 公示如下(2021年3月1日-3月5日)
    '公\\s*示\\s*(?=(?:\\d{1,2}|[一二三五七十]{1,2})\\s*个?\\s*(?:工作日|天|日)(?!后|满|无异议))',
    '为期(?=\\s*(?:\\d{1,2}|[一二三五七十]{1,2})\\s*个?\\s*(?:工作日|天|日)[^。]{0,8}公\\s*示)',
    '(?:公示|公告|发布)之日起(?=\\s*(?:\\d{1,2}|[一二三五七十]{1,2})\\s*个?\\s*(?:工作日|天|日))',
    '公\\s*示(?=\\s*\\(\\s*20\\d{2}\\s*[年.-])',
  ].join('|'),
  'g',
)
const stated = /(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个?\s*(工\s*作\s*日|自\s*然\s*日|日|天)/g
const longestWindow = 160

/** …情况公示 / 时间:2018-12-26 10:38 来源:… is the page's own time below its title. */
const isPageTime = (folded: string, match: RegExpExecArray): boolean =>
  match[0].includes('\n') &&
  /\d{1,2}:\d{2}|来源|浏览|点击|字号/.test(folded.slice(match.index, match.index + 80))

function windows(source: Source, skip: Span[], years: YearContext): Window[] {
  const { folded } = source
  const found: Window[] = []
  for (const match of folded.matchAll(opening)) {
    const from = match.index + match[0].length
    if (isPageTime(folded, match)) continue
    if (skip.some(([start, end]) => match.index >= start && match.index < end)) continue
    const value = /^[\s:]*/.exec(folded.slice(from, from + 20))?.[0].length ?? 0
    const text = folded.slice(from + value, from + value + longestWindow)
    const stop = /[。\n;]|公示(?:期|时)|联系|受理/.exec(
      text.replace(/^[^\n。]{0,6}\n/, (line) => ' '.repeat(line.length)),
    )
    const end = from + value + (stop ? stop.index : text.length)
    const dates = findDates(folded, from, end, years)
    const days = statedDays(folded, from, end, dates)
    if (dates.length > 0 || days) found.push({ start: match.index, dates, days })
  }
  return found
}

function statedDays(
  folded: string,
  from: number,
  end: number,
  dates: PrintedDate[],
): Window['days'] {
  for (const match of folded.slice(from, end).matchAll(stated)) {
    const start = from + match.index
    if (dates.some((date) => start >= date.start && start < date.end)) continue
    const [all = '', number = '', unit = ''] = match
    const value = readNumeral(number)
    if (value === null) continue
    const unitStart = start + all.length - unit.length
    return {
      count: [start, start + number.length],
      value,
      unit: [unitStart, unitStart + unit.length],
    }
  }
  return null
}

/** A second date without a year stands in the first one's year. */
function complete(dates: PrintedDate[]): [PrintedDate | undefined, PrintedDate | undefined] {
  const [first, second] = dates
  const year = first?.days ? Number(first.days.first.slice(0, 4)) : null
  return [first, second && year !== null ? withYear(second, year) : second]
}

const pattern = (date: PrintedDate | undefined): string => date?.days?.first ?? ''

function doubt(field: string, date: PrintedDate, readings: string[]): Unsure {
  const reason = date.yearless
    ? '没有写年份。'
    : date.fault === 'IMPORT.DATE_IMPOSSIBLE'
      ? '日历上没有这一天。'
      : '日期印刷残缺。'
  return { field, reason, proposed: readings.join('或') }
}

function countWorking(from: string, to: string, options: ParseOptions): number | null {
  if (!options.isWorkingDay) return null
  let count = 0
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1)
    if (options.isWorkingDay(isoOf(day))) count += 1
  return count
}

/** Longer than any notice: counting its days would only hide that a year is wrong. */
const longestNotice = 400

function fill(
  result: ReadNotice,
  from: PrintedDate | undefined,
  to: PrintedDate | undefined,
  years: YearContext,
): void {
  const { notice, unsure, faults } = result
  const guess = (date: PrintedDate): string[] => {
    if (!date.yearless || years.assumedYear === null) return date.readings
    const whole = withYear(date, years.assumedYear)
    return whole.days ? [whole.days.last] : whole.readings
  }
  for (const [field, date] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!date) continue
    notice[field] = pattern(date)
    if (date.days) continue
    unsure.push(doubt(`notice.${field}`, date, guess(date)))
    if (date.fault) faults.push({ code: date.fault, span: [date.start, date.end] })
  }
}

/** The last day of a notice that prints its first day and its length, the first day counted. */
function proposeEnd(notice: ImportedNotice, options: ParseOptions): string {
  if (notice.from === '' || notice.statedDays === null || notice.statedDays > longestNotice)
    return ''
  let day = dayNumber(notice.from)
  if (!notice.statedUnit.startsWith('工')) return isoOf(day + notice.statedDays - 1)
  if (!options.isWorkingDay) return ''
  for (let left = notice.statedDays; ; day += 1) {
    if (options.isWorkingDay(isoOf(day))) left -= 1
    if (left <= 0 || day - dayNumber(notice.from) > 2 * longestNotice) return isoOf(day)
  }
}

function checkDays(result: ReadNotice, span: Span): void {
  const { notice, faults } = result
  if (notice.statedDays === null) return
  const counted = notice.statedUnit.startsWith('工') ? notice.workingDays : notice.calendarDays
  if (counted !== null && counted !== notice.statedDays)
    faults.push({ code: 'IMPORT.NOTICE_DAYS_DIFFER', span })
}

/**
 * The public notice of the text, both ends of its period included.
 * @param skip texts of tasks that may tell of an earlier notice
 */
export function readNotice(
  source: Source,
  skip: Span[],
  years: YearContext,
  options: ParseOptions,
): ReadNotice {
  const found = windows(source, skip, years)
  const dated =
    found.find((one) => one.dates.length >= 2) ?? found.find((one) => one.dates.length === 1)
  const long = found.find((one) => one.days !== null)
  const result = noNotice()
  const { notice } = result
  if (!dated && !long) return result
  if (long?.days) {
    notice.statedDays = long.days.value
    notice.statedUnit = source.folded.slice(...long.days.unit).replace(/\s/g, '')
    if (source.folded.slice(...long.days.count) === String(long.days.value))
      result.spans.statedDays = long.days.count
    result.spans.statedUnit = long.days.unit
  }
  if (!dated) return result
  const [from, to] = complete(dated.dates)
  const words: Span = [from?.start ?? dated.start, (to ?? from)?.end ?? dated.start]
  result.words = words
  fill(result, from, to, years)
  if (!to) {
    result.unsure.push({
      field: 'notice.to',
      reason: '公示只写了一个日期。',
      proposed: proposeEnd(notice, options),
    })
    result.faults.push({ code: 'IMPORT.NOTICE_END_MISSING', span: words })
  }
  if (notice.from === '' || notice.to === '') return result
  const length = dayNumber(notice.to) - dayNumber(notice.from) + 1
  if (length < 1) result.faults.push({ code: 'IMPORT.DATE_ORDER', span: words })
  else {
    notice.calendarDays = length
    if (length > longestNotice) result.faults.push({ code: 'IMPORT.DATE_YEAR_OFF', span: words })
    else notice.workingDays = countWorking(notice.from, notice.to, options)
    checkDays(result, words)
  }
  return result
}
