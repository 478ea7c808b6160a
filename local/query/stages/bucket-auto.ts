import type { Document } from '../../ground/document'
import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import type { Accumulator } from '../expressions/accumulators'
import type { Evaluate } from '../expressions/expression'
import { compareInExpressions } from '../expressions/ordering'
import { addToGroup, compileAccumulation, finishGroup, startGroup } from './accumulation'
import type { Accumulation } from './accumulation'
import { readBucketAuto } from './bucket-auto-options'
import type { BucketAuto } from './bucket-auto-options'
import type { Granularity } from './granularity'
import type { Request, Stage, StageCompiler } from './stage'

function checkRoundable(key: unknown): void {
  if (typeof key !== 'number') {
    throw requestFailed(
      `$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a value with type: ${typeName(key)}`,
    )
  }
  if (Number.isNaN(key)) {
    throw requestFailed(
      "$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a NaN",
    )
  }
  if (key < 0) {
    throw requestFailed(
      "$bucketAuto can specify a 'granularity' with non-negative numbers only, but found a negative number",
    )
  }
}

interface Entry {
  key: unknown
  document: Document
}

interface Bucket {
  min: unknown
  max: unknown
  values: Accumulator[]
}

/** Fills one bucket after the other from documents in the order of their keys. */
class Filling {
  private at = 0
  private previousMax: unknown
  private started = false

  constructor(
    private readonly entries: readonly Entry[],
    private readonly options: BucketAuto,
    private readonly accumulation: Accumulation,
    private readonly request: Request,
  ) {}

  *buckets(): Generator<Bucket> {
    const { entries, options } = this
    const size = Math.max(1, Math.round(entries.length / options.buckets))
    for (let number = 1; number <= options.buckets && this.at < entries.length; number++)
      yield this.next(number === options.buckets ? Infinity : size)
  }

  private next(size: number): Bucket {
    const { granularity } = this.options
    const first = (this.entries[this.at] as Entry).key
    let min = first
    if (granularity) min = this.started ? this.previousMax : granularity.down(Number(first))
    const bucket: Bucket = { min, max: first, values: startGroup(this.accumulation) }
    for (let i = 0; i < size && this.at < this.entries.length; i++) this.take(bucket)
    if (granularity) this.roundEnd(bucket, granularity)
    else this.absorbEqual(bucket)
    this.started = true
    this.previousMax = bucket.max
    return bucket
  }

  private take(bucket: Bucket): void {
    const { key, document } = this.entries[this.at++] as Entry
    bucket.max = key
    this.request.frame.root = document
    addToGroup(this.accumulation, bucket.values, this.request.frame)
  }

  /** Equal keys stay together; the end of a bucket is the beginning of the next. */
  private absorbEqual(bucket: Bucket): void {
    for (;;) {
      const next = this.entries[this.at]
      if (!next) return
      if (compareInExpressions(next.key, bucket.max) !== 0) {
        bucket.max = next.key
        return
      }
      this.take(bucket)
    }
  }

  private roundEnd(bucket: Bucket, granularity: Granularity): void {
    const end = granularity.up(Number(bucket.max))
    for (;;) {
      const next = this.entries[this.at]
      if (!next || (end <= Number(next.key) && next.key !== bucket.max)) break
      this.take(bucket)
    }
    const next = this.entries[this.at]
    // Zero rounds to itself, but the end of a bucket lies beyond its values.
    bucket.max = end === 0 && next ? granularity.down(Number(next.key)) : end
  }
}

function sortedEntries(
  documents: Iterable<Document>,
  options: BucketAuto,
  value: Evaluate,
  request: Request,
): Entry[] {
  const entries: Entry[] = []
  for (const document of documents) {
    request.frame.root = document
    const key = value(request.frame)
    if (options.granularity) checkRoundable(key)
    entries.push({ key: key === undefined ? null : key, document })
  }
  return entries.sort((left, right) => compareInExpressions(left.key, right.key))
}

/** `$bucketAuto`: about equally many documents in each bucket. */
export const bucketAuto: StageCompiler = (specification, { scope, request }) => {
  const options = readBucketAuto(specification)
  const { run: value } = scope.operand(options.groupBy)
  const accumulation = compileAccumulation(options.output, scope)
  const run: Stage = function* (documents) {
    const entries = sortedEntries(documents, options, value, request)
    const filling = new Filling(entries, options, accumulation, request)
    for (const { min, max, values } of filling.buckets())
      yield finishGroup(accumulation, values, { min, max })
  }
  return run
}
