import type { IsoDay } from '@/domain/calendar/day'
import type { FeedbackId } from '@/domain/feedback/feedback'
import type { Cipher } from './cipher'
import { type Reporter, reporterKeyOf } from './reporter-key'
import type { Database } from './database'
import type { Transaction } from './transaction'
import { storedNumber, storedText } from './stored'

const collection = 'identityLooks'
const shown = 50
const pageSize = 100

/** One look of the desk at who reported and in which words. */
export interface Look {
  readonly id: string
  readonly feedbackId: FeedbackId
  readonly number: string
  readonly reason: string
  /** The day only: the minute stands in the report's audit, and this row is the reporter's. */
  readonly on: IsoDay
  /** Which look at this report it is, from 1. */
  readonly nth: number
}

/** 每次查看留痕: what reporters read about looks at their own reports. */
export class FeedbackLookStore {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** For `Change.also`. `reporterKey` null: nobody can be told. */
  record({ id, ...look }: Look, reporterKey: string | null) {
    const order = `${look.on}.${String(look.nth).padStart(6, '0')}`
    return async (transaction: Transaction): Promise<void> => {
      if (reporterKey !== null)
        await transaction.put(collection, { _id: id, ...look, order, reporterKey })
    }
  }

  async count(reporter: Reporter): Promise<number> {
    return this.database.count(collection, { reporterKey: reporterKeyOf(this.cipher, reporter) })
  }

  /** Newest first. */
  async list(reporter: Reporter): Promise<Look[]> {
    const docs = await this.database.find(
      collection,
      { reporterKey: reporterKeyOf(this.cipher, reporter) },
      { sort: [['order', 'desc']], limit: shown },
    )
    return docs.map(({ _id, feedbackId, number, reason, on, nth }) => ({
      id: _id,
      feedbackId: storedText(feedbackId),
      number: storedText(number),
      reason: storedText(reason),
      on: storedText(on),
      nth: storedNumber(nth),
    }))
  }

  /**
   * For `Change.also`: after a withdrawal nothing leads from the looks to the person. A look that
   * comes meanwhile changes the report too: one of the two is tried again.
   */
  forget(feedbackId: FeedbackId) {
    return async (transaction: Transaction): Promise<void> => {
      for (let last = ''; ;) {
        const docs = await this.database.find(
          collection,
          { feedbackId, _id: this.database.command.gt(last) },
          { sort: [['_id', 'asc']], limit: pageSize },
        )
        for (const { _id } of docs) await transaction.remove(collection, _id)
        if (docs.length < pageSize) return
        last = docs.at(-1)!._id
      }
    }
  }
}
