import { recountTimeline } from '@/domain/timeline/transitions'
import type { RegionCode } from '@/domain/organization/region'
import { regionsHolding } from '@/domain/organization/region-path'
import type { UnitId } from '@/domain/organization/unit'
import { obligationsOfTimeline } from '@/domain/timeline/owed'
import { presentCycle } from '@/domain/task/cycle'
import { isWorkedOn, type RectificationTask } from '@/domain/task/task'
import { latestAgreeable } from '@/domain/timeline/eligibility'
import { systemTurnOn } from '@/domain/timeline/system-turn'
import { type TimelineAgreement, type TimelineId, timelineStates } from '@/domain/timeline/timeline'
import type { TimelineContext } from '@/domain/timeline/transitions'
import { allowedOnTimeline, type EventOfTimeline } from '@/domain/timeline/events'
import type { TimelineWork } from '@/domain/timeline/work'
import { digestOf } from './messages/message-store'
import { taskOf } from './task-record'
import { taskThing } from './task-thing'
import type { Thing } from './thing'
import { orNone, thingsOf } from './shape'

/** An agreement with what its rules, lists and notices need of its task. */
export interface TimelineRecord extends TimelineAgreement {
  readonly taskNumber: string
  readonly taskTitle: string
  readonly regionCodes: readonly RegionCode[]
  /** Nobody is at work on the task: it is self-checked, closed or cancelled. */
  readonly taskIsOver: boolean
  /** Measures reported done: their agreed day is met. */
  readonly doneMeasureIds: readonly string[]
  /** The task's present cycle. */
  readonly cycle: number
  /** 技术方案 in the words of the last counter-proposal. */
  readonly technicalPlan: string | null
}

export const timelineOf = thingsOf<TimelineRecord>({
  id: 'text',
  taskId: 'text',
  enterpriseId: 'text',
  unitId: 'text',
  formerUnitIds: orNone('list'),
  state: timelineStates,
  round: 'number',
  firstRound: 'number',
  measures: 'list',
  latestOn: orNone('text'),
  offers: 'list',
  signatures: 'list',
  agreedDates: orNone('list'),
  agreedOn: orNone('text'),
  answerDueOn: orNone('text'),
  answerDueProvisional: 'flag',
  turnSince: orNone('text'),
  remindedOn: orNone('text'),
  nodes: orNone('list'),
  ended: orNone('row'),
  taskNumber: 'text',
  taskTitle: 'text',
  regionCodes: 'list',
  taskIsOver: 'flag',
  doneMeasureIds: 'list',
  cycle: 'number',
  technicalPlan: orNone('text'),
})

/** One per task and enterprise. */
export const timelineIdOf = (taskId: string, enterpriseId: UnitId): TimelineId =>
  digestOf('timeline', taskId, enterpriseId)

/** What an agreement keeps of its task; it is renewed with every change and read by its page. */
export const copiedFrom = (task: RectificationTask) => ({
  taskNumber: task.number,
  taskTitle: task.title,
  regionCodes: task.regionCodes,
  latestOn: latestAgreeable(task),
  taskIsOver: !isWorkedOn(task.state),
  doneMeasureIds: task.measures.filter(({ doneOn }) => doneOn !== null).map(({ id }) => id),
  cycle: presentCycle(task).ordinal,
})

/** What the rules ask of the task's work. */
export const workOf = ({
  taskIsOver,
  doneMeasureIds,
  cycle,
}: Pick<TimelineRecord, 'taskIsOver' | 'doneMeasureIds' | 'cycle'>): TimelineWork => ({
  isOver: taskIsOver,
  doneMeasureIds,
  cycle,
})

const never = '9999-12-31'

export const timelineThing: Thing<TimelineRecord, TimelineContext, EventOfTimeline> = {
  kind: 'timeline',
  collection: 'timelines',
  parsed: timelineOf,
  derived: (timeline, { rootRegion }) => ({
    // A matter without a place is the city's.
    regions: timeline.regionCodes.length > 0 ? regionsHolding(timeline.regionCodes) : [rootRegion],
    order: `${timeline.answerDueOn ?? never}.${timeline.id}`,
  }),
  renewed: async (timeline, read) => {
    const task = await read(taskThing.collection, timeline.taskId)
    return task ? { ...timeline, ...copiedFrom(taskOf(task)) } : timeline
  },
  facts: (timeline, context, { now }) => ({
    ...context,
    regionCodes: timeline.regionCodes,
    work: workOf(timeline),
    at: now,
  }),
  allowed: (timeline, actor, facts) =>
    timeline.taskIsOver ? [] : allowedOnTimeline(timeline, actor, facts),
  owed: (timeline, context) =>
    obligationsOfTimeline(
      timeline,
      {
        number: timeline.taskNumber,
        title: timeline.taskTitle,
        regionCodes: timeline.regionCodes,
        ...workOf(timeline),
      },
      context,
    ),
  recounted: recountTimeline,
  turnOn: (timeline, context) => (timeline.taskIsOver ? null : systemTurnOn(timeline, context)),
}
