import type { StoredMembership } from '../_stores/membership-store'
import type { Names } from '../_stores/task-names'

/** Somebody whom a form lets choose, by name and unit. */
export const namedMember =
  ({ unitRef }: Names) =>
  ({ id, name, unitId }: StoredMembership) => ({
    membershipId: id,
    name: name ?? '',
    unit: unitRef(unitId),
  })
