import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import type { Actor, PersonId } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { RuleError } from '@/domain/refusal'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { obligationsOfTask } from '@/domain/reminder/obligations-of-task'
import { hasSameText, publicFactsOf } from '@/domain/release/public-task'
import { notReleased } from '@/domain/release/task-release'
import type { ReaderKey } from '@/domain/task/readers'
import { queryTerms } from '@/domain/task/search-terms'
import type { RectificationTask, TaskCategory, TaskId, TaskState } from '@/domain/task/task'
import { thingOf, versionOf } from './bookkeeping'
import {
  type By,
  type Change,
  changeThing,
  createThing,
  createWithin,
  type Writer,
} from './change-thing'
import type { Filter } from './database'
import type { Doc } from './document'
import type { Transaction } from './transaction'
import { decodeCursor, encodeCursor } from './page-cursor'
import { publicTaskDoc, publicTaskOf, publicTasks } from './public-task-store'
import { type TaskRecord, taskCodec } from './task-record'

/** What a decision on a task asks for; obligations and public facts follow by themselves. */
export interface TaskChange extends Omit<Change<TaskRecord>, 'obligations'> {
  /** Drafts made in the same transaction. */
  readonly children?: readonly RectificationTask[]
}

export interface LedgerQuery {
  readonly reader: ReaderKey
  readonly personId: PersonId | null
  readonly state?: TaskState
  readonly category?: TaskCategory
  readonly regionCode?: RegionCode
  readonly query?: string
  readonly cursor?: string
}

export interface HistoryEntry {
  readonly event: string
  readonly at: number
  readonly unitId: string | null
  readonly note: string | null
}

export interface Origin {
  /** The import; the draft stays its maker's own until that is complete. */
  readonly batchId: string | null
  readonly searchNames: readonly string[]
}

const pageSize = 20
const childPage = 100
/** Newest first; a page shows no more of a task's life. */
const historyLength = 100

/** The ledger. Every write goes through `change` or `createDraft`. */
export class TaskStore {
  constructor(private readonly writer: Writer) {}

  /**
   * A draft as the importer or a split makes it. A repeated arrival with the same id finds the
   * first one's task.
   */
  async createDraft(
    task: RectificationTask,
    by: By,
    context: ObligationContext,
    origin: Origin,
  ): Promise<TaskRecord> {
    return createThing(this.writer, taskCodec, by, draftChange(task, by, context, origin))
  }

  /** The task and how often it was written; null when there is none. */
  async find(id: TaskId): Promise<{ task: TaskRecord; version: number } | null> {
    const doc = await this.writer.database.get(taskCodec.collection, id)
    return doc ? { task: thingOf<TaskRecord>(doc), version: versionOf(doc) } : null
  }

  /** @throws RuleError `THING.NOT_FOUND` also for a draft of somebody's unfinished import */
  async load(id: TaskId, actor: Actor): Promise<{ task: TaskRecord; version: number }> {
    const found = await this.find(id)
    if (!found || !(await this.isVisible(found.task, actor))) throw new RuleError('THING.NOT_FOUND')
    return found
  }

