import type { Collection } from '../engine/collection'
import type { Document } from '../engine/document'
import type { DocumentStore, View } from '../engine/store'
import { storedShapes, valuesAt } from '../geo/stored-shapes'
import { isPlainObject } from '../engine/document'
import { requestFailed } from '../wire/cloud-error'
import type { Filter } from './compile-filter'
import { findDocuments } from './find-documents'
import type { QueryLimits } from './find-documents'
import { refuseNear, splitNear } from './near-query'
import type { Near } from './near-query'

/** What `$geoNear` looks for. */
export interface NearestRequest {
  collection: Collection
  /** A GeoJSON point, or a legacy [longitude, latitude] pair. */
  near: unknown
  /** The field to measure to; absent: the one that has a geo index. */
  key?: string
  query: Filter
  /** Metres for a GeoJSON point, radians for a pair. */
  minDistance?: number
  maxDistance?: number
  /** Most documents wanted; Infinity for all. */
  limit: number
}

export interface Nearest {
  document: Document
  /** Metres for a GeoJSON point, radians for a pair. */
  distance: number
  /** The geometry that was measured to. */
  location: unknown
}

function onlyGeoField(collection: Collection): string | null {
  const [field, second] = [...collection.geoFields]
  if (second !== undefined)
    throw requestFailed(
      `there is more than one 2dsphere index on ${collection.name}; unsure which to use for $geoNear`,
    )
  return field ?? null
}

/** Without a geo index, the first field that holds a geometry in the first document that has one. */
function firstPlace(store: DocumentStore, view: View, collection: Collection): string {
  for (const record of collection.records.values()) {
    const document = store.visible(record, view) ?? {}
    const field = Object.keys(document).find((key) => {
      const value = document[key]
      return isPlainObject(value) && storedShapes(value).length > 0
    })
    if (field) return field
  }
  return 'location'
}

function nearFilter(request: NearestRequest, key: string): Filter {
  const { near, minDistance, maxDistance } = request
  const limits = {
    ...(minDistance === undefined ? {} : { $minDistance: minDistance }),
    ...(maxDistance === undefined ? {} : { $maxDistance: maxDistance }),
  }
  return isPlainObject(near) && 'coordinates' in near
    ? { [key]: { $nearSphere: { $geometry: near, ...limits } } }
    : { [key]: { $nearSphere: near, ...limits } }
}

function locationIn(document: Document, near: Near): unknown {
  const places = valuesAt(document, near.path).flatMap((value): unknown[] =>
    Array.isArray(value) && typeof value[0] !== 'number' ? (value as unknown[]) : [value],
  )
  const distances = places.map((place) => near.measure(place) ?? Infinity)
  return places[distances.indexOf(Math.min(...distances))] ?? null
}

/**
 * Finds documents nearest first, with their distances, as `$geoNear` does.
 * @throws CloudError without a usable geo index where one is needed: with several and no `key`, or in strict mode
 */
export function findNearest(
  store: DocumentStore,
  view: View,
  request: NearestRequest,
  limits: QueryLimits,
): Nearest[] {
  const { collection, query, limit } = request
  refuseNear(query)
  const indexed = request.key ?? onlyGeoField(collection)
  if (indexed === null && limits.strict)
    throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found')
  const filter = {
    $and: [query, nearFilter(request, indexed ?? firstPlace(store, view, collection))],
  }
  const near = splitNear(filter)?.near
  if (!near) return []
  const find = { collection, filter, order: [], skip: 0, limit, operation: 'geoNear' }
  return findDocuments(store, view, find, limits).map(({ document }) => ({
    document,
    distance: near.distance(document) ?? Infinity,
    location: locationIn(document, near),
  }))
}
