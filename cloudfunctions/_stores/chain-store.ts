import type { AuditContents, AuditEvent, AuditThing } from '@/domain/audit/chain'
import type { Database } from './database'
import { orNone, rowsOf } from './shape'
import { thingKinds } from '@/domain/reminder/obligation'

/** An event as the ledger keeps it, with what staff read beside it. */
export type KeptEvent = AuditEvent & AuditContents & { readonly note: string | null }

const eventOf = rowsOf<KeptEvent>({
  thing: [...thingKinds, 'identity', 'batch', 'settings'],
  thingId: 'text',
  seq: 'number',
  event: 'text',
  at: 'number',
  by: orNone('text'),
  unitId: orNone('text'),
  sealed: 'text',
  prevHash: 'text',
  hash: 'text',
  changes: 'row',
  salt: 'text',
  note: orNone('text'),
})

const mostAtOnce = 100

/** Audit chains as they are read; they are written with the change that they tell of. */
export class ChainStore {
  constructor(private readonly database: Database) {}

  /** Events after a place up to another, in order. */
  async between(
    thing: AuditThing,
    thingId: string,
    after: number,
    last: number,
  ): Promise<KeptEvent[]> {
    const { database } = this
    const events: KeptEvent[] = []
    for (let from = after; from < last; from += mostAtOnce) {
      const to = Math.min(last, from + mostAtOnce)
      const seq = database.command.gt(from).and(database.command.lte(to))
      const docs = await database.find(
        'auditEvents',
        { thing, thingId, seq },
        { sort: [['seq', 'asc']], limit: mostAtOnce },
      )
      events.push(...docs.map(({ _id, ...event }) => eventOf(event)))
    }
    return events
  }
}
