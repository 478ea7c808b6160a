import { dayNumber, isoOf } from './calendar'
import { tailOf } from './date-tails'
import { extension } from './deadline-extended'
import { type PrintedDate, findDates, withYear } from './dates'
import type { DeadlineContext, Sign } from './deadline-signs'

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

/** 2020年底或2021年初: the print leaves it open. */
const eitherSign = (text: string, one: PrintedDate, other: PrintedDate): Sign => ({
  kind: 'fixed',
  start: one.start,
  end: endWithSuffix(text, other),
  days: [],
  readings: [...readingsOf(one), ...readingsOf(other)],
  reason: '写了两个日期,没有说明以哪个为准。',
  fault: one.fault ?? other.fault,
})

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

/** Titles of papers and quotations hold dates that set no limit. */
function quoted(text: string): [number, number][] {
  return [...text.matchAll(/《[^《》]{0,120}》|“[^“”]{0,120}”/g)].map((found) => [
    found.index,
    found.index + found[0].length,
  ])
}

const inside = (at: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => at >= from && at < to)

export function dateSigns(
  text: string,
  taken: Sign[],
  words: Sign[],
  context: DeadlineContext,
): Sign[] {
  const busy = taken.map((sign) => [sign.start, sign.end] as const)
  const skip = context.inline ? quoted(text) : []
  const dates = resolveYears(
    findDates(text, 0, text.length, context).filter(
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
    if (next && /^(?:[底末])?前?或者?$/.test(text.slice(date.end, next.start))) {
      signs.push({ sign: eitherSign(text, date, next), due: true })
      index += 1
      continue
    }
    const ruled = words.find(
      (word) =>
        word.kind === 'recurring' &&
        /年|季|月/.test(text.slice(word.start, word.end)) &&
        word.end <= date.start &&
        date.start - word.end <= 3,
    )
    // 每年6月、12月: the rule goes on over both months.
    const goesOn = words.find(
      (word) => word.kind === 'recurring' && /^[、和及]$/.test(text.slice(word.end, date.start)),
    )
    const rule = ruled ?? goesOn
    if (rule && !/\d{4}|年/.test(text.slice(date.start, date.end))) {
      rule.end = Math.max(rule.end, endWithSuffix(text, date))
      continue
    }
    const tail = tailOf(text, date, context)
    if (tail === 'none') continue
    if (tail) {
      signs.push({ sign: tail, due: true })
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
  return asDue(text, signs)
}

/** 2020年6月、12月底前: what is joined to a limit is one too. Without any limit every date counts. */
function asDue(text: string, signs: { sign: Sign; due: boolean }[]): Sign[] {
  for (let index = signs.length - 2; index >= 0; index -= 1) {
    const [one, next] = [signs[index], signs[index + 1]]
    if (one?.due && next && extension.test(text.slice(one.sign.end, next.sign.start)))
      next.due = true
    if (one && next?.due && /^[底末]?[、和及与]$/.test(text.slice(one.sign.end, next.sign.start)))
      one.due = true
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
