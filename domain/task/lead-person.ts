import type { MembershipId } from '../organization/actor'
import type { UnitId } from '../organization/unit'

/** 牵头领导: whom the list prints, and the person whom the office chose. */
export interface LeadOfficial {
  /** As the importer read it, '' where the list names nobody; never changed by the choice. */
  readonly printed: string
  readonly person: LeadPerson | null
}

export interface LeadPerson {
  readonly membershipId: MembershipId
  /** As when chosen. */
  readonly name: string
  readonly unitId: UnitId
}
