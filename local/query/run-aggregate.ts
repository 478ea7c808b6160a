import { Aggregator } from 'mingo/aggregator'
import { ProcessingMode } from 'mingo/core'
import { cloneValue, isPlainObject } from '../engine/document'
import type { Document } from '../engine/document'
import type { DocumentStore, View } from '../engine/store'
import { invalidParam, requestFailed } from '../wire/cloud-error'
import { asRequestFailure } from './compile-filter'
import type { Filter } from './compile-filter'
import { findDocuments } from './find-documents'
import type { QueryLimits } from './find-documents'
import { metresBetween, positionOf } from './geo-predicates'
import { baseOptions } from './mingo-context'

export type Stage = Record<string, unknown>

/** Stages that hand documents on without touching their insides. */
const SAFE = new Set([
  '$match',
  '$group',
  '$sort',
  '$limit',
  '$skip',
  '$count',
  '$sortByCount',
  '$bucket',
])

function replaceNow(value: unknown, now: Date): unknown {
  if (value === '$$NOW') return now
  if (Array.isArray(value)) return value.map((item) => replaceNow(item, now))
  if (!isPlainObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaceNow(inner, now)]),
  )
}

function setPath(document: Document, path: string, value: unknown): void {
  const parts = path.split('.')
  const last = parts.pop() as string
  let holder = document
  for (const part of parts) {
    const inner = holder[part]
    if (!isPlainObject(inner)) holder[part] = {}
    holder = holder[part] as Document
  }
  holder[last] = value
}

interface GeoNear {
  near?: unknown
  distanceField?: string
  query?: Filter
  key?: string
  includeLocs?: string
  maxDistance?: number
  minDistance?: number
  distanceMultiplier?: number
  limit?: number
  num?: number
}

/** `$geoNear`: nearest first, with the distance in metres written into each document. */
function geoNear(documents: Document[], spec: GeoNear, geoFields: ReadonlySet<string>): Document[] {
  const near = positionOf(spec.near)
  if (!near) throw requestFailed('$geoNear requires a point as near')
  if (!spec.distanceField) throw requestFailed('$geoNear requires a distanceField')
  const key = spec.key ?? [...geoFields][0] ?? firstPointField(documents)
  const found: Array<{ document: Document; distance: number }> = []
  for (const document of documents) {
    const place = key ? positionOf(document[key]) : null
    if (!place || !key) continue
    const distance = metresBetween(near, place)
    if (distance > (spec.maxDistance ?? Infinity) || distance < (spec.minDistance ?? 0)) continue
    const copy = cloneValue(document)
    setPath(copy, spec.distanceField, distance * (spec.distanceMultiplier ?? 1))
    if (spec.includeLocs) setPath(copy, spec.includeLocs, document[key])
    found.push({ document: copy, distance })
  }
  found.sort((left, right) => left.distance - right.distance)
  return found.slice(0, spec.limit ?? spec.num ?? Infinity).map(({ document }) => document)
}

function firstPointField(documents: Document[]): string | undefined {
  for (const document of documents) {
    const field = Object.keys(document).find(
      (key) => isPlainObject(document[key]) && positionOf(document[key]),
    )
    if (field) return field
  }
  return undefined
}

function checkLookups(store: DocumentStore, stages: Stage[], strict: boolean): void {
  for (const stage of stages) {
    const spec = stage.$lookup as
      { from?: unknown; foreignField?: unknown; pipeline?: Stage[] } | undefined
    if (!spec) continue
    const from = store.collections.get(String(spec.from))
    if (!strict || !from || spec.foreignField === undefined || spec.foreignField === '_id') continue
    const indexed = from.indexes.some(
      (index) => index.definition.keys[0]?.[0] === spec.foreignField,
    )
    if (!indexed) {
      throw requestFailed(
        `strict mode: no declared index covers $lookup ${String(spec.from)}.where({${String(spec.foreignField)}:?})`,
      )
    }
  }
}

/**
 * Runs an aggregation. The leading `$match` is found through the indexes; in strict mode it must be.
 * @param now epoch ms of `$$NOW`
 * @throws CloudError DATABASE_REQUEST_FAILED with the engine's text
 */
export function runAggregate(
  store: DocumentStore,
  view: View,
  request: { collection: string; stages: Stage[]; now: number },
  limits: QueryLimits,
): Document[] {
  const collection = store.collection(request.collection)
  const stages = request.stages.map((stage) => replaceNow(stage, new Date(request.now)) as Stage)
  checkLookups(store, stages, limits.strict)
  const [first] = stages
  const near = first?.$geoNear as GeoNear | undefined
  const filter = near ? (near.query ?? {}) : (first?.$match ?? {})
  if (!isPlainObject(filter)) throw invalidParam('$match must be an object')
  const covered = near !== undefined && collection.geoFields.size > 0
  let documents = findDocuments(
    store,
    view,
    { collection, filter, order: [], skip: 0, limit: Infinity, operation: 'aggregate' },
    covered ? { ...limits, strict: false } : limits,
  ).map(({ document }) => document)
  if (near) documents = geoNear(documents, near, collection.geoFields)
  const rest = near || first?.$match !== undefined ? stages.slice(1) : stages
  const touching = rest.some((stage) => !Object.keys(stage).every((name) => SAFE.has(name)))
  const resolver = (name: string) =>
    [...store.collection(name).records.values()].flatMap((record) => {
      const document = store.visible(record, view)
      return document ? [touching ? cloneValue(document) : document] : []
    })
  try {
    return new Aggregator(rest, {
      ...baseOptions,
      processingMode: touching ? ProcessingMode.CLONE_INPUT : ProcessingMode.CLONE_OFF,
      collectionResolver: resolver,
    }).run<Document>(documents)
  } catch (error) {
    throw asRequestFailure(error)
  }
}
