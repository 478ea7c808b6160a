import { RuleError } from '@/domain/refusal'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { thingOf, writeEntry } from './bookkeeping'
import type { Cipher } from './cipher'
import type { Doc } from './document'
import { tellLater } from './message-store'
import type { By, Decide, Decision, Read, Thing } from './thing'
import type { Transaction } from './transaction'

/** One transaction of one call: changes of things, and plain documents beside them. */
export class Acting {
  constructor(
    readonly transaction: Transaction,
    readonly by: By,
    readonly context: ObligationContext,
    private readonly cipher: Cipher,
  ) {}

  readonly read: Read = (collection, id) => this.transaction.get(collection, id)

  /**
   * load → decide → save of a thing that exists; null from `decide` leaves it as it is.
   * @throws `absent` when there is none, and what `decide` refuses
   */
  async change<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    id: string,
    event: string,
    decide: Decide<T, F>,
    absent = new RuleError('THING.NOT_FOUND'),
  ): Promise<T> {
    const doc = await this.read(thing.collection, id)
    if (!doc) throw absent
    const record = await this.recordOf(thing, doc)
    const decision = await decide(record, thing.facts(record, this.context, this.by), this.read)
    return decision ? this.save(thing, doc, event, decision) : record
  }

  /** Makes a thing. @throws DuplicateId, at the commit, when there is one under this id */
  async make<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    event: string,
    decision: Decision<T>,
  ): Promise<T> {
    return this.save(thing, null, event, decision)
  }

  private async recordOf<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    doc: Doc,
  ): Promise<T> {
    const stored = thingOf<T>(doc)
    return thing.renewed ? thing.renewed(stored, this.read) : stored
  }

  private async save<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    doc: Doc | null,
    event: string,
    decision: Decision<T>,
  ): Promise<T> {
    const { by, context, transaction } = this
    const before = doc && thingOf<T>(doc)
    const next = thing.followed ? thing.followed(before, decision.next, by) : decision.next
    await writeEntry(transaction, this.cipher, doc, {
      thing: thing.kind,
      collection: thing.collection,
      next,
      derived: thing.derived(next, context),
      event: decision.event ?? event,
      changes: decision.changes,
      note: decision.note ?? null,
      obligations: thing.owed(next, context),
      actor: by.actor,
      now: by.now,
    })
    await thing.beside?.(this, next)
    await tellLater(decision.tell ?? [], by.now)(transaction)
    await decision.also?.(this)
    return next
  }
}
