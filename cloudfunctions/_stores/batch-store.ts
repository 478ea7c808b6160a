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
import { RuleError } from '@/domain/refusal'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import type { Doc } from './document'
import type { Transaction } from './transaction'
import { decodeCursor, encodeCursor } from './page-cursor'
import type { Acting, By, Thing } from './thing'
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

/** A draft with its version, so that two reviewers do not overwrite each other. */
export interface StoredDraft {
  readonly draft: DraftTask
  readonly version: number
}

/** Drafts that take the place of others in one list, and what the audit says of it. */
export interface Regrouping {
  readonly batchId: string
  readonly before: readonly StoredDraft[]
  readonly after: readonly DraftTask[]
  readonly event: string
  readonly changes: Readonly<Record<string, unknown>>
  /** The list’s state from then on; refuses by what the list has become meanwhile. */
  readonly decide: (batch: ImportBatch) => BatchState
  /** What else is written with it. */
  readonly also?: (transaction: Transaction) => Promise<void>
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

const draftOf = ({ _id, version, ...draft }: Doc): StoredDraft => ({
  draft: readDraft({ unread: [], doubts: [], known: null, ...draft }),
  version: storedNumber(version),
})

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
            version: 1,
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
  async drafts(batchId: string, after: number, limit: number): Promise<DraftTask[]> {
    const { database } = this.writer
    const docs = await database.find(
      drafts,
      { batchId, index: database.command.gt(after) },
      { sort: [['index', 'asc']], limit },
    )
    return docs.map((doc) => draftOf(doc).draft)
  }

  /** All drafts of a list in its order. */
  async allDrafts(batchId: string): Promise<DraftTask[]> {
    const all: DraftTask[] = []
    for (;;) {
      const page = await this.drafts(batchId, all.at(-1)?.index ?? -1, readAtOnce)
      all.push(...page)
      if (page.length < readAtOnce) return all
    }
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
    return docs.map((doc) => draftOf(doc).draft)
  }

  /** The first draft printed under a number; null when the list has none. */
  async draftByNumber(batchId: string, number: string): Promise<DraftTask | null> {
    const docs = await this.writer.database.find(
      drafts,
      { batchId, number },
      { sort: [['index', 'asc']], limit: 1 },
    )
    return docs[0] ? draftOf(docs[0]).draft : null
  }

  /** @throws RuleError `THING.NOT_FOUND` */
  async draft(batchId: string, index: number): Promise<StoredDraft> {
    const doc = await this.writer.database.get(drafts, draftId(batchId, index))
    if (!doc) throw new RuleError('THING.NOT_FOUND')
    return draftOf(doc)
  }

  /**
   * Puts drafts in the place of others, all in one transaction with the list’s counts.
   * @param answer what the call is answered with
   * @throws RuleError `THING.CHANGED` when somebody else wrote one of them since it was read
   */
  async regroup<A>(
    by: By,
    { batchId, before, after, event, changes, decide, also }: Regrouping,
    answer: (batch: ImportBatch) => A,
  ): Promise<A> {
    const old = before.map(({ draft }) => draft)
    return this.writer.write(by, async (acting) => {
      const batch = await acting.change(batchThing, batchId, event, (current) => ({
        next: { ...current, state: decide(current), ...progressAfter(current, old, after) },
        changes,
        also: async ({ transaction }) => {
          await replaceDrafts(transaction, batchId, before, after)
          await also?.(transaction)
        },
      }))
      return answer(batch)
    })
  }

  /** Writes one draft; see `regroup`. */
  async changeDraft<A>(
    by: By,
    stored: StoredDraft,
    next: DraftTask,
    event: string,
    decide: Regrouping['decide'],
    answer: (batch: ImportBatch) => A,
  ): Promise<A> {
    const { batchId } = stored.draft
    const changes = changesOf(next)
    return this.regroup(
      by,
      { batchId, before: [stored], after: [next], event, changes, decide },
      answer,
    )
  }

  /** Changes the batch alone. */
  async change<A>(
    by: By,
    id: string,
    event: string,
    decide: Regrouping['decide'],
    answer: (batch: ImportBatch) => A,
  ): Promise<A> {
    return this.writer.write(by, async (acting) => {
      const batch = await acting.change(batchThing, id, event, (current) => {
        const state = decide(current)
        return { next: { ...current, state }, changes: { state } }
      })
      return answer(batch)
    })
  }
}

const replaceDrafts = async (
  transaction: Transaction,
  batchId: string,
  before: readonly StoredDraft[],
  after: readonly DraftTask[],
): Promise<void> => {
  const kept = new Set(after.map(({ index }) => index))
  for (const { draft, version } of before) {
    const _id = draftId(batchId, draft.index)
    const now = await transaction.get(drafts, _id)
    if (now?.version !== version) throw new RuleError('THING.CHANGED')
    if (!kept.has(draft.index)) await transaction.remove(drafts, _id)
  }
  for (const draft of after) {
    const stored = before.find((one) => one.draft.index === draft.index)
    const version = (stored?.version ?? 0) + 1
    await transaction.put(drafts, { _id: draftId(batchId, draft.index), version, ...draft })
  }
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
