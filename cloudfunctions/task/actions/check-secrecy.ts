import type { Handler } from '../../_kit/handler'
import { recordCheck } from '../record-check'
import type { TaskDeps } from '../task-deps'

/** 保密审查 by the coordinator. */
export const checkSecrecy =
  (deps: Pick<TaskDeps, 'writer' | 'tasks' | 'organization'>): Handler<'task.checkSecrecy'> =>
  (read, call) =>
    recordCheck(deps, 'secrecy', read, call)
