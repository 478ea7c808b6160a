import { amendPlan as amended } from '@/domain/task/assignment-transitions'
import { namedPlan } from '@/domain/task/plan'
import { assignmentOf } from '@/domain/task/responsibility'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { auditedPlan } from '../audited-plan'
import type { TaskDeps } from '../task-deps'

/** 改方案: the plan that stands binds until this one is approved. */
export const amendPlan =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.amendPlan'> =>
  ({ taskId, plan, reason }, call) =>
    writer.act(taskThing, call, taskId, 'amendPlan', (task, facts) => {
      const { unitId } = call.actor
      const standing = assignmentOf(task, unitId)?.plan ?? null
      const given = { plan: namedPlan(plan, standing), reason }
      return {
        next: { ...task, ...amended(task, given, call.actor, facts) },
        changes: { unitId, ...auditedPlan(cipher, taskId, plan) },
        note: reason,
      }
    })
