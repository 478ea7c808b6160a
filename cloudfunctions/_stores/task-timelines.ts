import type { UnitId } from '@/domain/organization/unit'
import type { TaskId } from '@/domain/task/task'
import type { TimelineId, TimelineState } from '@/domain/timeline/timeline'
import type { Database } from './database'

/** What a task's page says of the talks about its dates. */
export interface TaskTimeline {
  readonly id: TimelineId
  readonly enterpriseId: UnitId
  readonly state: TimelineState
}

/** One per affected firm; a task touches a few. */
const mostShown = 100

export class TaskTimelines {
  constructor(private readonly database: Database) {}

  async ofTask(taskId: TaskId): Promise<TaskTimeline[]> {
    const docs = await this.database.find(
      'timelines',
      { taskId },
      { sort: [['_id', 'asc']], limit: mostShown },
    )
    return docs.map((doc) => ({
      id: doc._id,
      enterpriseId: doc.enterpriseId as string,
      state: doc.state as TimelineState,
    }))
  }
}
