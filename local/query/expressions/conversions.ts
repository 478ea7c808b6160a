import { CloudError, requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import { conversionTarget } from './conversion-target'
import { convertValue } from './convert-value'
import { isNullish } from './expression'
import type { Expression, Frame, Operator, Scope } from './expression'
import { namedArguments, operandsOf, optionalPart } from './named-arguments'

interface Conversion {
  input: Expression
  to: Expression
  onNull: Expression | undefined
  onError: Expression | undefined
}

function run({ input, to, onNull, onError }: Conversion, frame: Frame): unknown {
  const wanted = to.run(frame)
  const value = input.run(frame)
  const target = isNullish(wanted) ? null : conversionTarget(wanted)
  if (isNullish(value)) return onNull ? onNull.run(frame) : null
  if (target === null) return null
  try {
    return convertValue(target, value)
  } catch (error) {
    if (onError && error instanceof CloudError) return onError.run(frame)
    throw error
  }
}

const compileConvert = (named: Record<string, unknown>, scope: Scope): Conversion => ({
  input: scope.operand(named.input),
  to: scope.operand(named.to),
  onNull: optionalPart(named, 'onNull', scope),
  onError: optionalPart(named, 'onError', scope),
})

const $convert: Operator = (argument, scope) => {
  const named = namedArguments(argument, ['input', 'to'], ['onNull', 'onError'], {
    notObject: (value) =>
      `$convert expects an object of named arguments but found: ${typeName(value)}`,
    unknown: (key) => `$convert found an unknown argument: ${key}`,
    missing: (key) => `Missing '${key}' parameter to $convert`,
  })
  const conversion = compileConvert(named, scope)
  return { run: (frame) => run(conversion, frame), constant: false }
}

const shortcut =
  (target: string): Operator =>
  (argument, scope, name) => {
    const operands = operandsOf(argument, scope)
    if (operands.length !== 1)
      throw requestFailed(`${name} requires a single argument, got ${operands.length}`)
    const { run: evaluate } = operands[0] as Expression
    return {
      constant: false,
      run: (frame) => {
        const value = evaluate(frame)
        return isNullish(value) ? null : convertValue(target, value)
      },
    }
  }

export const conversions: Record<string, Operator> = {
  $convert,
  $toString: shortcut('string'),
  $toObjectId: shortcut('objectId'),
  $toDate: shortcut('date'),
  $toDouble: shortcut('double'),
  $toInt: shortcut('int'),
  $toLong: shortcut('long'),
  $toDecimal: shortcut('decimal'),
  $toBool: shortcut('bool'),
}
