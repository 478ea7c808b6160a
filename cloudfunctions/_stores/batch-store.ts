import {
  type BatchEvent,
  batchEvents,
  type BatchState,
  type ImportBatch,
  progressAfter,
  whyNotBatch,
  batchStates,
} from '@/domain/import/batch'
import type { DraftTask } from '@/domain/import/draft'
import type { RegionCode } from '@/domain/organization/region'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import type { Doc } from './document'
import type { Transaction } from './transaction'
import { decodeCursor, encodeCursor } from './page-cursor'
import type { Acting, By, Read, Thing } from './thing'
import type { Writer } from './writer'
import { storedNumber } from './stored'
import { orNone, thingsOf, rowsOf } from './shape'
import { taskCategories } from '@/domain/task/task'

/** Lists read before it was counted what they hold say so. */
const uncounted = { expected: null, covered: null, unread: [], compared: null }
const batchOf = thingsOf<ImportBatch>(
  {
    id: 'text',
    fileName: 'text',
    roundId: 'text',
    roundName: 'text',
    state: batchStates,
    at: 'number',
    madeById: 'text',
    regionCode: 'text',
    drafts: 'number',
    confirmed: 'number',
    committed: 'number',
    unsure: 'number',
    expected: orNone('number'),
    covered: orNone('number'),
    unread: 'list',
    compared: orNone('row'),
    faults: 'list',
  },
  uncounted,
)

const batchThing: Thing<ImportBatch, ObligationContext, BatchEvent> = {
  kind: 'batch',
  collection: 'batches',
  parsed: batchOf,
  derived: () => ({}),
  facts: (_batch, context) => context,
  allowed: (batch, actor) =>
    batchEvents.filter((event) => whyNotBatch(batch, event, actor) === null),
  // A list that nobody takes in is no task yet: nothing is owed on it.
  owed: () => [],
}
const drafts = 'drafts'
const pageSize = 20
/** What one query answers at most. */
const readAtOnce = 100
/** Drafts written side by side: enough to be quick, too few to crowd others out. */
const writtenAtOnce = 10

const draftId = (batchId: string, index: number): string => `${batchId}.${index}`

/** Drafts that take the place of others in one list, and what the audit says of it. */
export interface Regrouping {
  readonly before: readonly DraftTask[]
  readonly after: readonly DraftTask[]
  readonly event: string
  readonly changes: Readonly<Record<string, unknown>>
  /** The list’s state from then on; absent: as it is. */
  readonly state?: BatchState
  /** Nobody chose these drafts: what another call has left is as good. */
  readonly whatever?: true
}

/** A list in the transaction that changes it. */
export interface OpenList {
  readonly batch: ImportBatch
  readonly acting: Acting
  /** Puts drafts in the place of others, with the list’s counts; the list as it is then. */
  replace(regrouping: Regrouping): Promise<ImportBatch>
}

const readDraft = rowsOf<DraftTask>({
  batchId: 'text',
  index: 'number',
  number: 'text',
  upperNumber: 'text',
  parentNumber: 'text',
  title: 'text',
  problem: 'text',
  category: taskCategories,
  goals: 'list',
  units: 'row',
  leadOfficial: orNone('text'),
  deadline: 'row',
  measures: 'list',
  progressText: 'text',
  source: 'row',
  spans: 'row',
  unread: 'list',
  known: orNone('row'),
  unsure: 'list',
  doubts: 'list',
  faults: 'list',
  confirmed: 'flag',
  taskId: orNone('text'),
})

/** Drafts written before the list was their lock carry a version of their own. */
const draftOf = ({ _id, version: _version, ...draft }: Doc): DraftTask =>
  readDraft({ unread: [], doubts: [], known: null, ...draft })

/** Imported lists and the drafts read from them. */
export class BatchStore {
  constructor(private readonly writer: Writer) {}

  /** The drafts first, the batch last: a list that was read by half is no list. */
  async create<A>(
    batch: ImportBatch,
    list: readonly DraftTask[],
    by: By,
    also: (acting: Acting) => Promise<void>,
    answer: A,
  ): Promise<A> {
    for (let start = 0; start < list.length; start += writtenAtOnce) {
      const slice = list.slice(start, start + writtenAtOnce)
      await Promise.all(
        slice.map((draft) =>
          this.writer.database.put(drafts, {
            _id: draftId(batch.id, draft.index),
            ...draft,
          }),
        ),
      )
    }
    return this.writer.write(by, async (acting) => {
      const changes = { fileName: batch.fileName, drafts: batch.drafts }
      await acting.make(batchThing, 'import', { next: batch, changes, also })
      return answer
    })
  }

  async find(id: string): Promise<ImportBatch | null> {
    const doc = await this.writer.database.get(batchThing.collection, id)
    return doc ? batchOf(doc) : null
  }

  /** Lists of one office, newest first. */
  async page(regionCode: RegionCode, cursor: string | undefined) {
    const { database } = this.writer
    const [at] = decodeCursor(cursor, 1) ?? []
    const docs = await database.find(
      batchThing.collection,
      { regionCode, ...(at !== undefined && { at: database.command.lt(at) }) },
      { sort: [['at', 'desc']], limit: pageSize },
    )
    const last = docs.length === pageSize ? docs.at(-1) : undefined
    return {
      items: docs.map(batchOf),
      cursor: last ? encodeCursor([storedNumber(last.at)]) : null,
    }
  }

  /** Drafts of a list in its order, those behind `after`; -1 begins at the first. */
  drafts(batchId: string, after: number, limit: number): Promise<DraftTask[]> {
    return this.slice(batchId, this.writer.database.command.gt(after), limit)
  }

