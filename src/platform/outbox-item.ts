import type { ActionInput, ActionName } from '@/contract/actions'
import type { ErrorCode } from '@/contract/errors'
import type { KeptFile } from './kept-file'

/** Why a file did not go with the words: the phone has it no more, or the server refused it. */
export type LostFor = 'vanished' | 'refused'

/** A file of a write: where its id goes in the input, and how far it came. */
export interface Attachment {
  readonly file: KeptFile
  /** Place in the input that takes the id: `photoIds`, or `measures.0.photoIds`. */
  readonly field: string
  /** The field is a list of ids. */
  readonly many: boolean
  /** Id of the checked file, once it is up. */
  readonly fileId?: string
  readonly lost?: LostFor
  /** How often it arrived and was not found good; a network that is gone does not count. */
  readonly failures?: number
}

export interface WaitingForm {
  /** Name of its draft. */
  readonly name: string
  readonly value: object
  /** The form shows that it waits; false when it was emptied for the next thing. */
  readonly open: boolean
}

/** A write that waits for a network. Sent with the same key until one reply has come. */
export interface OutboxItem {
  /** The idempotency key. */
  readonly key: string
  readonly action: string
  /** Without the ids of its files. */
  readonly input: unknown
  readonly actAs: string | null
  /** Epoch milliseconds. */
  readonly savedAt: number
  readonly state: 'waiting' | 'refused'
  /** Why the server refused it; the item stays, so that nothing typed is lost. */
  readonly code?: ErrorCode
  readonly attachments: readonly Attachment[]
  /** Files go up without an owner. */
  readonly anonymous: boolean
  /** The form it was filled in and all that stood there, to be taken back as it was. */
  readonly form: WaitingForm | null
  /** A report's lookup code: shown from the first moment, only its hash is sent. */
  readonly lookupCode: string | null
}

/** A write of one action. */
export type ItemOf<N extends ActionName> = OutboxItem & {
  readonly action: N
  readonly input: ActionInput<N>
}

/** Its input was typed when it was put there. */
export const isItemOf = <N extends ActionName>(item: OutboxItem, action: N): item is ItemOf<N> =>
  item.action === action

/** What of the files did not go along, in the order they stand on the form. */
export const lostFiles = ({ attachments }: OutboxItem) =>
  attachments.filter(({ lost }) => lost !== undefined)

/** Follows another write and is nobody's to look at: what the phone's dialog answered. */
export const isQuiet = ({ action }: OutboxItem) => action === 'notifier.recordConsent'
