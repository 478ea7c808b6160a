import type { Actor } from '../organization/actor'
import type { Role } from '../organization/role'
import { holdsRegion, officeForeignTo } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { RefusalCode } from '../refusal'
import { type Decider, type DecidingRole, decidingRoles } from './deciders'
import { doingUnitsOf, responsibleUnitsOf } from './responsibility'
import type { RectificationTask } from './task'

type Own = Pick<RectificationTask, 'regionCodes' | 'units' | 'measures' | 'deciders'>

const nobodyForeign = (
  role: DecidingRole,
  deciders: readonly Decider[],
  ownUnitIds: readonly UnitId[],
): boolean => {
  const holders = deciders.filter((decider) => decider.role === role)
  return (
    holders.length > 0 &&
    holders.every(({ unitIds }) => unitIds.some((id) => ownUnitIds.includes(id)))
  )
}

/** Whoever holds this role at the city belongs to a unit that does the work: the leader decides. */
export const isLeftToLeader = (role: DecidingRole, task: Own): boolean =>
  nobodyForeign(role, task.deciders ?? [], responsibleUnitsOf(task))

/** As `isLeftToLeader`, of residents' words: whoever supports the work has no say on them either. */
export const wordsLeftToLeader = (task: Own): readonly DecidingRole[] =>
  decidingRoles.filter((role) => nobodyForeign(role, task.deciders ?? [], doingUnitsOf(task)))

/**
 * Nobody in their own cause (docs/domain/people.md): who holds the role for all of the task's places
 * and belongs to no lead or responsible unit; the city's leader where the city has nobody such. A draft
 * is nobody's work yet, and of what was given out before it was asked who decides nobody knows.
 */
export const decidesAs =
  (role: DecidingRole) =>
  (actor: Actor, task: Own): RefusalCode | null => {
    if (task.deciders === undefined) return holdsRegion(actor, role, task.regionCodes)
    const { regionCodes } = task
    // Nobody is above the leader, whatever unit that is registered at.
    if (actor.role === 'cityLeader' && isLeftToLeader(role, task))
      return holdsRegion(actor, 'cityLeader', regionCodes)
    return officeForeignTo(actor, role, { regionCodes, doingUnitIds: responsibleUnitsOf(task) })
  }

/** Who owes a decision: those who may take it. */
export const decidersOwing = (
  role: DecidingRole,
  task: Own,
): { readonly roles: readonly Role[]; readonly hiddenFrom: readonly UnitId[] } => {
  if (isLeftToLeader(role, task)) return { roles: ['cityLeader'], hiddenFrom: [] }
  return { roles: [role], hiddenFrom: task.deciders === undefined ? [] : responsibleUnitsOf(task) }
}
