import { refuseIf, RuleError } from '@/domain/refusal'
import { nextStep } from '@/domain/task/acceptance-chain'
import { presentCycle } from '@/domain/task/cycle'
import { isTakenByOthers } from '@/domain/task/parties'
import { verify as passed, verifyWithRework } from '@/domain/task/verification-transitions'
import { whyNotTask } from '@/domain/task/workflow'
import { firmsSeen } from '@/domain/visit/as-evidence'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import { checkersOf } from '../checkers'
import { requireSeen } from '../evidence'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'cipher' | 'members' | 'timelines' | 'records' | 'visits'>

/**
 * 验收一级. Where a measure is not in place the same call returns the task for rework, and what was
 * seen stays in the cycle that it ends.
 */
export const verify =
  ({ writer, cipher, members, timelines, records, visits }: Deps): Handler<'task.verify'> =>
  async ({ taskId, level, cycle, others, measures, rework, ...said }, call) => {
    const { seenOn, dispute, words, paperNumber } = said
    const photoIds = measures.flatMap(({ photoIds: taken = [] }) => taken)
    const signatureIds = others.flatMap(({ signatureId: id }) => (id ? [id] : []))
    const seen = { photoIds, signatureIds }
    const files = await requireSeen({ records, cipher }, seen, taskId, call.actor)
    const talks = rework ? await timelines.ofTask(taskId) : []
    const visited = await visits.ofTask(taskId, writer.contextOn(call.today).rootRegion)
    return writer.act(taskThing, call, taskId, 'verify', async (task, facts, read) => {
      if (isTakenByOthers(call.actor, task, level, cycle ?? presentCycle(task).ordinal))
        throw new RuleError('TASK.STEP_DECIDED', ['level'])
      // A stranger learns nothing of the colleagues that they name.
      refuseIf(whyNotTask(task, 'verify', call.actor, facts))
      // Somebody else has taken this step meanwhile: what was seen was of another one.
      const step = nextStep(task)
      if (step && step.level !== level) throw new RuleError('TASK.STEP_DECIDED', ['level'])
      const checkers = await checkersOf(members, read, task, others, call)
      const firms = firmsSeen(task, visited)
      const given = {
        checkers,
        measures,
        words,
        paperNumber,
        ...(seenOn && { seenOn }),
        ...(dispute && { dispute }),
        ...(firms.length > 0 && { firms }),
      }
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
          files: files.map(({ sha256 }) => sha256),
          said: cipher.blind(`${taskId} ${JSON.stringify([given, rework])}`),
        },
        note: rework?.reason ?? words,
        also: async (acting) => {
          if (rework) await timelines.follow(acting, talks)
          await records.attach(files, taskId)(acting.transaction)
        },
      }
    })
  }
