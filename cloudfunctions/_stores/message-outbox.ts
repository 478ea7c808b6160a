import type { Database } from './database'
import { outboxCollection, type OutboxRow } from './message-store'

/** The notifier's side of the outbox: oldest first, removed once the messages are made. */
export class MessageOutbox {
  constructor(private readonly database: Database) {}

  async oldest(limit: number): Promise<OutboxRow[]> {
    const docs = await this.database.find(
      outboxCollection,
      { at: this.database.command.gte(0) },
      { sort: [['at', 'asc']], limit },
    )
    return docs.map(({ _id, ...rest }) => ({ ...rest, id: _id }) as unknown as OutboxRow)
  }

  /** The addressees up to here have their messages. */
  async goOn(id: string, after: string): Promise<void> {
    await this.database.update(outboxCollection, id, { after })
  }

  async remove(id: string): Promise<void> {
    await this.database.remove(outboxCollection, id)
  }
}
