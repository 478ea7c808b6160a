import { requestFailed } from '../../ground/cloud-error'
import { combine, isNullish } from './expression'
import type { Operator } from './expression'
import { binary, operandsOf, variadic } from './named-arguments'
import { compareInExpressions, valueKey } from './ordering'
import { typeName } from '../../ground/bson-types'

/** The distinct values of an array, first ones first. */
function distinct(array: readonly unknown[]): Map<unknown, unknown> {
  const found = new Map<unknown, unknown>()
  for (const item of array) {
    const key = valueKey(item)
    if (!found.has(key)) found.set(key, item)
  }
  return found
}

function operandArray(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) {
    throw requestFailed(
      `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`,
    )
  }
  return value as unknown[]
}

function bothArrays(left: unknown, right: unknown, name: string): [unknown[], unknown[]] {
  for (const [value, which] of [
    [left, 'First'],
    [right, 'Second'],
  ] as const) {
    if (!Array.isArray(value)) {
      throw requestFailed(
        `both operands of ${name} must be arrays. ${which} argument is of type: ${typeName(value)}`,
      )
    }
  }
  return [left as unknown[], right as unknown[]]
}

const $setDifference = binary((left, right, name) => {
  if (isNullish(left) || isNullish(right)) return null
  const [first, second] = bothArrays(left, right, name)
  const without = distinct(second)
  return [...distinct(first)].filter(([key]) => !without.has(key)).map(([, value]) => value)
})

const $setEquals: Operator = (argument, scope, name) => {
  const operands = operandsOf(argument, scope)
  if (operands.length < 2)
    throw requestFailed(`$setEquals needs at least two arguments had: ${operands.length}`)
  return combine(operands, (frame) => {
    let first: Map<unknown, unknown> | undefined
    for (const { run } of operands) {
      const set = distinct(operandArray(run(frame), name))
      first ??= set
      if (set.size !== first.size) return false
      for (const key of set.keys()) if (!first.has(key)) return false
    }
    return true
  })
}

/** Results come in the order of their values: the server keeps them in an ordered set. */
const inOrder = (set: Map<unknown, unknown>): unknown[] =>
  [...set.values()].sort(compareInExpressions)

const $setIntersection = variadic((operands, frame, name) => {
  let common: Map<unknown, unknown> | undefined
  for (const { run } of operands) {
    const value = run(frame)
    if (isNullish(value)) return null
    const set = distinct(operandArray(value, name))
    if (!common) common = set
    else for (const key of [...common.keys()]) if (!set.has(key)) common.delete(key)
    if (common.size === 0) break
  }
  return inOrder(common ?? new Map<unknown, unknown>())
})

const $setUnion = variadic((operands, frame, name) => {
  const all: unknown[] = []
  for (const { run } of operands) {
    const value = run(frame)
    if (isNullish(value)) return null
    for (const item of operandArray(value, name)) all.push(item)
  }
  return inOrder(distinct(all))
})

const $setIsSubset = binary((left, right, name) => {
  const [first, second] = bothArrays(left, right, name)
  const whole = distinct(second)
  return first.every((item) => whole.has(valueKey(item)))
})

export const sets: Record<string, Operator> = {
  $setDifference,
  $setEquals,
  $setIntersection,
  $setIsSubset,
  $setUnion,
}
