import { createHash } from 'node:crypto'
import type { NoticeToSend } from '@/domain/reminder/notice'
import type { Doc } from '../document'
import type { Transaction } from '../transaction'

export const outboxCollection = 'outbox'

/** What is written with the business change; the notifier turns it into messages. */
export interface OutboxRow extends NoticeToSend {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  /** Where the next page of addressees begins; absent before the first. */
  readonly after?: string
}

/** Ids and keys are digests: a row does not say in its id whom or what it is about. */
export const digestOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)

/** What is told, whomever it is told to: nobody reads it twice, in whatever roles they are told. */
export const newsOf = ({ notice, thing, thingId, node }: NoticeToSend): string =>
  digestOf(notice, thing, thingId, node)

/**
 * One row of the outbox. The same news to the same addressee has the same id, so that a repeated
 * arrival writes the same row; two roles of one unit are two addressees.
 * @param now epoch milliseconds of the change
 */
const outboxRow = (notice: NoticeToSend, now: number): Doc => ({
  ...notice,
  _id: digestOf(newsOf(notice), JSON.stringify(notice.to)),
  at: now,
})

/**
 * For `Change.also`: tells these notices if, and only if, the change is committed.
 * @param now epoch milliseconds of the change
 */
export const tellLater =
  (toTell: readonly NoticeToSend[], now: number) =>
  async (transaction: Transaction): Promise<void> => {
    for (const notice of toTell) await transaction.put(outboxCollection, outboxRow(notice, now))
  }
