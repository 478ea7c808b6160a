import { requestFailed } from '../../ground/cloud-error'
import { comparison, equality, exclusion, inequality, membership } from './compare-conditions'
import { fieldCondition } from './condition'
import type { Condition, Fields } from './condition'
import { intersects, nearNotFirst, within } from './geo-conditions'
import { bits, remainder } from './number-conditions'
import { regexOperator } from './pattern-conditions'
import { existence, hasType } from './type-conditions'

/** Parses one operator on a field; null when a sibling stands for it. */
type FieldOperator = (path: string, value: unknown, siblings: Fields) => Condition | null

function size(path: string, value: unknown): Condition {
  if (typeof value !== 'number') throw requestFailed('$size needs a number')
  if (!Number.isInteger(value)) throw requestFailed('$size must be a whole number')
  if (value < 0) throw requestFailed('$size may not be negative')
  return fieldCondition(path, (field) => Array.isArray(field) && field.length === value, false)
}

function options(_path: string, _value: unknown, siblings: Fields): null {
  if (!('$regex' in siblings)) throw requestFailed('$options needs a $regex')
  return null
}

/** Operators on a field, apart from those that hold filters themselves (`$not`, `$elemMatch`, `$all`). */
export const fieldOperators: ReadonlyMap<string, FieldOperator> = new Map<string, FieldOperator>([
  ['$eq', equality],
  ['$ne', inequality],
  ['$gt', comparison('$gt')],
  ['$gte', comparison('$gte')],
  ['$lt', comparison('$lt')],
  ['$lte', comparison('$lte')],
  ['$in', (path, value) => membership(path, value)],
  ['$nin', exclusion],
  ['$exists', existence],
  ['$type', hasType],
  ['$mod', remainder],
  ['$size', size],
  ['$regex', regexOperator],
  ['$options', options],
  ['$bitsAllSet', bits('$bitsAllSet')],
  ['$bitsAllClear', bits('$bitsAllClear')],
  ['$bitsAnySet', bits('$bitsAnySet')],
  ['$bitsAnyClear', bits('$bitsAnyClear')],
  ['$geoWithin', within],
  ['$within', within],
  ['$geoIntersects', intersects],
  ['$near', nearNotFirst],
  ['$nearSphere', nearNotFirst],
  ['$geoNear', nearNotFirst],
])
