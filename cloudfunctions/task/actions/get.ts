import { refuseIf } from '@/domain/refusal'
import { whyNotRead } from '@/domain/task/readers'
import type { Handler } from '../../_kit/handler'
import { describeTask } from '../describe-task'
import { namesOfTask } from '../../_stores/task-names'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'tasks' | 'organization' | 'timelines'>

export const get =
  ({ writer, tasks, organization, timelines: talks }: Deps): Handler<'task.get'> =>
  async ({ taskId }, call) => {
    const { task, version } = await tasks.load(taskId, call)
    refuseIf(whyNotRead(task, call.actor))
    const history = await tasks.history(taskId)
    const timelines = await talks.ofTask(taskId)
    const actors = history.flatMap(({ unitId }) => unitId ?? [])
    const names = await namesOfTask(organization, task, actors)
    return describeTask(writer, { task, version, history, timelines, names }, call)
  }