  /**
   * Drafts of a list in its order, from the one at `index` on, read a page at a time as they are asked for.
   * @param size of one page, at most 100
   */
  async *draftsFrom(
    batchId: string,
    index: number,
    size: number,
  ): AsyncGenerator<DraftTask, undefined> {
    const { command } = this.writer.database
    let page = await this.slice(batchId, command.gte(index), size)
    for (;;) {
      yield* page
      const last = page.at(-1)
      if (!last || page.length < size) return undefined
      page = await this.slice(batchId, command.gt(last.index), size)
    }
  }

  /** All drafts of a list in its order. */
  async allDrafts(batchId: string): Promise<DraftTask[]> {
    const all: DraftTask[] = []
    for await (const draft of this.draftsFrom(batchId, 0, readAtOnce)) all.push(draft)
    return all
  }

  private async slice(batchId: string, index: unknown, limit: number): Promise<DraftTask[]> {
    const docs = await this.writer.database.find(
      drafts,
      { batchId, index },
      { sort: [['index', 'asc']], limit },
    )
    return docs.map(draftOf)
  }

  /** The list of a round that went in last; null when none did. */
  async lastComplete(regionCode: RegionCode, roundId: string): Promise<ImportBatch | null> {
    const batches = await this.latest(regionCode)
    return batches.find((one) => one.roundId === roundId && one.state === 'complete') ?? null
  }

  /** The last list of each round, by its id; one that was thrown away is none. */
  async latestOfRounds(regionCode: RegionCode): Promise<Map<string, ImportBatch>> {
    const latest = new Map<string, ImportBatch>()
    for (const batch of await this.latest(regionCode))
      if (batch.state !== 'discarded' && !latest.has(batch.roundId))
        latest.set(batch.roundId, batch)
    return latest
  }

  /** The newest lists of an office. */
  private async latest(regionCode: RegionCode): Promise<ImportBatch[]> {
    const docs = await this.writer.database.find(
      batchThing.collection,
      { regionCode },
      { sort: [['at', 'desc']], limit: readAtOnce },
    )
    return docs.map(batchOf)
  }

  /** Drafts that are no task yet, in the list's order. */
  async uncommitted(batchId: string, limit: number): Promise<DraftTask[]> {
    const docs = await this.writer.database.find(
      drafts,
      { batchId, taskId: null },
      { sort: [['index', 'asc']], limit },
    )
    return docs.map(draftOf)
  }

  /** The first draft printed under a number; null when the list has none. */
  async draftByNumber(batchId: string, number: string): Promise<DraftTask | null> {
    const docs = await this.writer.database.find(
      drafts,
      { batchId, number },
      { sort: [['index', 'asc']], limit: 1 },
    )
    return docs[0] ? draftOf(docs[0]) : null
  }

  /**
   * @param read of the change that is made of it
   * @throws RuleError `THING.NOT_FOUND`
   */
  async draft(batchId: string, index: number, read: Read = this.read): Promise<DraftTask> {
    const doc = await read(drafts, draftId(batchId, index))
    if (!doc) throw new RuleError('THING.NOT_FOUND')
    return draftOf(doc)
  }

  /**
   * One transaction on a list that may undergo `event` now. Nobody writes a draft but with its list: what
   * `work` asks about drafts, also by queries, is what is there, or the list was written meanwhile and
   * `work` comes again. What it returns is the call’s answer.
   * @throws RuleError `THING.NOT_FOUND`, see `whyNotBatch`, what `work` refuses, and `THING.CHANGED` when
   *   somebody else wrote one of the drafts since the call found them
   */
  onList<A>(
    by: By,
    id: string,
    event: BatchEvent,
    work: (list: OpenList) => Promise<A>,
  ): Promise<A> {
    let found: string | null = null
    return this.writer.write(by, async (acting) => {
      const doc = await acting.read(batchThing.collection, id)
      if (!doc) throw new RuleError('THING.NOT_FOUND')
      const batch = batchOf(doc)
      refuseIf(whyNotBatch(batch, event, by.actor))
      const replace: OpenList['replace'] = (regrouping) => {
        // Two who join a draft with the next one at once do not join three.
        const now = JSON.stringify(regrouping.before)
        if (!regrouping.whatever && found !== null && found !== now)
          throw new RuleError('THING.CHANGED')
        found = now
        return replaced(acting, id, regrouping)
      }
      return work({ batch, acting, replace })
    })
  }

  private readonly read: Read = (collection, id) => this.writer.database.get(collection, id)
}

const replaced = (
  acting: Acting,
  id: string,
  { before, after, event, changes, state }: Regrouping,
): Promise<ImportBatch> =>
  acting.change(batchThing, id, event, (current) => ({
    next: { ...current, ...(state && { state }), ...progressAfter(current, before, after) },
    changes,
    also: ({ transaction }) => replaceDrafts(transaction, id, before, after),
  }))

const replaceDrafts = async (
  transaction: Transaction,
  batchId: string,
  before: readonly DraftTask[],
  after: readonly DraftTask[],
): Promise<void> => {
  const kept = new Set(after.map(({ index }) => index))
  for (const { index } of before)
    if (!kept.has(index)) await transaction.remove(drafts, draftId(batchId, index))
  for (const draft of after)
    await transaction.put(drafts, { _id: draftId(batchId, draft.index), ...draft })
}

/** What the audit says of a draft that was written. */
export const changesOf = (next: DraftTask): Readonly<Record<string, unknown>> => ({
  index: next.index,
  taskId: next.taskId,
  decided: decidedOf(next),
})

/** Which readings a person chose: the audit names the field and the value. */
const decidedOf = ({ unsure }: DraftTask): Record<string, string> =>
  Object.fromEntries(
    unsure.flatMap(({ field, decided }) => (decided === null ? [] : [[field, decided]])),
  )
