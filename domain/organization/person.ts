import type { Membership, PersonId } from './actor'
import type { RegionCode } from './region'
import type { UnitKind } from './unit'

/** A membership as its holder acts by it. */
export interface HeldMembership extends Membership {
  readonly unitKind: UnitKind
}

/** A person as every call finds them: who they are and as what they may act. */
export interface Person {
  readonly id: PersonId
  /** 自报所在村: only chooses what is shown first. */
  readonly villageCode: RegionCode | null
  /** Those that have not ended. */
  readonly memberships: readonly HeldMembership[]
}
