import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { isUnitRole } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { Refusal } from '../refusal'
import type { Feedback } from './feedback'
import { feedbackViewFor, maySeeOriginal } from './policy'

/** Whose desk a staff list is: all reports of a region, or those one unit handles. */
export type Desk = { readonly regionCode: RegionCode } | { readonly unitId: UnitId }

/** The desk an actor has; null for roles that handle no reports. */
export const deskOf = ({ role, regionCode, unitId }: Actor): Desk | null => {
  const isOfRegion = role === 'intake' || role === 'coordinator' || role === 'inspector'
  if (isOfRegion && regionCode) return { regionCode }
  return isUnitRole(role) && unitId ? { unitId } : null
}

/** Null when the policy gives the actor a staff view of the report; else why it does not. */
export const whyNotReadFeedback = (feedback: Feedback, actor: Actor): Refusal | null => {
  if (feedbackViewFor(feedback, actor, false) !== null) return null
  const desk = deskOf(actor)
  if (desk === null) return { code: 'ACCESS.ROLE' }
  const isAccusedDesk = actor.unitId !== null && feedback.accusedUnitIds.includes(actor.unitId)
  return { code: 'unitId' in desk || isAccusedDesk ? 'ACCESS.UNIT' : 'ACCESS.REGION' }
}

/** Why the actor may not open identity and original words, or null. */
export const whyNotOpenOriginal = (feedback: Feedback, actor: Actor): Refusal | null => {
  if (maySeeOriginal(feedback, actor)) return null
  return actor.role === 'intake' ? whyNotReadFeedback(feedback, actor) : { code: 'ACCESS.ROLE' }
}
