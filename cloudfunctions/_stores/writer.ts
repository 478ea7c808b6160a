import type { IsoDay } from '@/domain/calendar/day'
import { RuleError } from '@/domain/refusal'
import type { Obligation } from '@/domain/reminder/obligation'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import type { Cipher } from './cipher'
import type { Database } from './database'
import { WriteConflict } from './document'
import { replyDoc, replyCollection } from './reply-store'
import { Acting, type Asker, type By, type Decide, type Thing } from './thing'

/** The answer of a state change: the new state and what this person may do next. */
export interface Changed<S, E> {
  readonly id: string
  readonly state: S
  readonly events: E[]
}

/** The one way to write: see ADR 1, 11 and 14. */
export class Writer {
  constructor(
    readonly database: Database,
    readonly cipher: Cipher,
    readonly contextOn: (today: IsoDay) => ObligationContext,
  ) {}

  /**
   * One transaction. What `work` returns is the call's answer and stands in the transaction as
   * its reply. `work` may run several times: no side effects in it but its own writes.
   * @throws RuleError `THING.BUSY` after many conflicts, and what `work` refuses
   */
  async write<A>(by: By, work: (acting: Acting) => Promise<A>): Promise<A> {
    try {
      return await this.database.transact(async (transaction) => {
        const context = this.contextOn(by.today)
        await by.enter?.(transaction)
        const answer = await work(new Acting(transaction, by, context, this.cipher))
        const kept = by.keep(answer)
        if (kept) await transaction.create(replyCollection, replyDoc(this.cipher, kept))
        return answer
      })
    } catch (error) {
      if (error instanceof WriteConflict) throw new RuleError('THING.BUSY')
      throw error
    }
  }

  /**
   * load → decide → save → what may be done next: the one sentence of every state change.
   * @throws RuleError `THING.NOT_FOUND`, `THING.BUSY` and what `decide` refuses
   */
  act<T extends { readonly id: string; readonly state: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    by: By,
    id: string,
    event: E,
    decide: Decide<T, F>,
  ): Promise<Changed<T['state'], E>> {
    return this.write(by, async (acting) => {
      const next = await acting.change(thing, id, event, decide)
      return this.changed(thing, next, by)
    })
  }

  /** What a change of this thing is answered with. */
  changed<T extends { readonly id: string; readonly state: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    record: T,
    by: Asker,
  ): Changed<T['state'], E> {
    return { id: record.id, state: record.state, events: this.eventsOn(thing, record, by) }
  }

  factsOf<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    record: T,
    by: Asker,
  ): F {
    return thing.facts(record, this.contextOn(by.today), by)
  }

  /** What is owed of the thing by anybody, as the rules have it today. */
  owedOn<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    record: T,
    { today }: Asker,
  ): readonly Obligation[] {
    return thing.owed(record, this.contextOn(today))
  }

  /** Events this person may do now and an action carries out. */
  eventsOn<T extends { readonly id: string }, F, E extends string>(
    thing: Thing<T, F, E>,
    record: T,
    by: Asker,
  ): E[] {
    const facts = this.factsOf(thing, record, by)
    return thing.allowed(record, by.actor, facts).filter((event) => by.serves(event))
  }
}