  async findMany(ids: readonly TaskId[]): Promise<Map<TaskId, TaskRecord>> {
    const docs = ids.length > 0 ? await this.writer.database.getMany(taskCodec.collection, ids) : []
    return new Map(docs.map((doc) => [doc._id, thingOf<TaskRecord>(doc)]))
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

  /** load → decide (pure) → save in one transaction; see `changeThing` for what it throws. */
  async change(
    id: TaskId,
    by: By,
    context: ObligationContext,
    decide: (task: TaskRecord) => TaskChange,
  ): Promise<TaskRecord> {
    return changeThing(this.writer, taskCodec, id, by, (task) => {
      const change = decide(task)
      const next = followed(task, change.next, beijingDay(by.now))
      return {
        ...change,
        next,
        obligations: owedOn(next, context),
        also: async (transaction) => {
          await refreshPublic(transaction, next)
          for (const child of change.children ?? [])
            await createWithin(
              this.writer,
              transaction,
              taskCodec,
              by,
              draftChange(child, by, context, { batchId: null, searchNames: next.searchNames }),
            )
          await change.also?.(transaction)
        },
      }
    })
  }

  /** Rows that this reader may see, by date due. */
  async page(query: LedgerQuery): Promise<{ items: TaskRecord[]; cursor: string | null }> {
    const { database } = this.writer
    const docs = await database.find(taskCodec.collection, await this.filterOf(query), {
      sort: [['by.order', 'asc']],
      limit: pageSize + 1,
    })
    const items = docs.slice(0, pageSize)
    const last = items.at(-1)
    return {
      items: items.map((doc) => thingOf<TaskRecord>(doc)),
      cursor: docs.length > pageSize && last ? encodeCursor([orderOf(last)]) : null,
    }
  }

  /** What happened to the task, newest first. */
  async history(id: TaskId): Promise<HistoryEntry[]> {
    const docs = await this.writer.database.find(
      'auditEvents',
      { thing: 'task', thingId: id },
      { sort: [['seq', 'desc']], limit: historyLength },
    )
    return docs.map((doc) => ({
      event: doc.event as string,
      at: doc.at as number,
      unitId: doc.unitId as string | null,
      note: doc.note as string | null,
    }))
  }

  /** One child per unit of a collective reference: page after page in order of id. */
  private async childrenOf(parentIds: readonly TaskId[]): Promise<TaskRecord[]> {
    const { database } = this.writer
    const tasks: TaskRecord[] = []
    for (let last = ''; ;) {
      const docs = await database.find(
        taskCodec.collection,
        { parentId: database.command.in([...parentIds]), _id: database.command.gt(last) },
        { sort: [['_id', 'asc']], limit: childPage },
      )
      tasks.push(...docs.map((doc) => thingOf<TaskRecord>(doc)))
      if (docs.length < childPage) return tasks
      last = docs.at(-1)!._id
    }
  }

  private async filterOf(query: LedgerQuery): Promise<Filter> {
    const { command } = this.writer.database
    const after = decodeCursor(query.cursor, 1)
    const terms = queryTerms(query.query ?? '')
    const hidden = await this.unfinishedBatches(query.personId)
    return {
      'by.readers': query.reader,
      ...(query.state && { state: query.state }),
      ...(query.category && { category: query.category }),
      ...(query.regionCode && { 'by.areas': query.regionCode }),
      ...(terms.length > 0 && { 'by.terms': command.all(terms) }),
      ...(hidden.length > 0 && { batchId: command.nin(hidden) }),
      ...(after && { 'by.order': command.gt(after[0]) }),
    }
  }

  private async isVisible(task: TaskRecord, actor: Actor): Promise<boolean> {
    if (task.state !== 'draft' || task.batchId === null) return true
    return !(await this.unfinishedBatches(actor.personId)).includes(task.batchId)
  }

  /** Imports of others that are being committed just now: a handful at most. */
  private async unfinishedBatches(personId: PersonId | null): Promise<string[]> {
    const docs = await this.writer.database.find(
      'batches',
      { state: 'committing' },
      { sort: [['_id', 'asc']], limit: 100 },
    )
    return docs.filter((doc) => doc.madeById !== personId).map((doc) => doc._id)
  }
}

/** What follows by itself: the day of a new state, and checks of a text that is gone. */
const followed = (before: TaskRecord, next: TaskRecord, today: IsoDay): TaskRecord => ({
  ...next,
  reachedOn:
    next.state === before.state ? next.reachedOn : { ...next.reachedOn, [next.state]: today },
  release: hasSameText(before, next)
    ? next.release
    : { ...next.release, secrecy: null, openness: null },
})

const owedOn = (task: TaskRecord, context: ObligationContext) =>
  obligationsOfTask(
    task,
    { release: task.release, since: task.reachedOn[task.state] ?? context.today },
    context,
  )

const draftChange = (
  task: RectificationTask,
  by: By,
  context: ObligationContext,
  { batchId, searchNames }: Origin,
): Change<TaskRecord> => {
  const next: TaskRecord = {
    ...task,
    madeById: by.actor.personId,
    batchId,
    release: notReleased,
    reachedOn: { [task.state]: beijingDay(by.now) },
    searchNames,
  }
  return {
    next,
    event: batchId === null && task.parentId !== null ? 'split' : 'imported',
    changes: { number: task.number, state: task.state, parentId: task.parentId },
    obligations: owedOn(next, context),
  }
}

const orderOf = (doc: Doc): string => (doc.by as { readonly order: string }).order

/** Released facts follow the task in its own transaction; released text never does. */
const refreshPublic = async (transaction: Transaction, task: TaskRecord): Promise<void> => {
  if (!task.release.released) return
  if (task.state === 'cancelled') {
    await transaction.remove(publicTasks, task.id)
    return
  }
  const doc = await transaction.get(publicTasks, task.id)
  if (!doc) return
  const before = publicTaskOf(doc)
  const facts = publicFactsOf(task, task.reachedOn, before.releasedSchedule)
  await transaction.put(publicTasks, publicTaskDoc({ ...before, facts }))
}
