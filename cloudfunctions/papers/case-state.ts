import { summaryIdOf } from '../_stores/summary-thing'
import { namesOfTask } from '../_stores/task-names'
import type { TaskId } from '@/domain/task/task'
import { whyNotTakeCaseFile } from '@/domain/papers/policy'
import { evidenceOfCase } from '@/domain/papers/evidence'
import { refuseIf } from '@/domain/refusal'
import type { Call } from '../_kit/handler'
import type { CaseState } from './case-data'
import type { Parts } from './parts'

type Deps = Pick<Parts, 'tasks' | 'chains' | 'organization' | 'records' | 'opinions'>

/** The case as the ledger has it now. @throws RuleError `ACCESS.*`, `THING.*` */
export const readCase = async (
  { tasks, chains, organization, records, opinions }: Deps,
  taskId: TaskId,
  call: Call,
): Promise<CaseState> => {
  const { task, version, head } = await tasks.load(taskId, call)
  refuseIf(whyNotTakeCaseFile(task, call.actor))
  const events = await chains.between('task', taskId, 0, version)
  const actors = events.flatMap(({ unitId }) => unitId ?? [])
  return {
    task,
    head,
    events,
    names: await namesOfTask(organization, task, actors),
    records: await records.findMany(evidenceOfCase(task).map(({ fileId }) => fileId)),
    summary: task.asking ? await opinions.findSummary(summaryIdOf(task.asking.id)) : null,
    today: call.today,
  }
}
