import { type BatchState, type ImportBatch, progressAfter } from '@/domain/import/batch'
import type { DraftTask } from '@/domain/import/draft'
import type { RegionCode } from '@/domain/organization/region'
import { RuleError } from '@/domain/refusal'
import { thingOf } from './bookkeeping'
import { type By, changeThing, createThing, type ThingCodec, type Writer } from './change-thing'
import type { Doc } from './document'
import type { Transaction } from './transaction'
import { decodeCursor, encodeCursor } from './page-cursor'

/** Lists read before it was counted what they hold say so. */
const batchOf = (doc: Doc): ImportBatch => ({
  ...{ expected: null, covered: null, unread: [], compared: null },
  ...thingOf<ImportBatch>(doc),
})
const codec: ThingCodec<ImportBatch> = {
  thing: 'batch',
  collection: 'batches',
  read: batchOf,
  derived: () => ({}),
}
const drafts = 'drafts'
const pageSize = 20
/** What one query answers at most. */
const readAtOnce = 100
/** Drafts written side by side: enough to be quick, too few to crowd others out. */
const writtenAtOnce = 10

const draftId = (batchId: string, index: number): string => `${batchId}.${index}`

/** A draft with its version, so that two reviewers do not overwrite each other. */
interface StoredDraft {
  readonly draft: DraftTask
  readonly version: number
}

const draftOf = ({ _id, version, ...draft }: Doc): StoredDraft => ({
  draft: { ...{ unread: [], known: null }, ...(draft as unknown as DraftTask) },
  version: version as number,
})

/** Imported lists and the drafts read from them. */
export class BatchStore {
  constructor(private readonly writer: Writer) {}

  /** The drafts first, the batch last: a list that was read by half is no list. */
  async create(batch: ImportBatch, list: readonly DraftTask[], by: By): Promise<ImportBatch> {
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
    return createThing(this.writer, codec, by, {
      next: batch,
      event: 'import',
      changes: { fileName: batch.fileName, drafts: batch.drafts },
      obligations: [],
    })
  }

  async find(id: string): Promise<ImportBatch | null> {
    const doc = await this.writer.database.get(codec.collection, id)
    return doc ? batchOf(doc) : null
  }

  /** Lists of one office, newest first. */
  async page(regionCode: RegionCode, cursor: string | undefined) {
    const { database } = this.writer
    const [at] = decodeCursor(cursor, 1) ?? []
    const docs = await database.find(
      codec.collection,
      { regionCode, ...(at !== undefined && { at: database.command.lt(at) }) },
      { sort: [['at', 'desc']], limit: pageSize },
    )
    const last = docs.length === pageSize ? docs.at(-1) : undefined
    return {
      items: docs.map(batchOf),
      cursor: last ? encodeCursor([last.at as number]) : null,
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
    const docs = await this.writer.database.find(
      codec.collection,
      { regionCode },
      { sort: [['at', 'desc']], limit: readAtOnce },
    )
    const batches = docs.map(batchOf)
    return batches.find((one) => one.roundId === roundId && one.state === 'complete') ?? null
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
   * Writes one draft together with its batch's counts and audit event.
   * @param decide may refuse by what the batch has become meanwhile
   * @throws RuleError `THING.CHANGED` when somebody else wrote the draft since it was read
   */
  async changeDraft(
    stored: StoredDraft,
    next: DraftTask,
    by: By,
    event: string,
    decide: (batch: ImportBatch) => BatchState,
  ): Promise<ImportBatch> {
    const { draft, version } = stored
    const _id = draftId(draft.batchId, draft.index)
    const save = async (transaction: Transaction): Promise<void> => {
      const now = await transaction.get(drafts, _id)
      if (now?.version !== version) throw new RuleError('THING.CHANGED')
      await transaction.put(drafts, { _id, version: version + 1, ...next })
    }
    return changeThing(this.writer, codec, draft.batchId, by, (batch) => ({
      next: { ...batch, state: decide(batch), ...progressAfter(batch, [draft], [next]) },
      event,
      changes: { index: draft.index, taskId: next.taskId, decided: decidedOf(next) },
      obligations: [],
      also: save,
    }))
  }

  /**
   * Puts drafts in the place of others, all in one transaction: merged, or split.
   * @throws RuleError `THING.CHANGED` when somebody else wrote one of them since it was read
   */
  async regroup(
    batchId: string,
    before: readonly StoredDraft[],
    after: readonly DraftTask[],
    by: By,
    event: string,
    decide: (batch: ImportBatch) => BatchState,
  ): Promise<ImportBatch> {
    const old = before.map(({ draft }) => draft)
    const save = async (transaction: Transaction): Promise<void> => {
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
    return changeThing(this.writer, codec, batchId, by, (batch) => ({
      next: { ...batch, state: decide(batch), ...progressAfter(batch, old, after) },
      event,
      changes: {
        before: old.map(({ index }) => index),
        after: after.map(({ index }) => index),
      },
      obligations: [],
      also: save,
    }))
  }

  /** Changes the batch alone. */
  async change(id: string, by: By, event: string, decide: (batch: ImportBatch) => BatchState) {
    return changeThing(this.writer, codec, id, by, (batch) => {
      const state = decide(batch)
      return { next: { ...batch, state }, event, changes: { state }, obligations: [] }
    })
  }
}

/** Which readings a person chose: the audit names the field and the value. */
const decidedOf = ({ unsure }: DraftTask): Record<string, string> =>
  Object.fromEntries(
    unsure.flatMap(({ field, decided }) => (decided === null ? [] : [[field, decided]])),
  )
