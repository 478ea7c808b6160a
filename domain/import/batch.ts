import type { Actor, PersonId } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { Refusal } from '../refusal'
import { type DraftTask, openFieldsOf } from './draft'

export const batchStates = [
  'parsed', // 已读入, 核对中
  'committing', // 正在入库
  'complete', // 已全部入库
  'discarded', // 已作废
] as const
export type BatchState = (typeof batchStates)[number]

/** What is counted on the drafts of a batch. */
export interface BatchProgress {
  readonly confirmed: number
  readonly committed: number
  /** Drafts with a value still to decide. */
  readonly unsure: number
}

/** A newer list against the last one of its round that went in. */
export interface ComparedBatch {
  readonly fileName: string
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Number and title of the tasks that the newer list does not print. */
  readonly gone: readonly string[]
}

/** One imported list (清单). Its drafts lie beside it, one record each. */
export interface ImportBatch extends BatchProgress {
  readonly id: string
  readonly fileName: string
  readonly roundId: string
  readonly roundName: string
  readonly state: BatchState
  /** Epoch milliseconds of the import. */
  readonly at: number
  readonly madeById: PersonId
  /** Only the importing office sees and changes it. */
  readonly regionCode: RegionCode
  readonly drafts: number
  /** How many tasks the office expects; null when it did not say. */
  readonly expected: number | null
  /** Of the letters in the text those that belong to a value or to no task, in percent; null when nobody counted. */
  readonly covered: number | null
  /** Words that lie in no task and belong to no value, each by its beginning. */
  readonly unread: readonly string[]
  /** What the list changes against the round's last one; null for a first list. */
  readonly compared: ComparedBatch | null
  /** Sentences about the list as a whole. */
  readonly faults: readonly string[]
}

export const batchEvents = ['edit', 'confirm', 'commit', 'discard'] as const
export type BatchEvent = (typeof batchEvents)[number]

/** 整改办 of the region that imported the list, nobody else. */
export const whyNotSee = (regionCode: RegionCode, actor: Actor): Refusal | null => {
  if (actor.role !== 'coordinator') return { code: 'ACCESS.ROLE' }
  return actor.regionCode === regionCode ? null : { code: 'ACCESS.REGION' }
}

const from: Readonly<Record<BatchEvent, readonly BatchState[]>> = {
  edit: ['parsed'],
  confirm: ['parsed'],
  // A repeated commit of a complete list changes nothing and is answered.
  commit: ['parsed', 'committing', 'complete'],
  discard: ['parsed'],
}

/** Why this event may not happen to the batch now, or null. */
export const whyNotBatch = (
  batch: ImportBatch,
  event: BatchEvent,
  actor: Actor,
): Refusal | null => {
  const stranger = whyNotSee(batch.regionCode, actor)
  if (stranger) return stranger
  if (!from[event].includes(batch.state)) return { code: 'THING.STATE' }
  const isReviewed = batch.confirmed === batch.drafts
  return event === 'commit' && !isReviewed ? { code: 'IMPORT.NOT_COMPLETE' } : null
}

/** What counts of some drafts. */
const progressOf = (drafts: readonly DraftTask[]): BatchProgress => ({
  confirmed: drafts.filter(({ confirmed }) => confirmed).length,
  committed: drafts.filter(({ taskId }) => taskId !== null).length,
  unsure: drafts.filter((draft) => openFieldsOf(draft).length > 0).length,
})

/** The counts after some drafts took the place of others. */
export const progressAfter = (
  batch: BatchProgress & Pick<ImportBatch, 'drafts'>,
  before: readonly DraftTask[],
  after: readonly DraftTask[],
): BatchProgress & Pick<ImportBatch, 'drafts'> => {
  const [was, is] = [progressOf(before), progressOf(after)]
  return {
    drafts: batch.drafts + after.length - before.length,
    confirmed: batch.confirmed + is.confirmed - was.confirmed,
    committed: batch.committed + is.committed - was.committed,
    unsure: batch.unsure + is.unsure - was.unsure,
  }
}
