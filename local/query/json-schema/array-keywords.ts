import { isPlainObject } from '../../ground/document'
import { typeName } from '../../ground/bson-types'
import { countNumber } from '../filter/whole-number'
import { allDifferent } from './same-value'
import { keywordError, onlyFor } from './schema'
import type { Keyword, Schema } from './schema'

const onArrays = (check: (items: unknown[]) => boolean): Schema =>
  onlyFor(Array.isArray, (value) => check(value as unknown[]))

const itemCount =
  (keyword: string, fits: (count: number, limit: number) => boolean): Keyword =>
  (limit) => {
    const count = countNumber(keyword, limit)
    return onArrays((items) => fits(items.length, count))
  }

const uniqueItems: Keyword = (wanted) => {
  if (typeof wanted !== 'boolean') throw keywordError('uniqueItems', 'must be a boolean')
  return wanted ? onArrays(allDifferent) : () => true
}

/** A schema for every item, or a list of schemas for the items at their places. */
const items: Keyword = (value, _schema, parse) => {
  if (isPlainObject(value)) {
    const each = parse(value)
    return onArrays((found) => found.every(each))
  }
  if (!Array.isArray(value))
    throw keywordError('items', `must be an array or an object, not ${typeName(value)}`)
  const places = value.map((schema: unknown) => {
    if (!isPlainObject(schema))
      throw keywordError(
        'items',
        `requires that each element of the array is an object, but found a ${typeName(schema)}`,
      )
    return parse(schema)
  })
  return onArrays((found) => places.every((fits, i) => i >= found.length || fits(found[i])))
}

/** What comes after the places that `items` lists; without such a list it says nothing. */
const additionalItems: Keyword = (value, schema, parse) => {
  if (typeof value !== 'boolean' && !isPlainObject(value))
    throw keywordError(
      'additionalItems',
      `must be either an object or a boolean, but got a ${typeName(value)}`,
    )
  const each: Schema = typeof value === 'boolean' ? () => value : parse(value)
  const listed = schema.items
  if (!Array.isArray(listed)) return () => true
  return onArrays((found) => found.slice(listed.length).every(each))
}

export const arrayKeywords: Record<string, Keyword> = {
  minItems: itemCount('minItems', (found, limit) => found >= limit),
  maxItems: itemCount('maxItems', (found, limit) => found <= limit),
  uniqueItems,
  items,
  additionalItems,
}
