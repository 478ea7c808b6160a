import type { Actor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { TimelineContext } from '@/domain/timeline/transitions'
import type { Decide } from '../_stores/thing'
import type { TimelineRecord } from '../_stores/timeline-thing'
import { requireSide } from './readers'

/**
 * Dates of a task that is self-checked, closed or cancelled are nobody's to change. A stranger learns no more
 * than that the agreement is not theirs.
 */
export const onOpenTask =
  (
    actor: Actor,
    decide: Decide<TimelineRecord, TimelineContext>,
  ): Decide<TimelineRecord, TimelineContext> =>
  (timeline, facts, read) => {
    if (!timeline.taskIsOver) return decide(timeline, facts, read)
    if (actor.role !== 'system') requireSide(timeline, actor)
    throw new RuleError('THING.STATE')
  }
