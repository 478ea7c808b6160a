import { requestFailed } from '../../ground/cloud-error'
import { isNullish } from './expression'
import type { Operator } from './expression'
import { binary, unary, variadic } from './named-arguments'
import { typeName } from '../../ground/bson-types'
import { numberText } from './value-text'

/**
 * A value where a text is wanted: numbers and dates are written out, null and missing are empty.
 * @throws CloudError for everything else
 */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (isNullish(value)) return ''
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return value.toISOString()
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to String`)
}

// The server folds the letters of ASCII and leaves all others as they are.
const upper = (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
const lower = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

const $concat = variadic((operands, frame) => {
  let text = ''
  for (const { run } of operands) {
    const value = run(frame)
    if (isNullish(value)) return null
    if (typeof value !== 'string')
      throw requestFailed(`$concat only supports strings, not ${typeName(value)}`)
    text += value
  }
  return text
})

const $split = binary((text, separator) => {
  if (isNullish(text) || isNullish(separator)) return null
  const wrong = (value: unknown, which: string) =>
    requestFailed(
      `$split requires an expression that evaluates to a string as a ${which} argument, found: ${typeName(value)}`,
    )
  if (typeof text !== 'string') throw wrong(text, 'first')
  if (typeof separator !== 'string') throw wrong(separator, 'second')
  if (separator === '') throw requestFailed('$split requires a non-empty separator')
  return text.split(separator)
})

const $strcasecmp = binary((left, right) =>
  Math.sign(Buffer.compare(Buffer.from(upper(asText(left))), Buffer.from(upper(asText(right))))),
)

const lengthBy = (count: (text: string) => number): Operator =>
  unary((text, name) => {
    if (typeof text !== 'string')
      throw requestFailed(`${name} requires a string argument, found: ${typeName(text)}`)
    return count(text)
  })

export const strings: Record<string, Operator> = {
  $concat,
  $split,
  $strcasecmp,
  $strLenBytes: lengthBy((text) => Buffer.byteLength(text)),
  $strLenCP: lengthBy((text) => [...text].length),
  $toLower: unary((value) => lower(asText(value))),
  $toUpper: unary((value) => upper(asText(value))),
}
