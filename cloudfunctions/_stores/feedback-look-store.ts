import type { FeedbackId } from '@/domain/feedback/feedback'
import type { PersonId } from '@/domain/organization/actor'
import type { Cipher } from './cipher'
import type { Database } from './database'
import type { Transaction } from './transaction'

const collection = 'identityLooks'
const shown = 50

/** One look of the desk at who reported and in which words. */
export interface Look {
  readonly id: string
  readonly feedbackId: FeedbackId
  readonly number: string
  readonly reason: string
  /** Epoch milliseconds. */
  readonly at: number
}

/** 每次查看留痕: what reporters read about looks at their own reports. */
export class FeedbackLookStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** For `Change.also`. `reporterKey` null: nobody can be told. */
  record({ id, ...look }: Look, reporterKey: string | null) {
    return async (transaction: Transaction): Promise<void> => {
      if (reporterKey !== null) await transaction.put(collection, { _id: id, ...look, reporterKey })
    }
  }

  async count(personId: PersonId): Promise<number> {
    return this.database.count(collection, { reporterKey: this.keyOf(personId) })
  }

  /** Newest first. */
  async list(personId: PersonId): Promise<Look[]> {
    const docs = await this.database.find(
      collection,
      { reporterKey: this.keyOf(personId) },
      { sort: [['at', 'desc']], limit: shown },
    )
    return docs.map(({ _id, feedbackId, number, reason, at }) => ({
      id: _id,
      feedbackId: feedbackId as string,
      number: number as string,
      reason: reason as string,
      at: at as number,
    }))
  }

  /** After a withdrawal nothing leads from the looks to the person. */
  async forget(feedbackId: FeedbackId): Promise<void> {
    const docs = await this.database.find(collection, { feedbackId }, { limit: 100 })
    for (const { _id } of docs) await this.database.remove(collection, _id)
  }

  /** The same digest as the originals carry. */
  private keyOf(personId: PersonId): string {
    return this.cipher.blind(`reporter ${personId}`)
  }
}
