import type { Actor } from '../organization/actor'
import type { FeedbackFacts } from './facts'
import type { Feedback } from './feedback'
import { whyNotFeedback } from './workflow'

type About = Pick<Feedback, 'taskId' | 'regionCode' | 'pollutionTypes'>

/** How much points to one matter: the task counts most, then what it is about, then the place. */
const likeness = (report: About, other: About): number =>
  (report.taskId !== null && report.taskId === other.taskId ? 4 : 0) +
  (report.pollutionTypes.some((type) => other.pollutionTypes.includes(type)) ? 2 : 0) +
  (report.regionCode === other.regionCode ? 1 : 0)

/**
 * Reports into which this one may be merged now, the likeliest first; reports alike stay in the
 * order given. Staff decide, nothing is merged by likeness alone (domain rules, section 6).
 */
export const mergeTargets = (
  report: Feedback,
  others: readonly Feedback[],
  actor: Actor,
  facts: FeedbackFacts,
): Feedback[] =>
  others
    .filter(
      (into) => whyNotFeedback(report, 'merge', actor, { ...facts, given: { into } }) === null,
    )
    .map((other) => ({ other, like: likeness(report, other) }))
    .sort((one, two) => two.like - one.like)
    .map(({ other }) => other)
