import { documentKey } from '../engine/collection'
import type { Collection } from '../engine/collection'
import type { Document } from '../engine/document'
import type { DocumentStore, View } from '../engine/store'
import { versionAt } from '../engine/versioned-record'
import type { VersionedRecord } from '../engine/versioned-record'
import { requestFailed } from '../wire/cloud-error'
import { asRequestFailure, compileFilter } from './compile-filter'
import type { Filter } from './compile-filter'
import { refuseNear, splitNear } from './near-query'
import type { Near } from './near-query'
import { planQuery } from './plan-query'
import type { Plan } from './plan-query'
import { queryShape } from './query-shape'
import { sortDocuments } from './sort-documents'
import type { SortOrder } from './sort-documents'

/** What queries may cost. */
export interface QueryLimits {
  /** Refuse what no declared index covers. */
  strict: boolean
  /** Refuse what reads more documents than this; null for no limit. */
  mostExamined: number | null
}

export interface FindRequest {
  collection: Collection
  filter: Filter
  order: SortOrder
  skip: number
  /** Most documents wanted; Infinity for all. */
  limit: number
  /** Names the operation in a strict-mode refusal. */
  operation: string
}

export interface Found {
  document: Document
  record: VersionedRecord
}

function* candidates(
  store: DocumentStore,
  collection: Collection,
  plan: Plan,
  view: View,
): Generator<VersionedRecord> {
  if (plan.kind === 'scan') {
    yield* collection.records.values()
  } else if (plan.kind === 'ids') {
    for (const id of plan.ids) {
      const record = collection.records.get(documentKey(id))
      if (record) yield record
    }
  } else if (plan.kind === 'union') {
    for (const part of plan.plans) yield* candidates(store, collection, part, view)
  } else {
    for (const interval of plan.intervals) {
      for (const { version } of plan.index.scan(interval, plan.reverse)) {
        // An entry counts only when the view sees the very state it was made for.
        if (versionAt(version.record, view.sequence) === version) yield version.record
      }
    }
  }
  if (!view.transaction || plan.kind === 'scan') return
  // The transaction's own writes are in no index yet.
  for (const [record, write] of view.transaction.writes)
    if (write.collection === collection) yield record
}

/**
 * Finds documents as the view sees them.
 * @throws CloudError DATABASE_REQUEST_FAILED for a malformed filter, or in strict mode for an uncovered query
 */
export function findDocuments(
  store: DocumentStore,
  view: View,
  request: FindRequest,
  limits: QueryLimits,
): Found[] {
  const { collection, filter, order, skip, limit } = request
  const plan = planQuery(collection, filter, order)
  if (limits.strict && !plan.covered) {
    throw requestFailed(
      `strict mode: no declared index covers ${request.operation} ${queryShape(collection.name, filter, order)}`,
    )
  }
  if (['aggregate', 'count'].includes(request.operation)) refuseNear(filter)
  const split = splitNear(filter)
  const near = split?.near ?? null
  const meets = compileFilter(split?.rest ?? filter)
  const matches = (document: Document) =>
    meets(document) && (near === null || isWithin(near, document))
  // Own writes of a transaction come last, so only an in-memory sort can place them.
  const inOrder = near === null && (order.length === 0 || (plan.sorted && !view.transaction))
  const enough = inOrder ? skip + limit : Infinity
  const seen = new Set<VersionedRecord>()
  const found: Found[] = []
  let examined = 0
  try {
    for (const record of candidates(store, collection, plan, view)) {
      if (found.length >= enough) break
      if (seen.has(record)) continue
      seen.add(record)
      const document = store.visible(record, view)
      if (document === null) continue
      examined += 1
      if (limits.mostExamined !== null && examined > limits.mostExamined) {
        throw requestFailed(
          `strict mode: more than ${limits.mostExamined} documents read by ${request.operation} ${queryShape(collection.name, filter, order)}`,
        )
      }
      if (matches(document)) found.push({ document, record })
    }
  } catch (error) {
    throw asRequestFailure(error)
  }
  return inFinalOrder(found, inOrder, order, near).slice(skip, skip + limit)
}

function isWithin(near: Near, document: Document): boolean {
  const distance = near.distance(document)
  return distance !== null && distance >= near.least && distance <= near.most
}

function inFinalOrder(
  found: Found[],
  inOrder: boolean,
  order: SortOrder,
  near: Near | null,
): Found[] {
  if (near !== null && order.length === 0) {
    return found
      .map((item) => ({ item, distance: near.distance(item.document) ?? Infinity }))
      .sort((left, right) => left.distance - right.distance)
      .map(({ item }) => item)
  }
  if (inOrder || order.length === 0) return found
  const byDocument = new Map(found.map((item) => [item.document, item]))
  return sortDocuments([...byDocument.keys()], order).map(
    (document) => byDocument.get(document) as Found,
  )
}
