import type { Collection } from '../../engine/collection'
import { isPlainObject } from '../../ground/document'
import type { Document } from '../../ground/document'
import { valuesAt } from '../../geo/stored-shapes'
import { requestFailed } from '../../ground/cloud-error'
import { typeName } from '../../ground/bson-types'
import type { Filter } from '../compile-filter'
import { checkPath } from '../expressions/field-path'
import { findDocuments } from '../find-documents'
import { splitNear } from '../near-query'
import { positionOf } from '../geo-predicates'
import { compileMatch } from './match'
import { withPath } from './document-paths'
import type { Pipeline, StageContext } from './stage'

interface GeoNear {
  near: unknown
  distanceField: string[]
  spherical: boolean
  query: unknown
  key: string | null
  includeLocs: string[] | null
  least: number | undefined
  most: number | undefined
  multiplier: number
  limit: number
}

const KNOWN = [
  'near',
  'distanceField',
  'spherical',
  'query',
  'key',
  'includeLocs',
  'minDistance',
  'maxDistance',
  'distanceMultiplier',
  'limit',
  'num',
  'uniqueDocs',
]

function readNumber(options: Document, key: string): number | undefined {
  const value = options[key]
  if (value === undefined) return undefined
  if (typeof value !== 'number') throw requestFailed(`${key} must be a number`)
  if (!(value >= 0)) throw requestFailed(`${key} must be nonnegative`)
  return value
}

function readKey({ key }: Document): string | null {
  if (key === undefined) return null
  if (typeof key !== 'string') {
    throw requestFailed(
      `$geoNear parameter 'key' must be of type string but found type: ${typeName(key)}`,
    )
  }
  if (key === '') throw requestFailed("$geoNear parameter 'key' cannot be the empty string")
  return checkPath(key).join('.')
}

function readCount(options: Document): number {
  const count = readNumber(options, 'limit') ?? readNumber(options, 'num')
  if (count === undefined) return Infinity
  if (count < 1) throw requestFailed('limit must be greater than 0')
  return Math.trunc(count)
}

function readOptions(options: unknown): GeoNear {
  if (!isPlainObject(options)) throw requestFailed('$geoNear requires an object')
  const unknown = Object.keys(options).find((key) => !KNOWN.includes(key))
  if (unknown !== undefined) throw requestFailed(`Unrecognized option to $geoNear: ${unknown}`)
  const { near, distanceField, includeLocs, query = {} } = options
  if (typeof near !== 'object' || near === null)
    throw requestFailed("$geoNear requires a 'near' option as an Array")
  if (typeof distanceField !== 'string')
    throw requestFailed("$geoNear requires a 'distanceField' option as a String")
  if (includeLocs !== undefined && typeof includeLocs !== 'string')
    throw requestFailed("$geoNear requires that 'includeLocs' option is a String")
  if (!isPlainObject(query)) throw requestFailed('query must be an object')
  return {
    near,
    distanceField: checkPath(distanceField),
    spherical: Boolean(options.spherical),
    query,
    key: readKey(options),
    includeLocs: includeLocs === undefined ? null : checkPath(includeLocs),
    least: readNumber(options, 'minDistance'),
    most: readNumber(options, 'maxDistance'),
    multiplier: readNumber(options, 'distanceMultiplier') ?? 1,
    limit: readCount(options),
  }
}

/** The first field that holds a point: for collections without a schema, where no index can say. */
function guessKey(documents: Iterable<Document>): string | null {
  for (const document of documents) {
    const key = Object.keys(document).find(
      (field) => typeof document[field] === 'object' && positionOf(document[field]) !== null,
    )
    if (key !== undefined) return key
  }
  return null
}

/** The field to measure from: the one that is named, or the one with an index. */
function keyOf(options: GeoNear, collection: Collection, { request }: StageContext): string | null {
  if (options.key !== null) return options.key
  const indexed = [...collection.geoFields]
  if (indexed.length > 1) {
    throw requestFailed(
      `There is more than one 2dsphere index on tnt-local.${collection.name}; unsure which to use for $geoNear`,
    )
  }
  if (indexed[0] !== undefined) return indexed[0]
  if (request.limits.strict)
    throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found')
  const { store, view } = request
  const all = { collection, filter: {}, order: [], skip: 0, limit: Infinity, operation: '$geoNear' }
  return guessKey(
    findDocuments(store, view, all, { strict: false, mostExamined: null }).map(
      ({ document }) => document,
    ),
  )
}

function nearFilter({ near, spherical, least, most }: GeoNear): Filter {
  const operator = spherical ? '$nearSphere' : '$near'
  const bounds = {
    ...(least === undefined ? {} : { $minDistance: least }),
    ...(most === undefined ? {} : { $maxDistance: most }),
  }
  return isPlainObject(near) && 'coordinates' in near
    ? { [operator]: { $geometry: near, ...bounds } }
    : { [operator]: near, ...bounds }
}

type Measure = (document: Document) => number | null

function distanceFrom(path: string, condition: Filter): Measure {
  const near = splitNear({ [path]: condition })?.near
  if (!near) throw requestFailed("$geoNear requires a 'near' option as an Array")
  return near.distance
}

/** The value that the distance was measured to: of several places the nearest. */
function placeOf(document: Document, key: string, measure: Measure): unknown {
  const values = valuesAt(document, key)
  if (values.length === 1 && positionOf(values[0]) !== null) return values[0]
  let best: unknown = values[0]
  let least = Infinity
  for (const value of values.flatMap((item) =>
    Array.isArray(item) && positionOf(item) === null ? (item as unknown[]) : [item],
  )) {
    const distance = measure({ place: value })
    if (distance !== null && distance < least) {
      least = distance
      best = value
    }
  }
  return best
}

/** `$geoNear`: the documents around a point, nearest first, each with its distance. */
export function compileGeoNear(
  specification: unknown,
  collection: Collection,
  context: StageContext,
): Pipeline {
  const options = readOptions(specification)
  const { filter: query } = compileMatch(options.query, context)
  const { request } = context
  return function* () {
    const key = keyOf(options, collection, context)
    if (key === null) return
    const condition = nearFilter(options)
    const here = { [key]: condition }
    const filter = Object.keys(query).length === 0 ? here : { $and: [query, here] }
    const order: [] = []
    const wanted = {
      collection,
      filter,
      order,
      skip: 0,
      limit: options.limit,
      operation: '$geoNear',
    }
    const measure = distanceFrom(key, condition)
    const measurePlace = distanceFrom('place', condition)
    for (const { document } of findDocuments(request.store, request.view, wanted, request.limits)) {
      const distance = (measure(document) ?? 0) * options.multiplier
      const measured = withPath(document, options.distanceField, distance)
      yield options.includeLocs
        ? withPath(measured, options.includeLocs, placeOf(document, key, measurePlace))
        : measured
    }
  }
}
