import { approveCloseOut as approved } from '@/domain/task/closing-transitions'
import { RuleError } from '@/domain/refusal'
import { digestsOf, requireEvidence } from '../../_files/evidence'
import type { Handler } from '../../_kit/handler'
import { isCoveredBy } from '../../_stores/spoken'
import { summaryIdOf } from '../../_stores/summary-thing'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'tasks' | 'opinions' | 'records' | 'cipher'>

/** Whether every word of this cycle stands in the released summary. */
const isCovered = async (
  { opinions }: Pick<Deps, 'opinions'>,
  { asking }: TaskRecord,
): Promise<boolean> =>
  asking === null ||
  isCoveredBy(await opinions.findSummary(summaryIdOf(asking.id)), await opinions.all(asking.id))

/**
 * 批准销号: closed, or reported up where a level above closes the number. The words are counted
 * exactly: one that the summary does not cover refuses the approval, and so does a village that was
 * heard while they were counted.
 */
export const approveCloseOut =
  (deps: Deps): Handler<'task.approveCloseOut'> =>
  async ({ taskId, decisionNumber, fileIds = [] }, call) => {
    const { records } = deps
    const papers = await requireEvidence(deps, { photoIds: [], fileIds }, taskId, call.actor)
    const found = await deps.tasks.find(taskId)
    const covered = found !== null && (await isCovered(deps, found.task))
    const heard = JSON.stringify(found?.task.asking ?? null)
    return deps.writer.act(taskThing, call, taskId, 'approveCloseOut', (task, facts) => {
      const next = { ...task, ...approved(task, { decisionNumber, fileIds }, call.actor, facts) }
      if (JSON.stringify(task.asking) !== heard) throw new RuleError('THING.CHANGED')
      if (!covered) throw new RuleError('TASK.OPINION_UNANSWERED')
      return {
        next,
        changes: { state: next.state, decisionNumber, ...digestsOf(papers) },
        note: decisionNumber,
        also: ({ transaction }) => records.attach(papers, taskId)(transaction),
      }
    })
  }
