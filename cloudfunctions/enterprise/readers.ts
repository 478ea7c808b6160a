import type { Actor } from '@/domain/organization/actor'
import { isUnitRole } from '@/domain/organization/scope'
import { RuleError } from '@/domain/refusal'
import { timelineViewFor } from '@/domain/timeline/policy'
import type { TimelineSide } from '@/domain/timeline/timeline'
import type { TimelineRecord, TimelineScope } from '../_stores/timeline-store'

/** Whose agreements a role lists; single ones are asked of the policy again. */
export const scopeOf = ({ role, unitId, regionCode }: Actor): TimelineScope => {
  if (isUnitRole(role) && unitId) return { unitId }
  if (role === 'enterpriseAgent' && unitId) return { enterpriseId: unitId }
  if (role !== 'resident' && role !== 'villageOfficer' && regionCode) return { regionCode }
  throw new RuleError('ACCESS.ROLE')
}

/** @throws RuleError naming what stands between this person and the agreement */
export const requireSide = (timeline: TimelineRecord, actor: Actor): TimelineSide => {
  const side = timelineViewFor(timeline, actor, timeline.regionCodes)
  if (side !== null) return side
  throw new RuleError('regionCode' in scopeOf(actor) ? 'ACCESS.REGION' : 'ACCESS.UNIT')
}
