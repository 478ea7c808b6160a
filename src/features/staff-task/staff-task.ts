import type { ActionOutput } from '@/contract/actions'

/** A task as the server shows it to this person. */
export type StaffTask = ActionOutput<'task.get'>

/** Decisions that open a sheet on the task's page. */
export type TaskDialog =
  'signFor' | 'returnAssignment' | 'returnPlan' | 'reassign' | 'cancelTask' | 'cancelDraft'
