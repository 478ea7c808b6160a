import { submitPlan as submitted } from '@/domain/task/assignment-transitions'
import { namedPlan } from '@/domain/task/plan'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'
import { changedTask } from '../events-of'
import type { TaskDeps } from '../task-deps'

/** 报方案. Days and weights enter the audit; persons and words as one digest. */
export const submitPlan =
  ({ tasks, contextOn, cipher }: TaskDeps & Pick<Stores, 'cipher'>): Handler<'task.submitPlan'> =>
  async ({ taskId, plan }, { actor, now, today }) => {
    const context = contextOn(today)
    const task = await tasks.change(taskId, { actor, now }, context, (current) => ({
      next: { ...current, ...submitted(current, { plan: namedPlan(plan) }, actor, context) },
      event: 'submitPlan',
      changes: {
        unitId: actor.unitId,
        plan: cipher.blind(`${taskId} ${JSON.stringify(plan)}`),
        measures: plan.measures.map(({ measureId, dueOn, milestones }) => ({
          measureId,
          dueOn,
          milestones: milestones.map((milestone) => ({
            dueOn: milestone.dueOn,
            weight: milestone.weight,
          })),
        })),
      },
    }))
    return changedTask(task, actor, context)
  }
