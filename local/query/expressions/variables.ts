import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { constant } from './expression'
import type { Operator } from './expression'
import { checkNewVariable } from './field-path'
import { namedArguments } from './named-arguments'

const $let: Operator = (argument, scope) => {
  const named = namedArguments(argument, ['vars', 'in'], [], {
    notObject: () => '$let only supports an object as its argument',
    unknown: (key) => `Unrecognized parameter to $let: ${key}`,
    missing: (key) => `Missing '${key}' parameter to $let`,
  })
  const { vars } = named
  if (!isPlainObject(vars)) throw requestFailed('invalid parameter: expected an object (vars)')
  const names = Object.keys(vars)
  names.forEach(checkNewVariable)
  // The values see only the variables outside.
  const values = names.map((name) => scope.operand(vars[name]))
  const inner = scope.define(...names)
  const body = inner.scope.operand(named.in)
  return {
    constant: false,
    run: (frame) => {
      values.forEach((value, i) => {
        frame.slots[inner.slots[i] as number] = value.run(frame)
      })
      return body.run(frame)
    },
  }
}

const $literal: Operator = (argument) => constant(argument)

/** There are no text indexes here, so no document has a score. */
const $meta: Operator = (argument) => {
  if (typeof argument !== 'string') throw requestFailed('$meta only supports string arguments')
  if (argument !== 'textScore' && argument !== 'randVal')
    throw requestFailed(`Unsupported argument to $meta: ${argument}`)
  return { run: () => undefined, constant: false }
}

export const variables: Record<string, Operator> = {
  $let,
  $literal,
  $const: $literal,
  $meta,
}
