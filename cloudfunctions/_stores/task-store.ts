import type { PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { RuleError } from '@/domain/refusal'
import { notReleased } from '@/domain/release/task-release'
import {
  type LedgerSort,
  type ReaderKey,
  readerKeyIn,
  readerKeyOfComeBack,
  readsWholeCity,
} from '@/domain/task/readers'
import { noFacts } from '@/domain/task/kept-facts'
import { queryTerms } from '@/domain/task/search-terms'
import type { RectificationTask, TaskCategory, TaskId, TaskState } from '@/domain/task/task'
import { bookField, chainHeadOf, versionOf } from './bookkeeping'
import { searchPage } from './bounded-query'
import type { Database, Filter } from './database'
import type { Doc } from './document'
import { decodeCursor, encodeCursor } from './page-cursor'
import { type TaskRecord, taskOf } from './task-record'
import { taskThing } from './task-thing'
import type { Acting, Asker, Decision } from './thing'
import { storedAt, storedNumber, storedText, storedTextOrNull } from './stored'

export interface LedgerQuery {
  readonly reader: ReaderKey
  readonly personId: PersonId | null
  readonly state?: TaskState
  readonly category?: TaskCategory
  readonly regionCode?: RegionCode
  readonly roundId?: string
  /** Only what came back after close-out. */
  readonly cameBack?: true
  readonly query?: string
  /** Words are looked for by date due. */
  readonly sort?: LedgerSort
  readonly cursor?: string
  /** Rows of one page; absent: as a list shows them. */
  readonly size?: number
}

export interface HistoryEntry {
  readonly event: string
  readonly at: number
  readonly unitId: string | null
  readonly note: string | null
}

export interface Origin {
  /** The import. */
  readonly batchId: string | null
  /** Its maker's own until the import is complete: others see nothing before the whole list is in. */
  readonly hidden: boolean
  readonly searchNames: readonly string[]
}

const pageSize = 20
const orders: Readonly<Record<LedgerSort, string>> = { due: 'by.order', number: 'by.numberOrder' }
/** By which a task is found, and what its chain and its reminders keep beside it. */
const unlisted = [bookField, 'by.terms', 'by.readers']
const childPage = 100
/** Newest first; a page shows no more of a task's life. */
const historyLength = 100

/** A draft as the importer or a split makes it. */
const draftDecision = (
  task: RectificationTask,
  { actor }: Asker,
  { batchId, hidden, searchNames }: Origin,
): Decision<TaskRecord> => ({
  next: {
    ...task,
    ...noFacts,
    batchId,
    shownTo: hidden && actor.personId !== null ? actor.personId : 'everybody',
    release: notReleased,
    reachedOn: {},
    searchNames,
  },
  changes: { number: task.number, state: task.state, parentId: task.parentId },
})

/** Makes the parts of a task in the transaction that splits it. */
export const makeChildren = async (
  acting: Acting,
  children: readonly RectificationTask[],
  { searchNames }: Pick<Origin, 'searchNames'>,
): Promise<void> => {
  for (const child of children)
    await acting.make(
      taskThing,
      'split',
      draftDecision(child, acting.by, { batchId: null, hidden: false, searchNames }),
    )
}

/** A draft as the importer makes it, counted on its parent. */
export const importTask = async (
  acting: Acting,
  task: RectificationTask,
  origin: Origin,
): Promise<void> => {
  const made = await acting.make(taskThing, 'imported', draftDecision(task, acting.by, origin))
  if (task.parentId === null) return
  await acting.change(
    taskThing,
    task.parentId,
    'childMade',
    (parent) => ({ next: parent, changes: { childId: task.id } }),
    () => Promise.resolve(made),
  )
}

/** A task with how often it was written, and its audit chain's head. */
interface FoundTask {
  readonly task: TaskRecord
  readonly version: number
  readonly head: string
}

/** The ledger. It is written by `Writer` and the descriptor `taskThing`. */
export class TaskStore {
  constructor(private readonly database: Database) {}

  /** The import is complete: from now on everybody who may read its drafts sees them. */
  async showImported(batchId: string): Promise<void> {
    await this.database.updateMany(
      taskThing.collection,
      { batchId },
      { shownTo: 'everybody' satisfies TaskRecord['shownTo'] },
    )
  }

  /** Null when there is none. */
  async find(id: TaskId): Promise<FoundTask | null> {
    const doc = await this.database.get(taskThing.collection, id)
    if (!doc) return null
    return { task: taskOf(doc), version: versionOf(doc), head: chainHeadOf(doc) }
  }

  /** @throws RuleError `THING.NOT_FOUND` also for a draft of somebody's unfinished import */
  async load(id: TaskId, by: Asker): Promise<FoundTask> {
    const found = await this.find(id)
    if (!found || !taskThing.isShown?.(found.task, by)) throw new RuleError('THING.NOT_FOUND')
    return found
  }

  async findMany(ids: readonly TaskId[]): Promise<Map<TaskId, TaskRecord>> {
    const docs = await this.database.getMany(taskThing.collection, ids)
    return new Map(docs.map((doc) => [doc._id, taskOf(doc)]))
  }

  /** Everything below a task, the nearest first. Numbers that name each other end as well. */
  async descendants(id: TaskId): Promise<TaskRecord[]> {
    const found = new Map<TaskId, TaskRecord>()
    for (let level = [id]; level.length > 0;) {
      const below = await this.childrenOf(level)
      const added = below.filter((task) => task.id !== id && !found.has(task.id))
      for (const task of added) found.set(task.id, task)
      level = added.map((task) => task.id)
    }
    return [...found.values()]
  }

  /**
   * Rows that this reader may see, by date due or by number. Words are looked for in a part of the
   * ledger at a time: `partly`.
   */
  async page(
    query: LedgerQuery,
  ): Promise<{ items: TaskRecord[]; cursor: string | null; partly: boolean }> {
    const [after = ''] = decodeCursor(query.cursor, 1) ?? []
    const { size = pageSize } = query
    const [term, ...terms] = queryTerms(query.query ?? '')
    const order = orders[(term === undefined && query.sort) || 'due']
    const range = { [order]: this.database.command.gt(after) }
    if (term !== undefined) return this.search(query, range, [term, ...terms])
    const docs = await this.database.find(
      taskThing.collection,
      { ...this.filterOf(query), ...range },
      { sort: [[order, 'asc']], limit: size + 1, omit: unlisted },
    )
    const items = docs.slice(0, size)
    const last = items.at(-1)
    return {
      items: items.map((doc) => taskOf(doc)),
      cursor: docs.length > size && last ? encodeCursor([orderOf(last, order)]) : null,
      partly: false,
    }
  }

  /** What happened to the task, newest first. */
  async history(id: TaskId): Promise<HistoryEntry[]> {
    const docs = await this.database.find(
      'auditEvents',
      { thing: 'task', thingId: id },
      { sort: [['seq', 'desc']], limit: historyLength },
    )
    return docs.map((doc) => ({
      event: storedText(doc.event),
      at: storedNumber(doc.at),
      unitId: storedTextOrNull(doc.unitId),
      note: storedTextOrNull(doc.note),
    }))
  }

  /** One child per unit of a collective reference: page after page in order of id. */
  private async childrenOf(parentIds: readonly TaskId[]): Promise<TaskRecord[]> {
    const { database } = this
    const tasks: TaskRecord[] = []
    for (let last = ''; ;) {
      const docs = await database.find(
        taskThing.collection,
        { parentId: database.command.in([...parentIds]), _id: database.command.gt(last) },
        { sort: [['_id', 'asc']], limit: childPage },
      )
      tasks.push(...docs.map((doc) => taskOf(doc)))
      if (docs.length < childPage) return tasks
      last = docs.at(-1)!._id
    }
  }

  /** Who reads the whole city finds words by their index, others among their own tasks. */
  private async search(
    query: LedgerQuery,
    range: Filter,
    [term, ...terms]: readonly [string, ...string[]],
  ) {
    const { all } = this.database.command
    const filter = this.filterOf(query)
    const found = await searchPage(this.database, taskThing.collection, {
      ...(readsWholeCity(query.reader)
        ? {
            lead: { 'by.terms': term, ...range },
            rest: { ...filter, ...(terms.length > 0 && { 'by.terms': all(terms) }) },
          }
        : { lead: { ...filter, ...range }, rest: { 'by.terms': all([term, ...terms]) } }),
      order: orders.due,
      pageSize: query.size ?? pageSize,
    })
    return {
      items: found.docs.map((doc) => taskOf(doc)),
      cursor: found.next === null ? null : encodeCursor([found.next]),
      partly: found.partly,
    }
  }

  /** Each combination has an index that ends with the order. */
  private filterOf({
    reader,
    regionCode,
    personId,
    state,
    category,
    roundId,
    cameBack,
  }: LedgerQuery): Filter {
    const { command } = this.database
    const key = cameBack ? readerKeyOfComeBack(reader) : reader
    return {
      'by.readers': regionCode ? readerKeyIn(key, regionCode) : key,
      shownTo: command.in(['everybody', ...(personId ? [personId] : [])]),
      ...(state && { state }),
      ...(category && { category }),
      ...(roundId && { roundId }),
    }
  }
}

/** @param path of a key beside the task, as `orders` names it */
const orderOf = (doc: Doc, path: string): string =>
  storedTextOrNull(storedAt(doc, ...path.split('.'))) ?? ''
