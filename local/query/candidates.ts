import { documentKey } from '../engine/collection'
import type { Collection } from '../engine/collection'
import type { Document } from '../ground/document'
import type { DocumentStore, View } from '../engine/store'
import type { VersionedRecord } from '../engine/transaction/versioned-record'
import { mergeSorted } from './merge-sorted'
import type { IndexPlan, Plan } from './plan/plan'
import { compareKeys, sortKeyReader } from './sort-documents'
import type { SortKey, SortOrder } from './sort-documents'
import type { Interval } from '../engine/index/index-interval'

/** A document as a view sees it. */
export interface Found {
  document: Document
  record: VersionedRecord
}

/** Where candidates are looked for. */
export interface Scope {
  store: DocumentStore
  collection: Collection
  view: View
  order: SortOrder
}

function* allDocuments({ store, collection, view }: Scope): Generator<Found> {
  for (const record of collection.records.values()) {
    const document = store.visible(record, view)
    if (document !== null) yield { document, record }
  }
}

function* byIds({ store, collection, view }: Scope, ids: readonly unknown[]): Generator<Found> {
  for (const id of ids) {
    const record = collection.records.get(documentKey(id))
    const document = record ? store.visible(record, view) : null
    if (record && document !== null) yield { document, record }
  }
}

/** Documents under an interval of an index, as committed: a transaction's own writes are in no index yet. */
export function* inInterval(
  { view }: Scope,
  index: IndexPlan['index'],
  interval: Interval,
  reverse: boolean,
): Generator<Found> {
  const own = view.transaction?.writes
  for (const entry of index.scan(interval, reverse)) {
    const { record } = entry
    const document = index.seenUnder(entry, view.sequence)
    if (document !== null && !own?.has(record)) yield { document, record }
  }
}

/** How many documents stand under the intervals of an index that holds each under one key: nothing is read. */
export function countEntries({ view }: Scope, { index, intervals }: IndexPlan): number {
  let total = 0
  for (const interval of intervals)
    for (const entry of index.scan(interval))
      if (index.seenUnder(entry, view.sequence) !== null) total += 1
  return total
}

function* oneAfterAnother(sources: ReadonlyArray<Generator<Found>>): Generator<Found> {
  for (const source of sources) yield* source
}

/** Sources that are each in the wanted order, as one. */
function* inOrder(sources: ReadonlyArray<Generator<Found>>, order: SortOrder): Generator<Found> {
  const keyOf = sortKeyReader(order)
  const keyed = sources.map(function* (source): Generator<{ found: Found; key: SortKey }> {
    for (const found of source) yield { found, key: keyOf(found.document) }
  })
  for (const { found } of mergeSorted(keyed, (a, b) => compareKeys(a.key, b.key, order)))
    yield found
}

function join(scope: Scope, plan: Plan, sources: Array<Generator<Found>>): Generator<Found> {
  const [only] = sources
  if (only && sources.length === 1) return only
  return plan.sorted && scope.order.length > 0
    ? inOrder(sources, scope.order)
    : oneAfterAnother(sources)
}

/**
 * Committed documents that may match, each of them perhaps several times, in the wanted order when the plan
 * is `sorted`. A transaction's own writes are not among them unless the plan is a scan or goes by id.
 */
export function candidates(scope: Scope, plan: Plan): Generator<Found> {
  switch (plan.kind) {
    case 'scan':
      return allDocuments(scope)
    case 'ids':
      return byIds(scope, plan.ids)
    case 'union':
      return join(
        scope,
        plan,
        plan.plans.map((part) => candidates(scope, part)),
      )
    case 'index':
      return join(
        scope,
        plan,
        plan.intervals.map((interval) => inInterval(scope, plan.index, interval, plan.reverse)),
      )
    case 'near':
      return oneAfterAnother(
        plan.prefixes.map((equal) => inInterval(scope, plan.index, { equal }, false)),
      )
  }
}

/** Whether an open transaction has written in the collection: then its writes are joined to the candidates. */
export const hasOwnWrites = ({ view, collection }: Scope): boolean => {
  if (!view.transaction) return false
  for (const write of view.transaction.writes.values())
    if (write.collection === collection) return true
  return false
}

/** What an open transaction has written in the collection and not removed. */
export function* ownWrites({ view, collection }: Scope): Generator<Found> {
  for (const [record, { collection: written, document }] of view.transaction?.writes ?? [])
    if (written === collection && document !== null) yield { document, record }
}
