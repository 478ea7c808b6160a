import type { IsoDay } from '@/domain/calendar/day'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { type TaskFacts, taskFacts } from '@/domain/task/facts'
import type { OrganizationStore } from '../_stores/organization-store'
import type { TaskRecord } from '../_stores/task-record'
import type { TaskStore } from '../_stores/task-store'

/** What almost every action on a task needs. */
export interface TaskDeps {
  readonly tasks: TaskStore
  readonly organization: OrganizationStore
  /** Calendar and settings in force, with the day of the call. */
  readonly contextOn: (today: IsoDay) => ObligationContext
}

/**
 * Facts the record itself holds. Opinions of a consultation are not collected in the system:
 * the office answers them on paper before it assigns, so none is open here.
 */
export const factsOf = (task: TaskRecord, context: ObligationContext): TaskFacts =>
  taskFacts(context, { madeById: task.madeById, opinionsToAdopt: 0 })
