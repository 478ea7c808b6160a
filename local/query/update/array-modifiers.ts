import { compareValues } from '../../ground/compare-values'
import { cloneValue, isPlainObject } from '../../ground/document'
import { bsonText } from '../../ground/bson-text'
import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import { isFieldOperator, parseFilter } from '../filter/parse-filter'
import { wholeNumber } from '../filter/whole-number'
import { creating } from './modifier'
import type { Modifier, ReadModifier } from './modifier'

const same = (left: unknown) => (right: unknown) => compareValues(left, right) === 0

function readSetMembers(argument: unknown): unknown[] {
  if (!isPlainObject(argument) || Object.keys(argument)[0] !== '$each') return [argument]
  const { $each } = argument
  if (!Array.isArray($each))
    throw requestFailed(
      `The argument to $each in $addToSet must be an array but it was of type ${typeName($each)}`,
    )
  if (Object.keys(argument).length > 1)
    throw requestFailed(`Found unexpected fields after $each in $addToSet: ${bsonText(argument)}`)
  return $each
}

function added(array: unknown[], members: unknown[]): unknown[] {
  const result = [...array]
  for (const member of members) if (!result.some(same(member))) result.push(cloneValue(member))
  return result
}

export const addToSet: ReadModifier = (argument) => {
  const members = readSetMembers(argument)
  return creating(
    (value, place) => {
      if (Array.isArray(value)) return added(value, members)
      throw requestFailed(
        `Cannot apply $addToSet to non-array field. Field named '${place.name}' has non-array type ${typeName(value)}`,
      )
    },
    () => added([], members),
  )
}

const culling = (leaves: (item: unknown) => boolean): Modifier => ({
  change(value) {
    if (Array.isArray(value)) return value.filter((item) => !leaves(item))
    throw requestFailed('Cannot apply $pull to a non-array value')
  },
  create: null,
  strictPath: true,
})

/** A condition on the fields of elements, an operator or a pattern on elements themselves, or a value. */
function pullTest(argument: unknown): (item: unknown) => boolean {
  const scope = { nested: false, near: false, expression: null }
  if (isPlainObject(argument) && !isFieldOperator(Object.keys(argument)[0])) {
    const condition = parseFilter(argument, scope)
    return (item) => isPlainObject(item) && condition.onDocument(item)
  }
  if (isPlainObject(argument) || argument instanceof RegExp) {
    const condition = parseFilter({ '': argument }, scope)
    return (item) => condition.onDocument({ '': item })
  }
  return same(argument)
}

export const pull: ReadModifier = (argument) => culling(pullTest(argument))

export const pullAll: ReadModifier = (argument) => {
  if (!Array.isArray(argument))
    throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(argument)}`)
  return culling((item) => argument.some(same(item)))
}

export const pop: ReadModifier = (argument, path) => {
  const end = wholeNumber(path, argument)
  if (end !== 1 && end !== -1)
    throw requestFailed(`$pop expects 1 or -1, found: ${bsonText(argument)}`)
  return {
    change(value, place) {
      if (Array.isArray(value)) return end === 1 ? value.slice(0, -1) : value.slice(1)
      throw requestFailed(
        `Path '${place.path}' contains an element of non-array type '${typeName(value)}'`,
      )
    },
    create: null,
    strictPath: true,
  }
}
