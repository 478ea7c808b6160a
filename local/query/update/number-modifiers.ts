import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { isWhole, typeName } from '../../ground/bson-types'
import { elementText } from '../../ground/value-text'
import { creating, idText } from './modifier'
import type { Place, ReadModifier } from './modifier'

type Operator = '$inc' | '$mul'

const numberTypes: Record<string, string> = { int: 'NumberInt', long: 'NumberLong' }

function current(operator: Operator, value: unknown, place: Place): number {
  if (typeof value === 'number') return value
  throw requestFailed(
    `Cannot apply ${operator} to a value of non-numeric type. {${idText(place)}} has the field '${place.name}' of non-numeric type ${typeName(value)}`,
  )
}

/** Whole numbers that leave 64 bits are refused; with a fraction in play the result is a double. */
function checkOverflow(
  operator: Operator,
  value: number,
  argument: number,
  result: number,
  place: Place,
) {
  if (!isWhole(value) || !isWhole(argument) || Math.abs(result) < 2 ** 63) return
  throw requestFailed(
    `Failed to apply ${operator} operations to current value ((${numberTypes[typeName(value)]})${value}) for document {${idText(place)}}`,
  )
}

const arithmetic =
  (
    operator: Operator,
    verb: string,
    combine: (value: number, argument: number) => number,
    initial: (argument: number) => number,
  ): ReadModifier =>
  (argument, path) => {
    if (typeof argument !== 'number')
      throw requestFailed(
        `Cannot ${verb} with non-numeric argument: {${elementText(path, argument)}}`,
      )
    return creating(
      (value, place) => {
        const before = current(operator, value, place)
        const result = combine(before, argument)
        checkOverflow(operator, before, argument, result, place)
        return result
      },
      () => initial(argument),
    )
  }

export const increment = arithmetic(
  '$inc',
  'increment',
  (value, by) => value + by,
  (by) => by,
)

export const multiply = arithmetic(
  '$mul',
  'multiply',
  (value, by) => value * by,
  (by) => by * 0,
)

const bitOperations: Record<string, (left: bigint, right: bigint) => bigint> = {
  and: (left, right) => left & right,
  or: (left, right) => left | right,
  xor: (left, right) => left ^ right,
}

const FORMAT = '{$bit: {field: {and/or/xor: #}}'

function readBitOperations(argument: unknown): Array<(value: bigint) => bigint> {
  if (!isPlainObject(argument))
    throw requestFailed(
      `The $bit modifier is not compatible with a ${typeName(argument)}. You must pass in an embedded document: ${FORMAT}`,
    )
  const operations = Object.entries(argument).map(([name, operand]) => {
    const operation = Object.hasOwn(bitOperations, name) ? bitOperations[name] : undefined
    if (!operation)
      throw requestFailed(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${elementText(name, operand)}}`,
      )
    if (typeof operand !== 'number' || !isWhole(operand))
      throw requestFailed(
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(operand)}' is not supported here: {${elementText(name, operand)}}`,
      )
    return (value: bigint) => operation(value, BigInt(operand))
  })
  if (operations.length === 0)
    throw requestFailed(`You must pass in at least one bitwise operation. The format is: ${FORMAT}`)
  return operations
}

export const bit: ReadModifier = (argument) => {
  const operations = readBitOperations(argument)
  const apply = (value: number) =>
    Number(
      BigInt.asIntN(
        64,
        operations.reduce((bits, next) => next(bits), BigInt(value)),
      ),
    )
  return creating(
    (value, place) => {
      if (typeof value === 'number' && isWhole(value)) return apply(value)
      throw requestFailed(
        `Cannot apply $bit to a value of non-integral type.${idText(place)} has the field ${place.name} of non-integer type ${typeName(value)}`,
      )
    },
    () => apply(0),
  )
}
