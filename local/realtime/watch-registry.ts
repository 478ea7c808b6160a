import type { DocumentKey, Document } from '../ground/document'
import type { DocumentStore } from '../engine/store'
import type { QueryLimits } from '../query/find-documents'
import { CloudError } from '../ground/cloud-error'
import { WatchedQuery } from './watched-query'
import type { Change, WatchRequest } from './watched-query'
import type { ChangeEvent } from './watch-messages'

/** How long a watch is kept for a client whose connection broke. Real time: nobody moves the network's clock. */
const KEPT_MS = 60_000

/** Whoever shows a watch's events. */
export interface WatchClient {
  next: (query: WatchedQuery, events: ChangeEvent[]) => void
  /** The watch cannot go on. */
  fail: (query: WatchedQuery, error: unknown) => void
}

/** All watches, and the changes they have not looked at yet. */
export class WatchRegistry {
  private readonly watches = new Map<string, { query: WatchedQuery; client: WatchClient | null }>()
  private readonly pending = new Map<string, Map<DocumentKey, Change>>()
  private readonly leaving = new Map<string, NodeJS.Timeout>()
  private scheduled: NodeJS.Immediate | null = null

  constructor(
    private readonly store: DocumentStore,
    private readonly limits: QueryLimits,
  ) {}

  /** Begins a watch. @throws CloudError when its query cannot be run */
  begin(
    request: WatchRequest,
    client: WatchClient,
  ): { query: WatchedQuery; events: ChangeEvent[] } {
    const query = new WatchedQuery(this.store, this.limits, request)
    const events = query.begin()
    this.watches.set(query.id, { query, client })
    return { query, events }
  }

  /**
   * Takes a watch up again after a lost connection.
   * @throws CloudError QUERYID_INVALID_ERROR when it is not kept any more; the SDK then begins anew
   */
  resume(
    id: string,
    eventId: number,
    client: WatchClient,
  ): { query: WatchedQuery; events: ChangeEvent[] } {
    const entry = this.watches.get(id)
    const events = entry?.query.since(eventId) ?? null
    if (!entry || !events)
      throw new CloudError('QUERYID_INVALID_ERROR', 'this watch is not known any more')
    clearTimeout(this.leaving.get(id))
    this.leaving.delete(id)
    entry.client = client
    return { query: entry.query, events }
  }

  find(id: string): WatchedQuery | null {
    return this.watches.get(id)?.query ?? null
  }

  end(id: string): void {
    clearTimeout(this.leaving.get(id))
    this.leaving.delete(id)
    this.watches.delete(id)
  }

  /** A client of this watch is gone; it may come back. Whoever has taken the watch up since then keeps it. */
  leave(id: string, client: WatchClient): void {
    const entry = this.watches.get(id)
    if (entry?.client !== client) return
    entry.client = null
    const handle = setTimeout(() => this.end(id), KEPT_MS)
    handle.unref()
    this.leaving.set(id, handle)
  }

  /** Called by the store for each document of a commit that has become visible to readers. */
  changed(
    collection: string,
    key: DocumentKey,
    before: Document | null,
    after: Document | null,
  ): void {
    if (this.watches.size === 0) return
    let changes = this.pending.get(collection)
    if (!changes) this.pending.set(collection, (changes = new Map()))
    const known = changes.get(key)
    if (known) known.after = after
    else changes.set(key, { before, after })
    // Commits of one moment are one event, and no reader waits for the watches.
    this.scheduled ??= setImmediate(() => this.lookAgain())
  }

  close(): void {
    if (this.scheduled) clearImmediate(this.scheduled)
    for (const id of [...this.watches.keys()]) this.end(id)
  }

  private lookAgain(): void {
    this.scheduled = null
    const pending = new Map(this.pending)
    this.pending.clear()
    for (const { query, client } of [...this.watches.values()]) {
      const changes = pending.get(query.request.collection)
      if (!changes) continue
      try {
        const events = query.advance(changes)
        if (events.length > 0) client?.next(query, events)
      } catch (error) {
        this.end(query.id)
        client?.fail(query, error)
      }
    }
  }
}
