import { evalExpr } from 'mingo/core'
import type { $substrCP } from 'mingo/operators/expression/string'
import type { Options } from 'mingo/types'
import { requestFailed } from '../wire/cloud-error'

type ExpressionOperator = typeof $substrCP
type Expression = (document: unknown, expr: unknown, options: Options) => unknown

function argumentsOf(document: unknown, expr: unknown, options: Options): unknown[] {
  const value = evalExpr(document, expr, options)
  return Array.isArray(value) ? (value as unknown[]) : [value]
}

/** Position by code point; -1 when absent, null when the text is. */
const $indexOfCP: Expression = (document, expr, options) => {
  const [text, part, from = 0, to] = argumentsOf(document, expr, options)
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string')
    throw requestFailed('$indexOfCP requires strings')
  const points = [...text]
  const wanted = [...part]
  const end = Math.min(typeof to === 'number' ? to : points.length, points.length)
  for (let at = Number(from); at + wanted.length <= end; at++) {
    if (wanted.every((point, i) => points[at + i] === point)) return at
  }
  return -1
}

/** By UTF-8 bytes; a negative count means the rest of the text. */
const $substrBytes: Expression = (document, expr, options) => {
  const [text, start, count] = argumentsOf(document, expr, options)
  if (text === null || text === undefined) return ''
  const bytes = Buffer.from(text instanceof Date ? text.toISOString() : String(text), 'utf8')
  const from = Number(start)
  if (from < 0) return ''
  const length = Number(count)
  return bytes.subarray(from, length < 0 ? undefined : from + length).toString('utf8')
}

interface DatePart {
  date: unknown
  timezone?: unknown
}

/** Minutes east of UTC for `+08:00`, `+0800`, `+08`, or a zone of the IANA list. */
function zoneOffset(zone: unknown, at: Date): number {
  if (zone === undefined || zone === null) return 0
  const text = String(zone)
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(text)
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0))
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: text,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return Math.round((local - Math.floor(at.getTime() / 1000) * 1000) / 60_000)
}

/** The instant moved so that its UTC fields are the local ones; null when there is no date. */
function localDate(document: unknown, expr: unknown, options: Options): Date | null {
  const value = evalExpr(document, expr, options) as unknown
  const part: DatePart =
    typeof value === 'object' && value !== null && !(value instanceof Date) && 'date' in value
      ? (value as DatePart)
      : { date: Array.isArray(value) ? (value as unknown[])[0] : value }
  if (part.date === null || part.date === undefined) return null
  const date = part.date instanceof Date ? part.date : new Date(Number(part.date))
  if (Number.isNaN(date.getTime())) throw requestFailed("can't convert to a date")
  return new Date(date.getTime() + zoneOffset(part.timezone, date) * 60_000)
}

const dayOfYear = (date: Date) =>
  Math.floor(
    (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) -
      Date.UTC(date.getUTCFullYear(), 0, 0)) /
      86_400_000,
  )

/** Weeks begin on Sundays; days before the first Sunday are week 0, as strftime %U counts. */
const weekOfYear = (date: Date) => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7)

const $week: Expression = (document, expr, options) => {
  const date = localDate(document, expr, options)
  return date === null ? null : weekOfYear(date)
}

export const expressionOverrides: Record<string, ExpressionOperator> = {
  $indexOfCP: $indexOfCP as ExpressionOperator,
  $substrBytes: $substrBytes as ExpressionOperator,
  $substr: $substrBytes as ExpressionOperator,
  $week: $week as ExpressionOperator,
}
