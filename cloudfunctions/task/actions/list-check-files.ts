import { refuseIf, RuleError } from '@/domain/refusal'
import { readsAsConcerned, whyNotRead } from '@/domain/task/readers'
import { filesOfCheck } from '@/domain/task/verification'
import type { Handler } from '../../_kit/handler'
import { describeCamera } from '../describe-camera'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'tasks' | 'records' | 'files'>

/** 现场照片 and signatures of one step, for whoever reads the task as staff. */
export const listCheckFiles =
  ({ tasks, records, files }: Deps): Handler<'task.listCheckFiles'> =>
  async ({ taskId, cycle, level }, call) => {
    const { task } = await tasks.load(taskId, call)
    refuseIf(whyNotRead(task, call.actor))
    const check = task.cycles
      .find(({ ordinal }) => ordinal === cycle)
      ?.checks.find((each) => each.level === level)
    if (readsAsConcerned(call.actor.role) || !check) throw new RuleError('THING.NOT_FOUND')
    const fileIds = filesOfCheck(check)
    const [found, links] = await Promise.all([records.findMany(fileIds), files.links(fileIds)])
    const measureOf = (fileId: string): string | null =>
      check.measures.find(({ photoIds = [] }) => photoIds.includes(fileId))?.measureId ?? null
    return {
      items: fileIds.flatMap((fileId) => {
        const record = found.get(fileId)
        if (!record?.sha256) return []
        const { sha256, at } = record
        const camera = describeCamera(record.camera)
        const url = links.get(fileId) ?? null
        return [{ fileId, measureId: measureOf(fileId), sha256, at, camera, url }]
      }),
    }
  }
