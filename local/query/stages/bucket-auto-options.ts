import { bsonText } from '../../ground/bson-text'
import { isPlainObject } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import { isInt } from '../expressions/array-elements'
import { isOperatorObject } from '../expressions/compile-expression'
import { numberText } from '../expressions/value-text'
import { granularityOf } from './granularity'
import type { Granularity } from './granularity'

export interface BucketAuto {
  groupBy: unknown
  buckets: number
  output: Record<string, unknown>
  granularity: Granularity | null
}

function readCount(value: unknown): number {
  if (typeof value !== 'number') {
    throw requestFailed(
      `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(value)}`,
    )
  }
  if (!isInt(value)) {
    throw requestFailed(
      `The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found ${numberText(value)}`,
    )
  }
  if (value <= 0) {
    throw requestFailed(
      `The $bucketAuto 'buckets' field must be greater than 0, but found: ${value}`,
    )
  }
  return value
}

function checkGroupBy(value: unknown): void {
  const isPath = typeof value === 'string' && value.startsWith('$')
  if (isPath || isOperatorObject(value)) return
  throw requestFailed(
    `The $bucketAuto 'groupBy' field must be defined as a $-prefixed path or an expression object, but found: ${bsonText(value)}`,
  )
}

/** @throws CloudError with MongoDB's text for malformed options */
export function readBucketAuto(specification: unknown): BucketAuto {
  if (!isPlainObject(specification)) {
    throw requestFailed(
      `The argument to $bucketAuto must be an object, but found type: ${typeName(specification)}`,
    )
  }
  for (const key of Object.keys(specification)) {
    if (!['groupBy', 'buckets', 'output', 'granularity'].includes(key))
      throw requestFailed(`Unrecognized option to $bucketAuto: ${key}`)
  }
  const { groupBy, buckets, output = {}, granularity } = specification
  if (groupBy !== undefined) checkGroupBy(groupBy)
  const count = buckets === undefined ? undefined : readCount(buckets)
  if (!isPlainObject(output)) {
    throw requestFailed(
      `The $bucketAuto 'output' field must be an object, but found type: ${typeName(output)}`,
    )
  }
  if (granularity !== undefined && typeof granularity !== 'string') {
    throw requestFailed(
      `The $bucketAuto 'granularity' field must be a string, but found type: ${typeName(granularity)}`,
    )
  }
  if (groupBy === undefined || count === undefined)
    throw requestFailed("$bucketAuto requires 'groupBy' and 'buckets' to be specified")
  return {
    groupBy,
    buckets: count,
    output: Object.keys(output).length > 0 ? output : { count: { $sum: 1 } },
    granularity: granularity === undefined ? null : granularityOf(granularity),
  }
}
