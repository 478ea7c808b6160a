import { submitPlan as submitted } from '@/domain/task/assignment-transitions'
import { namedPlan } from '@/domain/task/plan'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { auditedPlan } from '../audited-plan'
import type { TaskDeps } from '../task-deps'

/** 报方案. */
export const submitPlan =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.submitPlan'> =>
  ({ taskId, plan }, call) =>
    writer.act(taskThing, call, taskId, 'submitPlan', (task, facts) => ({
      next: { ...task, ...submitted(task, { plan: namedPlan(plan) }, call.actor, facts) },
      changes: { unitId: call.actor.unitId, ...auditedPlan(cipher, taskId, plan) },
    }))
