import type { UnitId } from '@/domain/organization/unit'
import type { TaskId } from '@/domain/task/task'
import type { TimelineId, TimelineState } from '@/domain/timeline/timeline'
import type { By } from './change-thing'
import type { Database } from './database'
import type { Transaction } from './transaction'
import type { TimelineStore } from './timeline-store'

/** What a task's page says of the talks about its dates. */
export interface TaskTimeline {
  readonly id: TimelineId
  readonly enterpriseId: UnitId
  readonly state: TimelineState
}

/** One per affected firm; a task touches a few. */
const mostShown = 100

export class TaskTimelines {
  constructor(
    private readonly database: Database,
    private readonly timelines: TimelineStore,
  ) {}

  /** For `Change.also` of the change that ends the task: the talks about its dates end too. */
  async endOf(taskId: TaskId, by: By): Promise<(transaction: Transaction) => Promise<void>> {
    const talks = await this.ofTask(taskId)
    return async (transaction) => {
      for (const { id } of talks) await this.timelines.endWithTask(id, by)(transaction)
    }
  }

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
