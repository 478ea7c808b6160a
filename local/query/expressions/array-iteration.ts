import { requestFailed } from '../../ground/cloud-error'
import { isNullish, isTrue } from './expression'
import type { Expression, Frame, Operator, Scope } from './expression'
import { checkNewVariable } from './field-path'
import { namedArguments } from './named-arguments'
import type { NamedTexts } from './named-arguments'
import { typeName } from '../../ground/bson-types'
import { valueText } from './value-text'

interface Iteration {
  input: Expression
  body: Expression
  /** Where the element stands for the body. */
  slot: number
}

/** The parts of $filter and $map: the body sees the element as `as`, or as `this`. */
function compileIteration(
  argument: unknown,
  scope: Scope,
  name: string,
  bodyKey: string,
): Iteration {
  const texts: NamedTexts = {
    notObject: () => `${name} only supports an object as its argument`,
    unknown: (key) => `Unrecognized parameter to ${name}: ${key}`,
    missing: (key) => `Missing '${key}' parameter to ${name}`,
  }
  const named = namedArguments(argument, ['input', bodyKey], ['as'], texts)
  const input = scope.operand(named.input)
  const as = named.as === undefined ? 'this' : named.as
  const variable = typeof as === 'string' ? as : ''
  checkNewVariable(variable)
  const inner = scope.define(variable)
  return { input, body: inner.scope.operand(named[bodyKey]), slot: inner.slots[0] as number }
}

/** The array to walk through; null when there is none. */
function arrayOf({ input }: Iteration, frame: Frame, name: string): unknown[] | null {
  const array = input.run(frame)
  if (isNullish(array)) return null
  if (!Array.isArray(array))
    throw requestFailed(`input to ${name} must be an array not ${typeName(array)}`)
  return array as unknown[]
}

const $filter: Operator = (argument, scope, name) => {
  const iteration = compileIteration(argument, scope, name, 'cond')
  return {
    constant: false,
    run: (frame) => {
      const array = arrayOf(iteration, frame, name)
      return (
        array?.filter((item) => {
          frame.slots[iteration.slot] = item
          return isTrue(iteration.body.run(frame))
        }) ?? null
      )
    },
  }
}

const $map: Operator = (argument, scope, name) => {
  const iteration = compileIteration(argument, scope, name, 'in')
  return {
    constant: false,
    run: (frame) => {
      const array = arrayOf(iteration, frame, name)
      return (
        array?.map((item) => {
          frame.slots[iteration.slot] = item
          const value = iteration.body.run(frame)
          return value === undefined ? null : value
        }) ?? null
      )
    },
  }
}

const $reduce: Operator = (argument, scope) => {
  const named = namedArguments(argument, ['input', 'initialValue', 'in'], [], {
    notObject: (value) => `$reduce requires an object as an argument, found: ${typeName(value)}`,
    unknown: (key) => `$reduce found an unknown argument: ${key}`,
    missing: (key) => `$reduce requires '${key}' to be specified`,
  })
  const input = scope.operand(named.input)
  const initial = scope.operand(named.initialValue)
  const inner = scope.define('this', 'value')
  const [element, result] = inner.slots as [number, number]
  const body = inner.scope.operand(named.in)
  return {
    constant: false,
    run: (frame) => {
      const array = input.run(frame)
      if (isNullish(array)) return null
      if (!Array.isArray(array))
        throw requestFailed(`$reduce requires that 'input' be an array, found: ${valueText(array)}`)
      let value = initial.run(frame)
      for (const item of array as unknown[]) {
        frame.slots[element] = item
        frame.slots[result] = value
        value = body.run(frame)
      }
      return value
    },
  }
}

export const arrayIteration: Record<string, Operator> = { $filter, $map, $reduce }
