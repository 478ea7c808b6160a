import type { Actor } from '@/domain/organization/actor'
import { isUnitRole } from '@/domain/organization/scope'
import { RuleError } from '@/domain/refusal'
import { timelineViewFor } from '@/domain/timeline/policy'
import type { TimelineId, TimelineSide } from '@/domain/timeline/timeline'
import type { TimelineScope } from '../_stores/timeline-store'
import { copiedFrom, type TimelineRecord } from '../_stores/timeline-thing'
import type { Parts } from './parts'

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

/** The agreement with its task's dates and places as they are now. @throws RuleError `THING.NOT_FOUND` */
export const requireTimeline = async (
  { timelines, tasks }: Pick<Parts, 'timelines' | 'tasks'>,
  id: TimelineId,
): Promise<TimelineRecord> => {
  const stored = await timelines.find(id)
  const task = stored && (await tasks.find(stored.taskId))
  if (!stored || !task) throw new RuleError('THING.NOT_FOUND')
  return { ...stored, ...copiedFrom(task.task) }
}
