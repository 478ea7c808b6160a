import { requestFailed } from '../../ground/cloud-error'
import { typeName, typeOfCode, typesOfAlias } from '../../ground/bson-types'
import { fieldCondition, isTruthy, negated } from './condition'
import type { Condition } from './condition'

function oneType(value: unknown): string[] {
  if (typeof value === 'string') {
    const types = typesOfAlias(value)
    if (types) return types
    if (value === 'missing')
      throw requestFailed(
        "'missing' is not a legal type name. To query for non-existence of a field, use {$exists:false}.",
      )
    throw requestFailed(`Unknown type name alias: ${value}`)
  }
  if (typeof value !== 'number')
    throw requestFailed('type must be represented as a number or a string')
  if (value === 0)
    throw requestFailed('Invalid numerical type code: 0. Instead use {$exists:false}.')
  const name = typeOfCode(value)
  if (name === null) throw requestFailed(`Invalid numerical type code: ${value}`)
  return [name]
}

/** `$type`: a name or a number of BSON, or a list of them. */
export function hasType(path: string, value: unknown): Condition {
  const types = new Set((Array.isArray(value) ? value : [value]).flatMap(oneType))
  if (types.size === 0) throw requestFailed(`${path} must match at least one type`)
  return fieldCondition(path, (field) => types.has(typeName(field)))
}

export function existence(path: string, value: unknown): Condition {
  const exists = fieldCondition(path, (field) => field !== undefined)
  return isTruthy(value) ? exists : negated(exists)
}
