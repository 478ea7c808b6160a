import type { ImportFaultCode } from './codes'
import { findDates, withYear, isoDay, lastDayOf, dayNumber, isoOf, type PrintedDate } from './dates'
import { isBlank } from './source'
import type { ImportedDeadlineKind, Span } from './types'

export interface ReadDeadline {
  kinds: ImportedDeadlineKind[]
  dates: string[]
  /** Why `dates` stays empty, with the likely reading. */
  doubt: { reason: string; proposed: string } | null
  faults: { code: ImportFaultCode; span: Span }[]
  /** From the first to the last word that sets the deadline; null when none was found. */
  span: Span | null
}

export interface DeadlineContext {
  /** Year of the document, used in proposals only. */
  assumedYear: number | null
  /** Inside running text only phrases that clearly set a limit count. */
  inline: boolean
}

interface Sign {
  kind: ImportedDeadlineKind
  start: number
  end: number
  /** For `fixed` and `range`. */
  days: string[]
  readings: string[]
  reason: string | null
  fault: ImportFaultCode | null
}

const count = '(?:\\d+|[一二两三四五六七八九十半]+)'
const recurring =
  /每\s*(?:[一二两三四]?\s*(?:半年|年度?|季度?|月|周|旬|日|天)|半年|个?工作日)|逐[年月]|按(?:年度?|季度?|月)|年度常态|定期/g
const relative = new RegExp(
  `(?:[^,。;、\\s|]{0,30}(?:后|之日起|起))\\s*(?:的)?\\s*${count}\\s*个?\\s*(?:工作日|月|日|天|周|年|小时)(?:之?内|以内)?|${count}\\s*(?:个\\s*(?:工作日|月|星期)|工作日|日|天|周|小时)\\s*(?:之?内|以内)`,
  'g',
)
const immediate =
  /立行立改|立即整改|立知立改|立整立改|立查立改|立改立行|即知即改|即行即改|即查即改|边督边改|边查边改|立说立行|即时整改|即刻整改|马上整改|立接立改|即交即办|立即(?:办理|完成|停止|落实)?/g
const longTerm =
  /长期坚持|长期(?:推进|落实|整改|任务|开展|实施)?|常态化?(?:工作|推进|坚持|开展|管理|整改|长效)?|持续(?:推进|整改|坚持|开展|实施|落实|巩固|提升|改善)?|日常(?:工作|监管)?|贯穿全年|全年|常抓不懈|坚持不懈|长效坚持/g

/** A built-before date, not a limit: 2015年底前建成的企业. */
const notALimit =
  /^\s*(?:已|的|(?:建成|投产|批准|审批|登记|形成|存在|发生|设立|取得|开工)[^,。;]{0,6}的)/
const dueAfter = /^\s*\(?\s*(?:之前|以前|前|止|底|末|内)\s*\)?/
const doneAfter =
  /^\s*[,,]?\s*(?:全面|基本|全部|力争|确保|如期|按期)?(?:完成|建成|实现|达到|达标|消除|整改到位|取得|办结|销号)/

function limitKind(text: string, date: PrintedDate): 'before' | 'done' | null {
  const rest = text.slice(date.end, date.end + 20)
  const suffix = dueAfter.exec(rest)
  if (suffix && notALimit.test(rest.slice(suffix[0].length))) return null
  if (suffix) return 'before'
  return date.atEnd || doneAfter.test(rest) ? 'done' : null
}

const startOnly = /^\s*(?:起(?!至|到)|以来|开始|启动)/
const joint = /^\s*(?:起)?\s*(?:,)?\s*(?:至|到|-{1,2}|~)\s*$/

function resolveYears(dates: PrintedDate[]): PrintedDate[] {
  let known: number | null = null
  return dates.map((date) => {
    const resolved: PrintedDate = date.yearless && known !== null ? withYear(date, known) : date
    const iso = resolved.days?.last ?? null
    if (iso !== null) known = Number(iso.slice(0, 4))
    return resolved
  })
}

