import { randomUUID } from 'node:crypto'
import type { DocumentKey } from '../ground/document'
import { documentKey } from '../engine/collection'
import type { Document } from '../ground/document'
import type { DocumentStore } from '../engine/store'
import type { Filter } from '../query/compile-filter'
import { findDocuments } from '../query/find-documents'
import type { QueryLimits } from '../query/find-documents'
import type { SortOrder } from '../query/sort-documents'
import { CloudError } from '../ground/cloud-error'
import { changedFields } from './changed-fields'
import { plainJson } from './plain-json'
import type { ChangeEvent } from './watch-messages'

/** CloudBase ends a watch whose list grows beyond this. */
const MOST_WATCHED = 5000

/** Events kept for a client that comes back after a lost connection. */
const MOST_KEPT = 200

export interface WatchRequest {
  collection: string
  filter: Filter
  order: SortOrder
  /** Infinity without one. */
  limit: number
}

/** A document before and after the commits since the last look; null where it was not there. */
export interface Change {
  before: Document | null
  after: Document | null
}

/** One `watch()`: the list its client holds, and the events that led there. */
export class WatchedQuery {
  readonly id = randomUUID()
  /** Number of the newest event. */
  current = 1
  private shown = new Map<DocumentKey, Document>()
  private kept: Array<{ id: number; events: ChangeEvent[] }> = []

  constructor(
    private readonly store: DocumentStore,
    private readonly limits: QueryLimits,
    readonly request: WatchRequest,
  ) {}

  /** @throws CloudError for a filter that cannot be run, or a list that is too long */
  begin(): ChangeEvent[] {
    this.shown = this.find()
    return [...this.shown.values()].map((document) => ({
      ID: this.current,
      DataType: 'init',
      QueueType: 'init',
      DocID: document._id,
      Doc: plainJson(document),
    }))
  }

  /**
   * Looks again after commits to the collection.
   * @returns the events of one new number, none when the list is as it was
   */
  advance(changes: ReadonlyMap<DocumentKey, Change>): ChangeEvent[] {
    const before = this.shown
    const now = this.find()
    const ID = this.current + 1
    const events: ChangeEvent[] = []
    for (const [key, document] of before) {
      if (!now.has(key)) events.push(this.dequeued(ID, document, changes.get(key)))
    }
    for (const [key, document] of now) {
      const old = before.get(key)
      if (old === undefined) events.push(this.enqueued(ID, document, changes.get(key)))
      else if (old !== document) events.push(this.updated(ID, old, document))
    }
    if (events.length === 0) return []
    this.shown = now
    this.current = ID
    this.kept.push({ id: ID, events })
    if (this.kept.length > MOST_KEPT) this.kept.shift()
    return events
  }

  /** Events after number `id`; null when they are not kept any more. */
  since(id: number): ChangeEvent[] | null {
    if (id > this.current || id < this.current - this.kept.length) return null
    return this.kept.filter((entry) => entry.id > id).flatMap(({ events }) => events)
  }

  private find(): Map<DocumentKey, Document> {
    const { collection, filter, order, limit } = this.request
    const found = findDocuments(
      this.store,
      this.store.viewFor(null),
      {
        collection: this.store.collection(collection),
        filter,
        order,
        skip: 0,
        limit: Math.min(limit, MOST_WATCHED + 1),
        operation: 'watch',
      },
      this.limits,
    )
    if (found.length > MOST_WATCHED)
      throw new CloudError(
        'DATABASE_REQUEST_FAILED',
        `a watch may hold at most ${MOST_WATCHED} documents`,
      )
    return new Map(found.map(({ document }) => [documentKey(document._id), document]))
  }

  private enqueued(ID: number, document: Document, change: Change | undefined): ChangeEvent {
    // Nothing happened to a document that moves up because another one left.
    const DataType = change === undefined ? 'limit' : change.before === null ? 'add' : 'update'
    return {
      ID,
      DataType,
      QueueType: 'enqueue',
      DocID: document._id,
      Doc: plainJson(document),
      ...(DataType === 'update' && change?.before ? fieldsOf(change.before, document) : {}),
    }
  }

  private dequeued(ID: number, old: Document, change: Change | undefined): ChangeEvent {
    const after = change?.after ?? null
    const DataType = change === undefined ? 'limit' : after === null ? 'remove' : 'update'
    return {
      ID,
      DataType,
      QueueType: 'dequeue',
      DocID: old._id,
      Doc: after ? plainJson(after) : '{}',
      ...(after ? fieldsOf(old, after) : {}),
    }
  }

  private updated(ID: number, old: Document, document: Document): ChangeEvent {
    return {
      ID,
      DataType: 'update',
      QueueType: 'update',
      DocID: document._id,
      Doc: plainJson(document),
      ...fieldsOf(old, document),
    }
  }
}

function fieldsOf(before: Document, after: Document) {
  const { updated, removed } = changedFields(before, after)
  return {
    UpdatedFields: plainJson(updated),
    ...(removed.length > 0 ? { removedFields: JSON.stringify(removed) } : {}),
  }
}
