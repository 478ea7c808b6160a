import { readPattern } from '../../ground/read-pattern'
import { patternTest } from '../filter/pattern-conditions'
import { countNumber } from '../filter/whole-number'
import { requestFailed } from '../../ground/cloud-error'
import { keywordError, onlyFor } from './schema'
import type { Keyword } from './schema'

const isNumber = (value: unknown): value is number => typeof value === 'number'
const isText = (value: unknown): value is string => typeof value === 'string'

const codePoints = (text: string) => [...text].length

/** `minimum` and `maximum`, with their neighbours that exclude the bound itself. */
const bound =
  (keyword: 'minimum' | 'maximum', exclusive: string): Keyword =>
  (limit, schema) => {
    if (!isNumber(limit)) throw keywordError(keyword, 'must be a number')
    const strict = schema[exclusive]
    if (strict !== undefined && typeof strict !== 'boolean')
      throw keywordError(exclusive, 'must be a boolean')
    const sign = keyword === 'minimum' ? 1 : -1
    return onlyFor(isNumber, (value) => {
      const over = ((value as number) - limit) * sign
      return strict ? over > 0 : over >= 0
    })
  }

const needs =
  (keyword: string, exclusive: string): Keyword =>
  (_value, schema) => {
    if (schema[keyword] === undefined)
      throw keywordError(keyword, `must be a present if ${exclusive} is present`)
    return () => true
  }

/** Digits of a number as a whole number and the places after its point, as decimal arithmetic sees it. */
function decimal(value: number): { digits: bigint; places: number } {
  const [mantissa, exponent] = value
    .toPrecision(15)
    .replace(/e([+-]\d+)$/, ' $1')
    .split(' ')
  const [whole, fraction = ''] = (mantissa as string).split('.')
  const places = fraction.length - Number(exponent ?? 0)
  const digits = BigInt(`${whole}${fraction}`)
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 }
}

function isMultiple(value: number, factor: number): boolean {
  if (!Number.isFinite(value)) return false
  const [left, right] = [decimal(value), decimal(factor)]
  const places = Math.max(left.places, right.places)
  const scaled = ({ digits, places: own }: typeof left) => digits * 10n ** BigInt(places - own)
  return scaled(left) % scaled(right) === 0n
}

const multipleOf: Keyword = (factor) => {
  if (!isNumber(factor)) throw keywordError('multipleOf', 'must be a number')
  if (!(factor > 0)) throw keywordError('multipleOf', 'must have a positive value')
  return onlyFor(isNumber, (value) => isMultiple(value as number, factor))
}

const length =
  (keyword: string, fits: (length: number, limit: number) => boolean): Keyword =>
  (limit) => {
    const count = countNumber(keyword, limit)
    return onlyFor(isText, (value) => fits(codePoints(value as string), count))
  }

const pattern: Keyword = (source) => {
  if (!isText(source)) throw keywordError('pattern', 'must be a string')
  const compiled = readPattern(source, '')
  if (!compiled) throw requestFailed(`Regular expression is invalid: /${source}/`)
  return onlyFor(isText, patternTest(compiled))
}

export const scalarKeywords: Record<string, Keyword> = {
  minimum: bound('minimum', 'exclusiveMinimum'),
  maximum: bound('maximum', 'exclusiveMaximum'),
  exclusiveMinimum: needs('minimum', 'exclusiveMinimum'),
  exclusiveMaximum: needs('maximum', 'exclusiveMaximum'),
  multipleOf,
  minLength: length('minLength', (found, limit) => found >= limit),
  maxLength: length('maxLength', (found, limit) => found <= limit),
  pattern,
}
