import type { UnitId } from '@/domain/organization/unit'
import type { TaskId } from '@/domain/task/task'
import type { SigningSide, TimelineId, TimelineState } from '@/domain/timeline/timeline'
import type { HandOver } from '@/domain/task/hand-over'
import { newsOfNewUnit } from '@/domain/timeline/news'
import { followShare, followWork } from '@/domain/timeline/transitions'
import { sideToAnswer } from '@/domain/timeline/turns'
import type { Database } from './database'
import type { Acting } from './thing'
import { timelineThing, timelineOf } from './timeline-thing'

/** What a task's page says of the talks about its dates. */
export interface TaskTimeline {
  readonly id: TimelineId
  readonly enterpriseId: UnitId
  readonly state: TimelineState
  readonly awaits: SigningSide | null
}

/** One per affected firm; a task touches a few. */
const mostShown = 100

export class TaskTimelines {
  constructor(private readonly database: Database) {}

  async ofTask(taskId: TaskId): Promise<TaskTimeline[]> {
    const docs = await this.database.find(
      timelineThing.collection,
      { taskId },
      { sort: [['_id', 'asc']], limit: mostShown },
    )
    return docs.map((doc) => {
      const timeline = timelineOf(doc)
      const { id, enterpriseId, state } = timeline
      return { id, enterpriseId, state, awaits: sideToAnswer(timeline) }
    })
  }

  /**
   * For the transaction in which measures became done or are owed again, or the task's work is over
   * or goes on: agreed days follow, and the agreement ends or goes on with it.
   */
  async follow(acting: Acting, talks: readonly { readonly id: TimelineId }[]): Promise<void> {
    for (const { id } of talks)
      await acting.change(timelineThing, id, 'measuresFollowed', (timeline, facts) => ({
        next: timeline,
        ...followWork(timeline, facts),
        changes: { done: timeline.doneMeasureIds },
      }))
  }

  /**
   * For the transaction in which a share went from one unit to another: what that one talks about with
   * firms goes on with the new one, which reads it, owes its turn and answers the firm from now on.
   */
  async handOver(
    acting: Acting,
    talks: readonly { readonly id: TimelineId }[],
    { from, to }: HandOver,
  ): Promise<void> {
    for (const { id } of talks)
      await acting.change(timelineThing, id, 'followShare', (timeline, facts) => {
        if (timeline.unitId !== from || from === to) return null
        const next = followShare(timeline, to, facts)
        return {
          next,
          changes: { fromUnitId: from, toUnitId: to },
          tell: newsOfNewUnit(next, acting.context.rootRegion),
        }
      })
  }
}
