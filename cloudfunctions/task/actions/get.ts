import { refuseIf } from '@/domain/refusal'
import { whyNotRead } from '@/domain/task/readers'
import type { Handler } from '../../_kit/handler'
import type { TaskTimelines } from '../../_stores/task-timelines'
import { describeTask } from '../describe-task'
import { namesOfTask } from '../names'
import type { TaskDeps } from '../task-deps'

interface Deps extends TaskDeps {
  readonly timelines: TaskTimelines
}

export const get =
  ({ tasks, organization, contextOn, timelines: talks }: Deps): Handler<'task.get'> =>
  async ({ taskId }, { actor, today }) => {
    const { task, version } = await tasks.load(taskId, actor)
    refuseIf(whyNotRead(task, actor))
    const history = await tasks.history(taskId)
    const timelines = await talks.ofTask(taskId)
    const actors = history.flatMap(({ unitId }) => unitId ?? [])
    const names = await namesOfTask(organization, task, actors)
    return describeTask({ task, version, history, timelines, names }, actor, contextOn(today))
  }
