import { requestFailed } from '../../ground/cloud-error'
import { isoMidnight, midnight } from './calendar'
import { zonePart } from './date-parts'
import { instantOf } from './date-zones'
import { combine, isNullish } from './expression'
import type { Expression, Frame, Operator, Scope } from './expression'
import { namedArguments, optionalPart } from './named-arguments'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

const NATURAL = ['year', 'month', 'day']
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek']
const TIME = ['hour', 'minute', 'second', 'millisecond']

/** Value of each part when it is left out. */
const DEFAULTS: Record<string, number> = {
  month: 1,
  day: 1,
  isoWeek: 1,
  isoDayOfWeek: 1,
  hour: 0,
  minute: 0,
  second: 0,
  millisecond: 0,
}

type Parts = Map<string, Expression>

function compileParts(named: Record<string, unknown>, scope: Scope): Parts {
  const parts: Parts = new Map()
  for (const key of [...NATURAL, ...ISO, ...TIME, 'timezone']) {
    const part = optionalPart(named, key, scope)
    if (part) parts.set(key, part)
  }
  if (!parts.has('year') && !parts.has('isoWeekYear'))
    throw requestFailed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  if (parts.has('year') && ISO.some((key) => parts.has(key)))
    throw requestFailed('$dateFromParts does not allow mixing natural dates with ISO dates')
  if (parts.has('isoWeekYear') && NATURAL.some((key) => parts.has(key)))
    throw requestFailed('$dateFromParts does not allow mixing ISO dates with natural dates')
  return parts
}

/** The numbers under these keys; null when one of them is null. */
function numbers(parts: Parts, keys: readonly string[], frame: Frame): number[] | null {
  const found: number[] = []
  for (const key of keys) {
    const part = parts.get(key)
    const value = part ? part.run(frame) : DEFAULTS[key]
    if (isNullish(value)) return null
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw requestFailed(
        `'${key}' must evaluate to an integer, found ${typeName(value)} with value ${valueText(value)}`,
      )
    }
    found.push(value)
  }
  return found
}

function dayOf(parts: Parts, frame: Frame): number | null {
  const isIso = parts.has('isoWeekYear')
  const found = numbers(parts, isIso ? ISO : NATURAL, frame)
  if (!found) return null
  const [year, second, third] = found as [number, number, number]
  if (isIso) return isoMidnight(year, second, third)
  if (year < 0 || year > 9999) {
    throw requestFailed(`'year' must evaluate to an integer in the range 0 to 9999, found ${year}`)
  }
  return midnight(year, second, third)
}

function build(parts: Parts, frame: Frame): Date | null {
  const time = numbers(parts, TIME, frame)
  if (!time) return null
  const zone = zonePart(parts.get('timezone'), frame)
  if (!zone) return null
  const day = dayOf(parts, frame)
  if (day === null) return null
  const [hour, minute, second, millisecond] = time as [number, number, number, number]
  const local = day + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  const date = new Date(instantOf(local, zone))
  if (Number.isNaN(date.getTime())) throw requestFailed('date overflow in $dateFromParts')
  return date
}

const $dateFromParts: Operator = (argument, scope) => {
  const named = namedArguments(argument, [], [...NATURAL, ...ISO, ...TIME, 'timezone'], {
    notObject: () => '$dateFromParts only supports an object as its argument',
    unknown: (key) => `Unrecognized argument to $dateFromParts: ${key}`,
    missing: (key) => `Missing '${key}' parameter to $dateFromParts`,
  })
  const parts = compileParts(named, scope)
  return combine([...parts.values()], (frame) => build(parts, frame))
}

export const dateFromParts: Record<string, Operator> = { $dateFromParts }
