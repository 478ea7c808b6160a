import type { Database } from '../database'
import { outboxCollection, type OutboxRow } from './message-store'
import { orNone, rowsOf } from '../shape'
import { notices } from '@/domain/reminder/notice'
import { thingKinds } from '@/domain/reminder/obligation'

const readRow = rowsOf<OutboxRow>({
  id: 'text',
  at: 'number',
  after: orNone('text'),
  notice: notices,
  thing: thingKinds,
  thingId: 'text',
  node: 'text',
  to: 'row',
  title: 'text',
  dueOn: orNone('text'),
  regionCode: 'text',
  hiddenFrom: 'list',
})

/** The notifier's side of the outbox: oldest first, removed once the messages are made. */
export class MessageOutbox {
  constructor(private readonly database: Database) {}

  async oldest(limit: number): Promise<OutboxRow[]> {
    const docs = await this.database.find(
      outboxCollection,
      { at: this.database.command.gte(0) },
      { sort: [['at', 'asc']], limit },
    )
    return docs.map(({ _id, ...rest }) => readRow({ ...rest, id: _id }))
  }

  /** The addressees up to here have their messages. */
  async goOn(id: string, after: string): Promise<void> {
    await this.database.update(outboxCollection, id, { after })
  }

  async remove(id: string): Promise<void> {
    await this.database.remove(outboxCollection, id)
  }
}
