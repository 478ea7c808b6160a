import { type FeedbackId, type FeedbackState, feedbackStates } from '@/domain/feedback/feedback'
import { awaitsAnswer } from '@/domain/feedback/owed'
import type { Database } from '../database'
import type { Doc } from '../document'
import { storedOneOf, storedText, storedTextOrNull } from '../stored'

const pageSize = 100

/** What the notifier has to know of reports: in which state they are, nothing of their content. */
export class MessageReports {
  constructor(private readonly database: Database) {}

  /** States of these reports, by id. */
  async states(ids: readonly FeedbackId[]): Promise<Map<FeedbackId, FeedbackState>> {
    const docs = await this.database.getMany('feedback', ids)
    return new Map(docs.map((doc) => [doc._id, stateOf(doc)]))
  }

  /** Who sent a report or an objection, as a keyed digest; null for nobody's. */
  async reporterKeyOf(thing: 'feedback' | 'objection', id: string): Promise<string | null> {
    const originals = thing === 'feedback' ? 'feedbackOriginals' : 'objectionOriginals'
    return storedTextOrNull((await this.database.get(originals, id))?.reporterKey)
  }

  /** How many reports of theirs still wait for an answer; second looks count. */
  async awaitingAnswer(reporterKey: string | null): Promise<number> {
    if (reporterKey === null) return 0
    let waiting = 0
    for (let before = ''; ;) {
      const { command } = this.database
      const docs = await this.database.find(
        'feedbackOriginals',
        { reporterKey, ...(before !== '' && { order: command.lt(before) }) },
        { sort: [['order', 'desc']], limit: pageSize },
      )
      waiting += await this.waitingAmong(docs.map(({ _id }) => _id))
      if (docs.length < pageSize) return waiting
      before = storedText(docs.at(-1)!.order)
    }
  }

  /**
   * A merged report waits while the one that it became part of does, however often that was merged
   * later itself: no report is part of itself, so every chain ends.
   */
  private async waitingAmong(reports: readonly FeedbackId[]): Promise<number> {
    let waiting = 0
    for (let asked = reports; asked.length > 0;) {
      const docs = await this.database.getMany('feedback', [...new Set(asked)])
      const found = asked.flatMap((id) => docs.find(({ _id }) => _id === id) ?? [])
      waiting += found.filter((doc) => awaitsAnswer(stateOf(doc))).length
      asked = found.flatMap((doc) => storedTextOrNull(doc.mergedIntoId) ?? [])
    }
    return waiting
  }
}

const stateOf = (doc: Doc): FeedbackState => storedOneOf(feedbackStates, doc.state)
