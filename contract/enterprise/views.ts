import { eventsOfTimeline } from '@/domain/timeline/events'
import { nodeStates } from '@/domain/timeline/node'
import { nodeEvents } from '@/domain/timeline/node-workflow'
import { signingSides, timelineSides, timelineStates } from '@/domain/timeline/timeline'
import { count, id, instant, isoDay, namedRef, oneOf } from '../fields'
import * as z from '../zod'

/** 企业节点: a measure whose day binds the firm, with what was said of it in this cycle. */
const nodeView = z.strictObject({
  state: oneOf(nodeStates),
  report: z.nullable(
    z.strictObject({
      /** The unit says it, with a paper, where nobody acts for the firm. */
      by: oneOf(signingSides),
      on: isoDay,
      reportedOn: isoDay,
      words: z.string(),
      paperNumber: z.nullable(z.string()),
      confirmDueOn: isoDay,
      confirmDueProvisional: z.boolean(),
      files: z.array(
        z.strictObject({
          fileId: z.string(),
          /** Null where the caller may not open it. */
          url: z.nullable(z.string()),
          name: z.nullable(z.string()),
          isPhoto: z.boolean(),
          isBefore: z.boolean(),
          isSecret: z.boolean(),
        }),
      ),
    }),
  ),
  /** Why the unit returned the last report; null where it did not. */
  returnedFor: z.nullable(z.string()),
  events: z.array(oneOf(nodeEvents)),
})

/** 商定时间, as either side or the mediating office sees it. */
export const timelineView = z.strictObject({
  id,
  taskId: id,
  taskTitle: z.string(),
  state: oneOf(timelineStates),
  round: count,
  /** Rounds before the office mediates. */
  lastRound: count,
  enterprise: namedRef,
  unit: z.strictObject({ id, name: z.string(), phone: z.nullable(z.string()) }),
  latestOn: z.nullable(isoDay),
  answerDueOn: z.nullable(isoDay),
  answerDueProvisional: z.boolean(),
  /** Whose answer is awaited, where an offer is open. */
  awaits: z.nullable(oneOf(signingSides)),
  /** Which side the caller is. */
  side: oneOf(timelineSides),
  measures: z.array(
    z.strictObject({
      id,
      text: z.string(),
      unitOn: z.nullable(isoDay),
      enterpriseOn: z.nullable(isoDay),
      mediatedOn: z.nullable(isoDay),
      agreedOn: z.nullable(isoDay),
      /** Days the enterprise's date is after the unit's; negative when earlier. */
      laterByDays: z.int(),
      /** Reported done on the task: nothing is left to agree or to do. */
      isDone: z.boolean(),
      /** Null where no day binds the firm and nothing was said. */
      node: z.nullable(nodeView),
    }),
  ),
  /** Why the last offer was made, and by whom it was. */
  reason: z.nullable(z.string()),
  offeredBy: z.nullable(oneOf(timelineSides)),
  /** 技术方案 in the words of the last counter-proposal. */
  technicalPlan: z.nullable(z.string()),
  planFiles: z.array(z.strictObject({ fileId: z.string(), url: z.string() })),
  signed: z.strictObject({ unit: z.boolean(), enterprise: z.boolean() }),
  history: z.array(z.strictObject({ event: z.string(), at: instant, by: oneOf(timelineSides) })),
  events: z.array(oneOf(eventsOfTimeline)),
})

export const timelineRow = z.strictObject({
  id,
  taskTitle: z.string(),
  enterprise: namedRef,
  unitName: z.string(),
  state: oneOf(timelineStates),
  round: count,
  latestOn: z.nullable(isoDay),
  answerDueOn: z.nullable(isoDay),
  answerDueProvisional: z.boolean(),
  awaits: z.nullable(oneOf(signingSides)),
  events: z.array(oneOf(eventsOfTimeline)),
})
