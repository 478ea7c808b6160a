import { requestFailed } from '../../ground/cloud-error'
import { isInt } from './array-elements'
import { isNullish } from './expression'
import type { Expression, Frame, Operator, Scope } from './expression'
import { namedArguments, ranged, unary, variadic } from './named-arguments'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

/** Arrays of more elements could not be sent back; joined over and over they would end the process. */
const MOST_ELEMENTS = 2_000_000

const $concatArrays = variadic((operands, frame) => {
  const all: unknown[] = []
  for (const { run } of operands) {
    const value = run(frame)
    if (isNullish(value)) return null
    if (!Array.isArray(value))
      throw requestFailed(`$concatArrays only supports arrays, not ${typeName(value)}`)
    if (all.length + value.length > MOST_ELEMENTS)
      throw requestFailed('$concatArrays would use too much memory')
    for (const item of value as unknown[]) all.push(item)
  }
  return all
})

const $reverseArray = unary((array) => {
  if (isNullish(array)) return null
  if (!Array.isArray(array)) {
    throw requestFailed(
      `The argument to $reverseArray must be an array, but was of type: ${typeName(array)}`,
    )
  }
  return [...(array as unknown[])].reverse()
})

function rangeNumber(value: unknown, what: string, article: string): number {
  if (typeof value !== 'number') {
    // The server's own text lacks the space for the step.
    const colon = what === 'step value' ? ':' : ': '
    throw requestFailed(
      `$range requires a numeric ${what}, found value of type${colon}${typeName(value)}`,
    )
  }
  if (!isInt(value)) {
    throw requestFailed(
      `$range requires ${article} ${what} that can be represented as a 32-bit integer, found value: ${valueText(value)}`,
    )
  }
  return value
}

const $range = ranged(2, 3, (values) => {
  const start = rangeNumber(values[0], 'starting value', 'a')
  const end = rangeNumber(values[1], 'ending value', 'an')
  const step = values.length === 3 ? rangeNumber(values[2], 'step value', 'a') : 1
  if (step === 0) throw requestFailed('$range requires a non-zero step value')
  if ((end - start) / step > MOST_ELEMENTS) throw requestFailed('$range would use too much memory')
  const all: number[] = []
  for (let at = start; step > 0 ? at < end : at > end; at += step) all.push(at)
  return all
})

interface Zip {
  inputs: Expression[]
  defaults: Expression[]
  longest: boolean
}

function expressionList(value: unknown, what: string, scope: Scope): Expression[] {
  if (!Array.isArray(value))
    throw requestFailed(`${what} must be an array of expressions, found ${typeName(value)}`)
  return value.map((item: unknown) => scope.operand(item))
}

function compileZip(argument: unknown, scope: Scope): Zip {
  const named = namedArguments(argument, [], ['inputs', 'defaults', 'useLongestLength'], {
    notObject: (value) => `$zip only supports an object as an argument, found ${typeName(value)}`,
    unknown: (key) => `$zip found an unknown argument: ${key}`,
    missing: (key) => `$zip requires ${key}`,
  })
  const { useLongestLength = false } = named
  if (typeof useLongestLength !== 'boolean')
    throw requestFailed(`useLongestLength must be a bool, found ${typeName(useLongestLength)}`)
  const zip = {
    inputs: expressionList(named.inputs ?? [], 'inputs', scope),
    defaults: expressionList(named.defaults ?? [], 'defaults', scope),
    longest: useLongestLength,
  }
  if (zip.inputs.length === 0) throw requestFailed('$zip requires at least one input array')
  if (!zip.longest && zip.defaults.length > 0)
    throw requestFailed('cannot specify defaults unless useLongestLength is true')
  if (zip.defaults.length > 0 && zip.defaults.length !== zip.inputs.length)
    throw requestFailed('defaults and inputs must have the same length')
  return zip
}

function runZip(zip: Zip, frame: Frame): unknown {
  const arrays: unknown[][] = []
  for (const { run } of zip.inputs) {
    const array = run(frame)
    if (isNullish(array)) return null
    if (!Array.isArray(array))
      throw requestFailed(`$zip found a non-array expression in input: ${valueText(array)}`)
    arrays.push(array as unknown[])
  }
  const lengths = arrays.map(({ length }) => length)
  const rows = zip.longest ? Math.max(...lengths) : Math.min(...lengths)
  const fillers = arrays.map((array, i) =>
    array.length < rows ? (zip.defaults[i]?.run(frame) ?? null) : null,
  )
  return Array.from({ length: rows }, (_unused, row) =>
    arrays.map((array, i) => (row < array.length ? array[row] : fillers[i])),
  )
}

const $zip: Operator = (argument, scope) => {
  const zip = compileZip(argument, scope)
  return { run: (frame) => runZip(zip, frame), constant: false }
}

export const arrayShapes: Record<string, Operator> = { $concatArrays, $reverseArray, $range, $zip }
