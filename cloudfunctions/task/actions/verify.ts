import { refuseIf, RuleError } from '@/domain/refusal'
import { nextStep } from '@/domain/task/acceptance-chain'
import { verify as passed, verifyWithRework } from '@/domain/task/verification-transitions'
import { whyNotTask } from '@/domain/task/workflow'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { checkersOf } from '../checkers'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'members' | 'timelines'>

/**
 * 验收一级. Where a measure is not in place the same call returns the task for rework, and what was
 * seen stays in the cycle that it ends.
 */
export const verify =
  ({ writer, cipher, members, timelines }: Deps): Handler<'task.verify'> =>
  async ({ taskId, level, others, measures, words, paperNumber, rework }, call) => {
    const talks = rework ? await timelines.ofTask(taskId) : []
    return writer.act(taskThing, call, taskId, 'verify', async (task, facts, read) => {
      // A stranger learns nothing of the colleagues that they name.
      refuseIf(whyNotTask(task, 'verify', call.actor, facts))
      // Somebody else has taken this step meanwhile: what was seen was of another one.
      const step = nextStep(task)
      if (step && step.level !== level) throw new RuleError('TASK.NEXT_STEP_TAKEN', ['level'])
      const checkers = await checkersOf(members, read, task, others, call)
      const given = { checkers, measures, words, paperNumber }
      const next = rework
        ? verifyWithRework(task, given, rework, call.actor, facts)
        : passed(task, given, call.actor, facts)
      return {
        next: { ...task, ...next },
        event: rework ? 'returnForRework' : 'verify',
        changes: {
          level,
          inPlace: measures.filter(({ inPlace }) => inPlace).map(({ measureId }) => measureId),
          state: next.state,
          said: cipher.blind(`${taskId} ${JSON.stringify([given, rework])}`),
        },
        note: rework?.reason ?? words,
        ...(rework && { also: (acting) => timelines.follow(acting, talks) }),
      }
    })
  }