function yearlessReadings(date: PrintedDate, assumedYear: number | null): string[] {
  if (!date.yearless || assumedYear === null) return date.readings
  return readingsOf(withYear(date, assumedYear))
}

/** 6月前, 2020年前: before the period or by its end? Both readings. */
function isOpen(text: string, date: PrintedDate): boolean {
  if (date.precision === 'day' || date.atEnd || (!date.days && !date.yearless)) return false
  return /^\s*\(?\s*(?:之前|以前|前)/.test(text.slice(date.end, date.end + 6))
}

function readingsOf(date: PrintedDate): string[] {
  return date.days ? [date.days.last] : date.readings
}

function openReadings(date: PrintedDate, assumedYear: number | null): string[] {
  const whole = date.yearless && assumedYear !== null ? withYear(date, assumedYear) : date
  if (!whole.days) return []
  return [isoOf(dayNumber(whole.days.first) - 1), whole.days.last]
}

function signOf(text: string, date: PrintedDate, context: DeadlineContext): Sign {
  const base = {
    kind: 'fixed' as const,
    start: date.start,
    end: endWithSuffix(text, date),
    days: [],
    fault: date.fault,
  }
  if (isOpen(text, date)) {
    const reason = '“前”字不明:不清楚是期初之前还是期末之前。'
    return { ...base, readings: openReadings(date, context.assumedYear), reason }
  }
  if (date.yearless)
    return {
      ...base,
      readings: yearlessReadings(date, context.assumedYear),
      reason: '没有写年份。',
    }
  if (date.days) return { ...base, days: [date.days.last], readings: [], reason: null }
  const reason = date.fault === 'IMPORT.DATE_IMPOSSIBLE' ? '日历上没有这一天。' : '日期印刷残缺。'
  return { ...base, readings: date.readings, reason: date.fault ? reason : '日期不确定。' }
}

function endWithSuffix(text: string, date: PrintedDate): number {
  const suffix = /^\s*(?:\(\s*前\s*\)|之前|以前|前|止|内)/.exec(text.slice(date.end, date.end + 8))
  return date.end + (suffix?.[0].length ?? 0)
}

function rangeSign(
  text: string,
  from: PrintedDate,
  to: PrintedDate,
  context: DeadlineContext,
): Sign {
  const start = from.start
  const end = endWithSuffix(text, to)
  const base = { kind: 'range' as const, start, end, days: [], readings: [], fault: null }
  if (!from.days || !to.days) {
    const left = from.yearless ? yearlessReadings(from, context.assumedYear) : readingsOf(from)
    const right = to.yearless ? yearlessReadings(to, context.assumedYear) : readingsOf(to)
    const fault = from.fault ?? to.fault
    const proposed = left[0] && right[0] ? [`${left[0]} 至 ${right[0]}`] : []
    return {
      ...base,
      readings: proposed,
      reason: fault === 'IMPORT.DATE_WITHOUT_YEAR' ? '没有写年份。' : '起止日期残缺。',
      fault,
    }
  }
  if (from.days.first > to.days.last) {
    return {
      ...base,
      days: [from.days.first, to.days.last],
      reason: null,
      fault: 'IMPORT.DATE_ORDER',
    }
  }
  return { ...base, days: [from.days.first, to.days.last], reason: null }
}

/** 2016—2017年底前, 2021-2025年, 2019年6-12月: one year or month stands for both. */
const yearRange =
  /(?<!\d)(20\d{2})\s*年?\s*(?:-{1,2}|~|至|到)\s*(20\d{2})\s*年(?!\s*\d)\s*(?:年?\s*[底末])?\s*前?/g
const monthRange =
  /(?<!\d)(20\d{2})\s*年\s*(\d{1,2})\s*月?\s*(?:-{1,2}|~|至|到)\s*(\d{1,2})\s*月(?!\s*\d)\s*[底末]?\s*前?/g

function shortRanges(text: string): Sign[] {
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

interface Words {
  pattern: RegExp
  kind: ImportedDeadlineKind
  inline: boolean
}
const wordSigns: Words[] = [
  { pattern: recurring, kind: 'recurring', inline: true },
  { pattern: relative, kind: 'relative', inline: true },
  { pattern: immediate, kind: 'immediate', inline: false },
  { pattern: longTerm, kind: 'longTerm', inline: false },
]

const plainSign = (kind: ImportedDeadlineKind, start: number, end: number): Sign => ({
  kind,
  start,
  end,
  days: [],
  readings: [],
  reason: null,
  fault: null,
})

function wordsIn(text: string, inline: boolean): Sign[] {
  const signs: Sign[] = []
  for (const { pattern, kind, inline: alsoInline } of wordSigns) {
    if (inline && !alsoInline) continue
    for (const found of text.matchAll(pattern)) {
      if (inline && kind === 'recurring' && /日|天|周|定期|按|逐/.test(found[0])) continue
      signs.push(plainSign(kind, found.index, found.index + found[0].length))
    }
  }
  if (inline) {
    // 并长期坚持 as a clause of its own; the word inside a sentence sets no limit.
    for (const found of text.matchAll(/(?<=[,;。]\s*并?)长期坚持(?=\s*(?:[。;,]|$))/g)) {
      signs.push(plainSign('longTerm', found.index, found.index + found[0].length))
    }
  }
  return signs
}

/** Titles of papers and quotations hold dates that set no limit. */
function quoted(text: string): [number, number][] {
  return [...text.matchAll(/《[^《》]{0,120}》|“[^“”]{0,120}”/g)].map((found) => [
    found.index,
    found.index + found[0].length,
  ])
}

const inside = (at: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => at >= from && at < to)

function dateSigns(text: string, taken: Sign[], words: Sign[], context: DeadlineContext): Sign[] {
  const busy = taken.map((sign) => [sign.start, sign.end] as const)
  const skip = context.inline ? quoted(text) : []
  const dates = resolveYears(
    findDates(text, 0, text.length, context.assumedYear).filter(
      (date) => !inside(date.start, busy) && !inside(date.start, skip),
    ),
  )
  const signs: { sign: Sign; due: boolean }[] = []
  for (let index = 0; index < dates.length; index += 1) {
    const date = dates[index]
    const next = dates[index + 1]
    if (!date) continue
    if (next && joint.test(text.slice(date.end, next.start))) {
      if (!context.inline || limitKind(text, next))
        signs.push({ sign: rangeSign(text, date, next, context), due: true })
      index += 1
      continue
    }
    const rest = text.slice(date.end, date.end + 8)
    if (startOnly.test(rest)) continue
    const ruled = words.find(
      (word) =>
        word.kind === 'recurring' &&
        /年|季|月/.test(text.slice(word.start, word.end)) &&
        word.end <= date.start &&
        date.start - word.end <= 3,
    )
    if (ruled && date.yearless) {
      ruled.end = Math.max(ruled.end, endWithSuffix(text, date))
      continue
    }
    const limit = limitKind(text, date)
    if (
      context.inline &&
      (limit === null || (date.precision === 'year' && !date.atEnd) || !inlineLimit(text, date))
    )
      continue
    signs.push({ sign: signOf(text, date, context), due: limit !== null })
  }
  const due = signs.some((one) => one.due)
  return signs.filter((one) => one.due || !due).map((one) => one.sign)
}

/** In running text 2017年底 alone is a point in time; 2017年底前 and 2017年底完成 are limits. */
function inlineLimit(text: string, date: PrintedDate): boolean {
  const rest = text.slice(date.end, date.end + 20)
  return /^\s*\(?\s*(?:之前|以前|前)/.test(rest)
    ? !notALimit.test(rest.replace(/^\s*\(?\s*(?:之前|以前|前)\s*\)?/, ''))
    : doneAfter.test(rest)
}

/** 每年6月底前: the words of a rule hide the relative phrase in 每月后5日内 and the like. */
function withoutOverlap(signs: Sign[]): Sign[] {
  const kept: Sign[] = []
  for (const sign of [...signs].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept[kept.length - 1]
    if (last && sign.start < last.end) continue
    kept.push(sign)
  }
  return kept
}

function kindsOf(signs: Sign[], fixedDays: string[]): ImportedDeadlineKind[] {
  const kinds: ImportedDeadlineKind[] = []
  const fixed = signs.filter((sign) => sign.kind === 'fixed')
  const staged =
    fixedDays.length > 1 || (fixed.length > 1 && fixed.some((sign) => sign.days.length === 0))
  for (const sign of signs) {
    const kind = sign.kind === 'fixed' && staged ? 'staged' : sign.kind
    if (!kinds.includes(kind)) kinds.push(kind)
  }
  return kinds
}

/**
 * Reads a deadline out of `folded.slice(from, to)`.
 * A month's or year's end, 12月底(前) and a bare 2020年12月 are the last day of the period [S].
 * 2016—2017年底前 is a range: the dash joins two years of one work, it does not list two results.
 */
export function readDeadline(
  folded: string,
  from: number,
  to: number,
  context: DeadlineContext,
): ReadDeadline {
  const { text, at } = withoutBlanks(folded, from, to)
  const words = wordsIn(text, context.inline)
  const ranges = shortRanges(text).filter(
    (sign) => !context.inline || /前|[底末]/.test(text.slice(sign.start, sign.end)),
  )
  const dated = dateSigns(text, ranges, words, context)
  const dateSpans = [...ranges, ...dated].map((sign) => [sign.start, sign.end] as const)
  const free = words.filter(
    (word) => !dateSpans.some(([start, end]) => word.start < end && start < word.end),
  )
  const signs = withoutOverlap([...ranges, ...dated, ...free])
  const fixedDays = [
    ...new Set(signs.filter((sign) => sign.kind === 'fixed').flatMap((sign) => sign.days)),
  ]
  const rangeDays = signs.filter((sign) => sign.kind === 'range').flatMap((sign) => sign.days)
  const open = signs.filter((sign) => sign.reason !== null)
  return {
    kinds: kindsOf(signs, fixedDays),
    dates: open.length > 0 ? [] : [...rangeDays, ...fixedDays],
    doubt: open[0]?.reason ? { reason: open[0].reason, proposed: propose(signs) } : null,
    faults: signs.flatMap((sign) =>
      sign.fault ? [{ code: sign.fault, span: at([sign.start, sign.end]) }] : [],
    ),
    span: signs.length > 0 ? at(wordsOf(signs)) : null,
  }
}

/** A narrow cell breaks words anywhere: 立行 / 立改. `at` maps a place back into the text. */
function withoutBlanks(
  folded: string,
  from: number,
  to: number,
): { text: string; at: (span: Span) => Span } {
  const places: number[] = []
  let text = ''
  for (let place = from; place < to; place += 1) {
    const char = folded[place] ?? ''
    if (isBlank(char)) continue
    text += char
    places.push(place)
  }
  return { text, at: ([start, end]) => [places[start] ?? from, (places[end - 1] ?? to - 1) + 1] }
}

/** Beyond this the words between two phrases would bury them; the dated phrase stands for all. */
const longestWords = 80

function wordsOf(signs: Sign[]): Span {
  const start = Math.min(...signs.map((sign) => sign.start))
  const end = Math.max(...signs.map((sign) => sign.end))
  if (end - start <= longestWords) return [start, end]
  const telling = signs.find((sign) => sign.days.length > 0) ?? signs[0]
  return [telling?.start ?? start, telling?.end ?? end]
}

function propose(signs: Sign[]): string {
  const parts = signs
    .filter((sign) => sign.kind === 'fixed' || sign.kind === 'range')
    .map((sign) => (sign.days.length > 0 ? sign.days.join(' 至 ') : sign.readings.join('或')))
  return parts.filter((part) => part !== '').join('、')
}
