import type { Actor } from '../organization/actor'
import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import { coversAll } from '../organization/scope'
import type { TimelineAgreement, TimelineSide } from './timeline'
import { sideOf } from './workflow'

/** Offices that watch over agreements of their region without being a side. */
const watchers: readonly Role[] = ['coordinator', 'inspector', 'auditor', 'cityLeader']

/**
 * From which side an actor reads an agreement, or null. An enterprise reads its own only: what
 * another firm was granted is no business of its competitor.
 */
export const timelineViewFor = (
  timeline: TimelineAgreement,
  actor: Actor,
  regionCodes: readonly RegionCode[],
): TimelineSide | null => {
  const side = sideOf(actor, timeline)
  if (side !== null) return side
  const isWatcher = watchers.includes(actor.role) && coversAll(actor.regionCode, regionCodes)
  return isWatcher ? 'coordinator' : null
}
