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

const one = (holds: boolean): number => (holds ? 1 : 0)

/** The counts after one draft was changed. */
export const progressAfter = (
  { confirmed, committed, unsure }: BatchProgress,
  before: DraftTask,
  after: DraftTask,
): BatchProgress => ({
  confirmed: confirmed + one(after.confirmed) - one(before.confirmed),
  committed: committed + one(after.taskId !== null) - one(before.taskId !== null),
  unsure: unsure + one(openFieldsOf(after).length > 0) - one(openFieldsOf(before).length > 0),
})
