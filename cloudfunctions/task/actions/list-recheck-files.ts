import { refuseIf, RuleError } from '@/domain/refusal'
import { readsAsConcerned, whyNotRead } from '@/domain/task/readers'
import type { Handler } from '../../_kit/handler'
import { describeCamera } from '../describe-camera'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'tasks' | 'records' | 'files'>

/** Photos of one 回头看, for whoever reads the task as staff. */
export const listRecheckFiles =
  ({ tasks, records, files }: Deps): Handler<'task.listRecheckFiles'> =>
  async ({ taskId, cycle, nth }, call) => {
    const { task } = await tasks.load(taskId, call)
    refuseIf(whyNotRead(task, call.actor))
    const recheck = task.cycles.find(({ ordinal }) => ordinal === cycle)?.rechecks[nth]
    if (readsAsConcerned(call.actor.role) || !recheck) throw new RuleError('THING.NOT_FOUND')
    const { photoIds = [] } = recheck
    const [found, links] = await Promise.all([records.findMany(photoIds), files.links(photoIds)])
    return {
      items: photoIds.flatMap((fileId) => {
        const record = found.get(fileId)
        if (!record?.sha256) return []
        const { sha256, at } = record
        const camera = describeCamera(record.camera)
        return [{ fileId, sha256, at, camera, url: links.get(fileId) ?? null }]
      }),
    }
  }
