import type { UnitId } from '@/domain/organization/unit'
import type { TaskId } from '@/domain/task/task'
import type { SigningSide, TimelineId, TimelineState } from '@/domain/timeline/timeline'
import { followWork } from '@/domain/timeline/transitions'
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
}
