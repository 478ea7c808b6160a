import type { IsoDay } from '@/domain/calendar/day'
import type { Person } from '@/domain/organization/person'
import type { Reply } from '@/contract/envelope'

/** Whether this process may serve at all; `_stores` provides it. */
export interface GatePort {
  /** @throws RuleError `SERVICE.KEY` with another key than the one of this database, or none */
  requireKey(): Promise<void>
}

/** The settings that a process counts days with; `_stores` provides it. */
export interface SettingsPort {
  /** Reads them where they were not read for a while. */
  refresh(now: number): Promise<void>
}

/** New documents of a transaction. */
export interface Making {
  create(collection: string, doc: { readonly _id: string } & Record<string, unknown>): Promise<void>
}

/** Makes the account of somebody new, in the transaction of the first thing they do. */
export type Enter = (making: Making) => Promise<void>

/** Somebody without an account, under the id that the account will have. */
export interface Newcomer {
  readonly person: Person
  readonly enter: Enter
}

/** What the kit needs to know who calls; `_stores` provides it. */
export interface PeoplePort {
  /** Null when this openid has no account yet. */
  findPerson(openid: string): Promise<Person | null>
  newcomer(openid: string, today: IsoDay): Newcomer
}

/** The answer of a write, as a transaction stores it with the change. */
export interface KeptReply {
  /** Of person, action and the key that the phone made. */
  readonly key: string
  /** As parsed, in JSON. */
  readonly input: string
  readonly reply: Reply<unknown>
  readonly on: IsoDay
}

/** Stored replies of writes, so that a repeated arrival changes nothing. */
export interface ReplyPort {
  /** What this key was answered with; `other` when it was used for another input. */
  find(key: string, input: string): Promise<Reply<unknown> | 'other' | null>
  keep(kept: KeptReply): Promise<void>
}

/** A code that a call was refused or failed with, or a run of a timer. */
export interface Counted {
  readonly kind: 'error' | 'timer'
  readonly functionName: string
  readonly name: string
}

/** Who is told when something has to be done about the system itself; `_stores` provides it. */
export interface BellPort {
  /** Never fails a run. */
  ring(now: number): Promise<void>
}

/** What the operator watches; `_stores` provides it. Counting never fails a call. */
export interface WatchPort {
  /** Requests of the SDK that this process has made so far. */
  requests(): number
  /** @param at epoch milliseconds */
  count(counted: Counted, at: number): void
  /** Writes what was counted; without `isDue` at most once a minute. */
  flush(isDue?: boolean): Promise<void>
}
