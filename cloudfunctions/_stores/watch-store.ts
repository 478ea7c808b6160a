import { addDays, beijingDay, type IsoDay } from '@/domain/calendar/day'
import { mostWaiting, type WatchRow, watchKinds } from '@/domain/operations/watch'
import { countTo } from './bounded-query'
import type { Database, Filter } from './database'
import type { Doc } from './document'
import { outboxCollection } from './messages/message-store'
import { requestsMade } from './requests-made'
import { storedCount, storedRows } from './stored'
import { orNone, rowsOf } from './shape'

export const watchCollection = 'watch'
/** A process writes what it counted at most this often. */
const flushEveryMs = 60_000
/** Rows of a day are some dozens. */
const mostPages = 10
const pageSize = 100
const keptDays = 90

/** What is counted; `WatchRow` without the count. */
type Counted = Pick<WatchRow, 'kind' | 'functionName' | 'name'> & { readonly template?: string }

interface Waiting {
  readonly row: Omit<WatchRow, 'count' | 'lastAt'>
  count: number
  lastAt: number
}

const readRow = rowsOf<WatchRow>({
  on: 'text',
  kind: watchKinds,
  functionName: 'text',
  name: 'text',
  template: orNone('text'),
  count: 'number',
  lastAt: 'number',
})

const rowOf = ({ _id, ...row }: Doc): WatchRow => readRow(row)

/**
 * Counts by day: gathered in the process and added to the day's row at most once a minute, so that
 * a storm of errors is not a storm of writes. What a process that is taken away had not written
 * yet is lost: at most a minute of it. Counting never fails a call.
 */
export class WatchStore {
  private readonly counted = new Map<string, Waiting>()
  private flushedAt = -Infinity

  constructor(private readonly database: Database) {}

  requests(): number {
    return requestsMade()
  }

  /** @param at epoch milliseconds */
  count({ kind, functionName, name, template }: Counted, at: number, by = 1): void {
    const row = { on: beijingDay(at), kind, functionName, name, template: template ?? null }
    const id = [row.on, kind, functionName, name, template].filter(Boolean).join(' ')
    const before = this.counted.get(id)
    this.counted.set(id, { row, count: (before?.count ?? 0) + by, lastAt: at })
  }

  /** Writes what was counted, unless that was done a moment ago. */
  async flush(isDue = performance.now() - this.flushedAt >= flushEveryMs): Promise<void> {
    if (this.counted.size === 0 || !isDue) return
    this.flushedAt = performance.now()
    for (const [id, { row, count, lastAt }] of [...this.counted]) {
      try {
        await this.database.increase(watchCollection, id, { count }, { ...row, lastAt })
        this.counted.delete(id)
      } catch {
        // Kept for the next time: writing is closed, or the database is away.
        return
      }
    }
  }

  /** Once a day and process: bytes in files, and the oldest rows go. */
  async measureOnce(now: number): Promise<void> {
    const on = beijingDay(now)
    if (await this.database.get(watchCollection, this.storageId(on))) return
    const bytes = await this.bytesStored()
    const row = { on, kind: 'storage', functionName: 'notifier', name: 'files' }
    await this.database.put(watchCollection, {
      _id: this.storageId(on),
      ...row,
      template: null,
      count: bytes,
      lastAt: now,
    })
    await this.removeBefore(addDays(on, -keptDays))
  }

  /** Rows of this day and later. */
  async since(day: IsoDay): Promise<WatchRow[]> {
    const rows: WatchRow[] = []
    const { gte, gt } = this.database.command
    for (let page = 0, last = ''; page < mostPages; page += 1) {
      // An id begins with its day: one index gives the days and the pages.
      const docs = await this.database.find(
        watchCollection,
        { _id: last ? gt(last) : gte(day) },
        { sort: [['_id', 'asc']], limit: pageSize },
      )
      rows.push(...docs.map(rowOf))
      last = docs.at(-1)?._id ?? ''
      if (docs.length < pageSize) break
    }
    return rows
  }

  /**
   * What waits now: notices, messages, and those of them that were ready before this instant; each
   * up to `mostWaiting`, which stands for so many and more.
   */
  async waiting(readyBefore: number): Promise<{ outbox: number; pending: number; stuck: number }> {
    const { gte, lte } = this.database.command
    const countOf = (name: string, filter: Filter) =>
      countTo(this.database, name, filter, mostWaiting)
    const pendingFrom = (notBefore: unknown) => countOf('messages', { state: 'pending', notBefore })
    const [outbox, pending, stuck] = await Promise.all([
      countOf(outboxCollection, { at: gte(0) }),
      pendingFrom(gte(0)),
      pendingFrom(lte(readyBefore)),
    ])
    return { outbox, pending, stuck }
  }

  private storageId(on: IsoDay): string {
    return `${on} storage files`
  }

  private async bytesStored(): Promise<number> {
    const sum = this.database.pipeline('files', { _id: this.database.command.gt('') }).group({
      _id: null,
      bytes: { $sum: '$size' },
    })
    return storedCount(storedRows((await sum.limit(1).end()).data)[0]?.bytes)
  }

  private async removeBefore(day: IsoDay): Promise<void> {
    const old = { _id: this.database.command.lt(day) }
    const docs = await this.database.find(watchCollection, old, {
      sort: [['_id', 'asc']],
      limit: pageSize,
    })
    for (const { _id } of docs) await this.database.remove(watchCollection, _id)
  }
}
