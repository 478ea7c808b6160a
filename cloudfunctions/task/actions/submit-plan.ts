import { submitPlan as submitted } from '@/domain/task/assignment-transitions'
import { namedPlan, withOwnNamed } from '@/domain/task/plan'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { auditedPlan } from '../audited-plan'
import type { TaskDeps } from '../task-deps'

/** 报方案. */
export const submitPlan =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.submitPlan'> =>
  ({ taskId, plan }, call) =>
    writer.act(taskThing, call, taskId, 'submitPlan', (task, facts) => {
      const { unitId } = call.actor
      const given = { plan: namedPlan(withOwnNamed(task, unitId, plan)) }
      return {
        next: { ...task, ...submitted(task, given, call.actor, facts) },
        changes: { unitId, ...auditedPlan(cipher, taskId, plan) },
      }
    })
