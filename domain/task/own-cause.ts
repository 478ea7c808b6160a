import type { Actor } from '../organization/actor'
import {
  type OfficeMatter,
  officeOrLeader,
  type OfficeOwing,
  officeOwing,
} from '../organization/scope'
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
 * A decision on a task as a matter of the office. A draft is nobody's work yet, and of what was given
 * out before it was asked who decides nobody knows.
 */
const decisionOn = (role: DecidingRole, task: Own): OfficeMatter => {
  const { regionCodes } = task
  if (task.deciders === undefined) return { regionCodes, doingUnitIds: [] }
  return {
    regionCodes,
    doingUnitIds: responsibleUnitsOf(task),
    leftToLeader: isLeftToLeader(role, task) ? [role] : [],
  }
}

/**
 * Nobody in their own cause (docs/domain/people.md): who holds the role for all of the task's places
 * and belongs to no lead or responsible unit; the city's leader where the city has nobody such.
 */
export const decidesAs =
  (role: DecidingRole) =>
  (actor: Actor, task: Own): RefusalCode | null =>
    actor.role === role || actor.role === 'cityLeader'
      ? officeOrLeader(actor, role, decisionOn(role, task))
      : 'ACCESS.ROLE'

/** Who owes a decision: those who may take it. */
export const decidersOwing = (role: DecidingRole, task: Own): OfficeOwing =>
  officeOwing(role, decisionOn(role, task))
