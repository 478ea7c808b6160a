import type { Handler } from '../../_kit/handler'
import { recordCheck } from '../record-check'
import type { TaskDeps } from '../task-deps'

/** 公开审查 by the publisher, another person than the one who checked secrecy. */
export const checkOpenness =
  (deps: Pick<TaskDeps, 'writer' | 'tasks' | 'organization'>): Handler<'task.checkOpenness'> =>
  (read, call) =>
    recordCheck(deps, 'openness', read, call)
