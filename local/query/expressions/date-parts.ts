import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { dayOfYear, isoWeekOf, weekOfYear } from './calendar'
import type { WallClock } from './calendar'
import { UTC, zoneOf } from './date-zones'
import type { Zone } from './date-zones'
import { combine, isNullish } from './expression'
import type { Expression, Frame, Operator, Scope } from './expression'
import { namedArguments, optionalPart } from './named-arguments'
import { bsonText } from '../../ground/bson-text'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

/** @throws CloudError for anything but a date */
export function asDate(value: unknown): Date {
  if (value instanceof Date) return value
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to Date`)
}

export const wallClock = (date: Date, zone: Zone): WallClock =>
  new Date(date.getTime() + zone.offsetAt(date.getTime()))

/**
 * The zone that an operator names: UTC without one, null when it is null.
 * @throws CloudError for a zone that does not exist
 */
export function zonePart(part: Expression | undefined, frame: Frame): Zone | null {
  if (!part) return UTC
  const name = part.run(frame)
  if (isNullish(name)) return null
  if (typeof name !== 'string')
    throw requestFailed(`timezone must evaluate to a string, found ${typeName(name)}`)
  return zoneOf(name)
}

interface DateArgument {
  date: Expression
  timezone?: Expression
}

/** A date alone, `[date]`, or `{ date, timezone }`. */
function compileArgument(argument: unknown, scope: Scope, name: string): DateArgument {
  if (Array.isArray(argument)) {
    if (argument.length !== 1) {
      throw requestFailed(
        `${name} accepts exactly one argument if given an array, but was given ${argument.length}`,
      )
    }
    return { date: scope.operand(argument[0]) }
  }
  const keys = isPlainObject(argument) ? Object.keys(argument) : []
  if (!isPlainObject(argument) || keys[0]?.startsWith('$')) return { date: scope.operand(argument) }
  for (const key of keys) {
    if (key !== 'date' && key !== 'timezone')
      throw requestFailed(`unrecognized option to ${name}: "${key}"`)
  }
  if (!keys.includes('date')) {
    throw requestFailed(
      `missing 'date' argument to ${name}, provided: ${name}: ${bsonText(argument)}`,
    )
  }
  const timezone = optionalPart(argument, 'timezone', scope)
  return { date: scope.operand(argument.date), ...(timezone ? { timezone } : {}) }
}

const part =
  (read: (clock: WallClock) => number): Operator =>
  (argument, scope, name) => {
    const { date, timezone } = compileArgument(argument, scope, name)
    return combine(timezone ? [date, timezone] : [date], (frame) => {
      const value = date.run(frame)
      if (isNullish(value)) return null
      const instant = asDate(value)
      if (!timezone) return read(instant)
      const zone = timezone.run(frame)
      if (isNullish(zone)) return null
      if (typeof zone !== 'string') {
        throw requestFailed(
          `${name} requires a string for the timezone argument, but was given a ${typeName(zone)} (${valueText(zone)})`,
        )
      }
      return read(wallClock(instant, zoneOf(zone)))
    })
  }

const time = (clock: WallClock) => ({
  hour: clock.getUTCHours(),
  minute: clock.getUTCMinutes(),
  second: clock.getUTCSeconds(),
  millisecond: clock.getUTCMilliseconds(),
})

function allParts(clock: WallClock, iso: boolean): Record<string, number> {
  if (iso) {
    const { year, week, day } = isoWeekOf(clock)
    return { isoWeekYear: year, isoWeek: week, isoDayOfWeek: day, ...time(clock) }
  }
  return {
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth() + 1,
    day: clock.getUTCDate(),
    ...time(clock),
  }
}

const $dateToParts: Operator = (argument, scope) => {
  const named = namedArguments(argument, ['date'], ['timezone', 'iso8601'], {
    notObject: () => '$dateToParts only supports an object as its argument',
    unknown: (key) => `Unrecognized argument to $dateToParts: ${key}`,
    missing: (key) => `Missing '${key}' parameter to $dateToParts`,
  })
  const date = scope.operand(named.date)
  const timezone = optionalPart(named, 'timezone', scope)
  const iso8601 = optionalPart(named, 'iso8601', scope)
  return {
    constant: false,
    run: (frame) => {
      const zone = zonePart(timezone, frame)
      const iso = iso8601 ? iso8601.run(frame) : false
      if (!isNullish(iso) && typeof iso !== 'boolean')
        throw requestFailed(`iso8601 must evaluate to a bool, found ${typeName(iso)}`)
      const value = date.run(frame)
      if (!zone || isNullish(iso) || isNullish(value)) return null
      return allParts(wallClock(asDate(value), zone), iso)
    },
  }
}

export const dateParts: Record<string, Operator> = {
  $dayOfMonth: part((clock) => clock.getUTCDate()),
  $dayOfWeek: part((clock) => clock.getUTCDay() + 1),
  $dayOfYear: part(dayOfYear),
  $hour: part((clock) => clock.getUTCHours()),
  $isoDayOfWeek: part((clock) => isoWeekOf(clock).day),
  $isoWeek: part((clock) => isoWeekOf(clock).week),
  $isoWeekYear: part((clock) => isoWeekOf(clock).year),
  $millisecond: part((clock) => clock.getUTCMilliseconds()),
  $minute: part((clock) => clock.getUTCMinutes()),
  $month: part((clock) => clock.getUTCMonth() + 1),
  $second: part((clock) => clock.getUTCSeconds()),
  $week: part(weekOfYear),
  $year: part((clock) => clock.getUTCFullYear()),
  $dateToParts,
}
