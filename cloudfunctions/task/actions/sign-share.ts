import { signShare as signed } from '@/domain/task/assignment-transitions'
import { digestsOf, requireEvidence } from '../../_files/evidence'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 签本单位自查: the leader's word that the own unit's share is done, here or by a paper. */
export const signShare =
  (deps: Pick<TaskDeps, 'writer' | 'cipher' | 'records'>): Handler<'task.signShare'> =>
  async ({ taskId, signOffNumber, fileIds = [] }, call) => {
    const papers = await requireEvidence(deps, { photoIds: [], fileIds }, taskId, call.actor)
    return deps.writer.act(taskThing, call, taskId, 'signShare', (task, facts) => ({
      next: { ...task, ...signed(task, { signOffNumber, fileIds }, call.actor, facts) },
      changes: { unitId: call.actor.unitId, signOffNumber, ...digestsOf(papers) },
      also: ({ transaction }) => deps.records.attach(papers, taskId)(transaction),
    }))
  }
