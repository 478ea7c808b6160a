import { CloudError, requestFailed } from '../../ground/cloud-error'
import { zonePart } from './date-parts'
import { checkFormat } from './date-to-string'
import type { Zone } from './date-zones'
import { combine, isNullish } from './expression'
import type { Expression, Frame, Operator } from './expression'
import { namedArguments, optionalPart } from './named-arguments'
import { resolveDate } from './read-date'
import { isReadSpecifier, readDateByFormat } from './read-date-format'
import { readDateText } from './read-date-text'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

interface Parts {
  dateString: Expression
  timezone?: Expression
  format?: Expression
  onNull?: Expression
  onError?: Expression
}

function readFormat(parts: Parts, frame: Frame): string | null | undefined {
  if (!parts.format) return undefined
  const format = parts.format.run(frame)
  if (isNullish(format)) return null
  if (typeof format !== 'string') {
    throw requestFailed(
      `$dateFromString requires that 'format' be a string, found: ${typeName(format)} with value ${valueText(format)}`,
    )
  }
  checkFormat(format, isReadSpecifier)
  return format
}

function convert(text: unknown, format: string | null | undefined, zone: Zone | null): Date | null {
  if (typeof text !== 'string') {
    throw requestFailed(
      `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ${valueText(text)}`,
    )
  }
  if (!zone || format === null) return null
  const found = format === undefined ? readDateText(text) : readDateByFormat(text, format)
  return resolveDate(text, found, zone)
}

function run(parts: Parts, frame: Frame): unknown {
  const text = parts.dateString.run(frame)
  const format = readFormat(parts, frame)
  const zone = zonePart(parts.timezone, frame)
  if (isNullish(text)) return parts.onNull ? parts.onNull.run(frame) : null
  try {
    return convert(text, format, zone)
  } catch (error) {
    if (parts.onError && error instanceof CloudError) return parts.onError.run(frame)
    throw error
  }
}

const OPTIONAL = ['timezone', 'format', 'onNull', 'onError'] as const

const $dateFromString: Operator = (argument, scope) => {
  const named = namedArguments(argument, ['dateString'], OPTIONAL, {
    notObject: (value) =>
      `$dateFromString only supports an object as an argument, found: ${typeName(value)}`,
    unknown: (key) => `Unrecognized argument to $dateFromString: ${key}`,
    missing: (key) => `Missing '${key}' parameter to $dateFromString`,
  })
  const parts: Parts = { dateString: scope.operand(named.dateString) }
  for (const key of OPTIONAL) {
    const part = optionalPart(named, key, scope)
    if (part) parts[key] = part
  }
  return combine(Object.values(parts) as Expression[], (frame) => run(parts, frame))
}

export const dateFromString: Record<string, Operator> = { $dateFromString }
