import type { UnitId } from '../organization/unit'

/** Roles of the city's office that decide on a task and on what residents say of it. */
export const decidingRoles = ['coordinator', 'publisher', 'intake'] as const
export type DecidingRole = (typeof decidingRoles)[number]

/** One who holds such a role at the city, by every unit they are a member of. */
export interface Decider {
  readonly role: DecidingRole
  readonly unitIds: readonly UnitId[]
}
