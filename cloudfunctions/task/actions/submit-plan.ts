import { submitPlan as submitted } from '@/domain/task/assignment-transitions'
import { namedPlan } from '@/domain/task/plan'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** Days and weights enter the audit; persons and words only as one digest. */
const auditedMeasures = ({ measures }: ParsedInput<'task.submitPlan'>['plan']) =>
  measures.map(({ measureId, dueOn, milestones }) => ({
    measureId,
    dueOn,
    milestones: milestones.map((milestone) => ({
      dueOn: milestone.dueOn,
      weight: milestone.weight,
    })),
  }))

/** 报方案. */
export const submitPlan =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.submitPlan'> =>
  ({ taskId, plan }, call) =>
    writer.act(taskThing, call, taskId, 'submitPlan', (task, facts) => ({
      next: { ...task, ...submitted(task, { plan: namedPlan(plan) }, call.actor, facts) },
      changes: {
        unitId: call.actor.unitId,
        plan: cipher.blind(`${taskId} ${JSON.stringify(plan)}`),
        measures: auditedMeasures(plan),
      },
    }))
