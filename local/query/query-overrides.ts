import { requestFailed } from '../wire/cloud-error'
import { isPlainObject } from '../engine/document'
import { resolve } from 'mingo/util'
import { $elemMatch as mingoElemMatch } from 'mingo/operators/query/array'
import type { Options } from 'mingo/types'
import { distanceToGeometry, geoIntersects, geoWithin } from './geo-predicates'

type Predicate = (document: unknown) => boolean
type QueryOperator = typeof mingoElemMatch

const isOperator = (key: string) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key)

/** A field criterion inside $elemMatch applies to embedded documents only; mingo also tries it on plain values. */
const $elemMatch: QueryOperator = (
  selector: string,
  value: unknown,
  options: Options,
): Predicate => {
  const criteria = value as Record<string, unknown>
  const onFields = isPlainObject(criteria) && !Object.keys(criteria).some(isOperator)
  const matches = mingoElemMatch(selector, value as never, options) as Predicate
  if (!onFields) return matches
  const parts = selector.split('.')
  const last = parts.pop() as string
  return (document) => {
    const holder =
      parts.length > 0 ? resolve(document as Record<string, unknown>, parts.join('.')) : document
    const array: unknown = isPlainObject(holder) ? holder[last] : undefined
    if (!Array.isArray(array)) return matches(document)
    const objects: unknown[] = array.filter(isPlainObject)
    if (objects.length === array.length) return matches(document)
    let narrowed: Record<string, unknown> = { [last]: objects }
    for (const part of parts.reverse()) narrowed = { [part]: narrowed }
    return matches(narrowed)
  }
}

const geo =
  (test: (field: unknown, argument: unknown) => boolean) =>
  (selector: string, value: unknown): Predicate =>
  (document) =>
    test(resolve(document as Record<string, unknown>, selector), value)

/** Sorting by distance is done by the caller; as a filter it keeps what lies between the distances. */
const near = geo((field, argument) => {
  const distance = distanceToGeometry(field, argument)
  if (distance === null) return false
  const { $maxDistance, $minDistance } = argument as {
    $maxDistance?: number
    $minDistance?: number
  }
  return distance <= ($maxDistance ?? Infinity) && distance >= ($minDistance ?? 0)
})

/** MongoDB cuts the field, the divisor and the remainder to whole numbers; mingo compares fractions. */
const $mod = (selector: string, value: unknown): Predicate => {
  const [divisor, remainder] = (Array.isArray(value) ? value : []).map((part) =>
    Math.trunc(Number(part)),
  )
  if (!divisor || remainder === undefined || Number.isNaN(remainder)) {
    throw requestFailed(
      'malformed mod, needs to be an array of a divisor other than 0 and a remainder',
    )
  }
  const matches = (item: unknown) =>
    typeof item === 'number' && Math.trunc(item) % divisor === remainder
  return (document) => {
    const field: unknown = resolve(document as Record<string, unknown>, selector)
    return Array.isArray(field) ? field.some(matches) : matches(field)
  }
}

const refuse =
  (name: string): ((selector: string, value: unknown) => Predicate) =>
  () => {
    throw requestFailed(`unknown operator: ${name}`)
  }

export const queryOverrides: Record<string, QueryOperator> = {
  $elemMatch,
  $mod: $mod as QueryOperator,
  $near: near as QueryOperator,
  $nearSphere: near as QueryOperator,
  $geoWithin: geo(geoWithin) as QueryOperator,
  $geoIntersects: geo(geoIntersects) as QueryOperator,
  $where: refuse('$where') as QueryOperator,
  $jsonSchema: refuse('$jsonSchema') as QueryOperator,
}
