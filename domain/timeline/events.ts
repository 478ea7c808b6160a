import type { Actor } from '../organization/actor'
import { nodeCase, type NodeEvent, nodeEvents, type NodeFacts, nodeRules } from './node-workflow'
import type { TimelineCase } from './turns'
import { allowedTimelineEvents, timelineEvents, type TimelineFacts } from './workflow'

/** Everything that can be done with an agreement: the whole, and one node of it. */
export const eventsOfTimeline = [...timelineEvents, ...nodeEvents] as const
export type EventOfTimeline = (typeof eventsOfTimeline)[number]

/** Events this person may do on the firm's node of one measure, in the table's order. */
export const allowedNodeEvents = (
  timeline: TimelineCase,
  measureId: string,
  actor: Actor,
  facts: NodeFacts,
): readonly NodeEvent[] => {
  const thing = nodeCase(timeline, measureId, facts)
  return thing ? nodeRules.allowed(thing, actor, facts) : []
}

/** What this person may do now, on the whole and on any node of a firm that speaks for itself. */
export const allowedOnTimeline = (
  timeline: TimelineCase,
  actor: Actor,
  facts: TimelineFacts,
): EventOfTimeline[] => [
  ...new Set<EventOfTimeline>([
    ...allowedTimelineEvents(timeline, actor, facts),
    ...timeline.measures.flatMap(({ id }) =>
      allowedNodeEvents(timeline, id, actor, { ...facts, given: undefined, firmHasAgent: true }),
    ),
  ]),
]
