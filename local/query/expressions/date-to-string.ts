import { requestFailed } from '../../ground/cloud-error'
import { dayOfYear, isoWeekOf, weekOfYear } from './calendar'
import type { WallClock } from './calendar'
import { asDate, wallClock, zonePart } from './date-parts'
import type { Zone } from './date-zones'
import { combine, isNullish } from './expression'
import type { Expression, Frame, Operator } from './expression'
import { namedArguments, optionalPart } from './named-arguments'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

const ISO_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

const padded = (value: number, width: number) => String(value).padStart(width, '0')

function fourDigits(year: number): string {
  if (year < 0 || year > 9999) {
    throw requestFailed(`$dateToString is only defined on year 0-9999, tried to use year ${year}`)
  }
  return padded(year, 4)
}

/** Minutes east of UTC, cut towards zero. */
const minutesOf = (offset: number) => Math.trunc(offset / 60_000)

function offsetDigits(offset: number): string {
  const minutes = Math.abs(minutesOf(offset))
  return `${offset < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${padded(minutes % 60, 2)}`
}

type Specifier = (clock: WallClock, offset: number) => string

const SPECIFIERS: Record<string, Specifier> = {
  '%': () => '%',
  Y: (clock) => fourDigits(clock.getUTCFullYear()),
  m: (clock) => padded(clock.getUTCMonth() + 1, 2),
  d: (clock) => padded(clock.getUTCDate(), 2),
  H: (clock) => padded(clock.getUTCHours(), 2),
  M: (clock) => padded(clock.getUTCMinutes(), 2),
  S: (clock) => padded(clock.getUTCSeconds(), 2),
  L: (clock) => padded(clock.getUTCMilliseconds(), 3),
  j: (clock) => padded(dayOfYear(clock), 3),
  w: (clock) => String(clock.getUTCDay() + 1),
  U: (clock) => padded(weekOfYear(clock), 2),
  u: (clock) => String(isoWeekOf(clock).day),
  V: (clock) => padded(isoWeekOf(clock).week, 2),
  G: (clock) => fourDigits(isoWeekOf(clock).year),
  z: (_clock, offset) => offsetDigits(offset),
  Z: (_clock, offset) => String(minutesOf(offset)),
}

/**
 * Checks a format string before any date is looked at.
 * @throws CloudError for a `%` at its end or an unknown letter after one
 */
export function checkFormat(format: string, isKnown: (letter: string) => boolean): void {
  for (let at = 0; at < format.length; at++) {
    if (format[at] !== '%') continue
    at += 1
    const letter = format[at]
    if (letter === undefined) throw requestFailed("Unmatched '%' at end of format string")
    if (!isKnown(letter))
      throw requestFailed(`Invalid format character '%${letter}' in format string`)
  }
}

function formatDate(date: Date, format: string, zone: Zone): string {
  const clock = wallClock(date, zone)
  const offset = zone.offsetAt(date.getTime())
  return format.replace(/%([\s\S])/g, (_all, letter: string) =>
    (SPECIFIERS[letter] as Specifier)(clock, offset),
  )
}

interface Parts {
  date: Expression
  format?: Expression
  timezone?: Expression
  onNull?: Expression
}

function run(parts: Parts, frame: Frame): unknown {
  const date = parts.date.run(frame)
  const format = parts.format ? parts.format.run(frame) : ISO_FORMAT
  if (!isNullish(format)) {
    if (typeof format !== 'string') {
      throw requestFailed(
        `$dateToString requires that 'format' be a string, found: ${typeName(format)} with value ${valueText(format)}`,
      )
    }
    checkFormat(format, (letter) => Object.hasOwn(SPECIFIERS, letter))
  }
  const zone = zonePart(parts.timezone, frame)
  if (isNullish(date)) return parts.onNull ? parts.onNull.run(frame) : null
  if (!zone || isNullish(format)) return null
  return formatDate(asDate(date), format, zone)
}

const $dateToString: Operator = (argument, scope) => {
  const named = namedArguments(argument, ['date'], ['format', 'timezone', 'onNull'], {
    notObject: () => '$dateToString only supports an object as its argument',
    unknown: (key) => `Unrecognized argument to $dateToString: ${key}`,
    missing: (key) => `Missing '${key}' parameter to $dateToString`,
  })
  const parts: Parts = { date: scope.operand(named.date) }
  for (const key of ['format', 'timezone', 'onNull'] as const) {
    const part = optionalPart(named, key, scope)
    if (part) parts[key] = part
  }
  return combine(Object.values(parts) as Expression[], (frame) => run(parts, frame))
}

export const dateToString: Record<string, Operator> = { $dateToString }
