import type { Membership, MembershipId, PersonId } from '@/domain/organization/actor'
import type { UnitKind } from '@/domain/organization/unit'
import type { Reply } from '@/contract/envelope'

/** What the kit needs to know who calls; `_stores` provides it. */
export interface PeoplePort {
  /** Null when this openid has no account yet. */
  findPerson(openid: string): Promise<PersonId | null>
  /** Makes the account when there is none; the same person for the same openid. */
  ensurePerson(openid: string, now: number): Promise<PersonId>
  findMembership(id: MembershipId): Promise<(Membership & { unitKind: UnitKind }) | null>
}

/** Stored replies of writes, so that a repeated arrival changes nothing. */
export interface ReplyPort {
  /**
   * Reserves the key. `first`: go on. `done`: answer with the stored reply. `running`: the
   * first arrival is still at work. `other`: the key was used for another input.
   * @param input as parsed, in JSON
   */
  begin(
    key: string,
    input: string,
    now: number,
  ): Promise<{ status: 'first' | 'running' | 'other' } | { status: 'done'; reply: Reply<unknown> }>
  finish(key: string, input: string, reply: Reply<unknown>, now: number): Promise<void>
  /** After a refusal nothing was stored: the key is free again. */
  forget(key: string): Promise<void>
}
