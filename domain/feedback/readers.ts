import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import { holdsRegion, isUnitRole } from '../organization/scope'
import type { Role } from '../organization/role'
import type { UnitId } from '../organization/unit'
import type { Refusal } from '../refusal'
import type { FeedbackCase } from './facts'
import { isAccused, isHandler } from './parties'

/** Whose desk a staff list is: all reports of a region, or those one unit handles. */
export type Desk = { readonly regionCode: RegionCode } | { readonly unitId: UnitId }

/** Read the 摘要 and the answers of every report of their region. */
const regionDesks: readonly Role[] = ['intake', 'coordinator', 'inspector']

/** The desk an actor has; null for roles that handle no reports. */
export const deskOf = ({ role, regionCode, unitId }: Actor): Desk | null => {
  if (regionDesks.includes(role) && regionCode) return { regionCode }
  return isUnitRole(role) && unitId ? { unitId } : null
}

/** Null when the actor may read the handlers' half; whoever is accused never may. */
export const whyNotReadFeedback = (feedback: FeedbackCase, actor: Actor): Refusal | null => {
  if (deskOf(actor) === null) return { code: 'ACCESS.ROLE' }
  if (isAccused(actor, feedback)) return { code: 'ACCESS.UNIT' }
  if (isUnitRole(actor.role)) return isHandler(actor, feedback) ? null : { code: 'ACCESS.UNIT' }
  const places = feedback.regionCode === null ? [] : [feedback.regionCode]
  const code = holdsRegion(actor, actor.role, places)
  return code === null ? null : { code }
}

/** 信访受理 is the only desk that opens identity and original words, and never of a report against itself. */
export const whyNotOpenOriginal = (feedback: FeedbackCase, actor: Actor): Refusal | null =>
  actor.role === 'intake' ? whyNotReadFeedback(feedback, actor) : { code: 'ACCESS.ROLE' }
