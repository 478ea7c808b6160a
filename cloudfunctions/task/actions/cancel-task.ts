import { refuseIf, RuleError } from '@/domain/refusal'
import { newsOfCancelled } from '@/domain/task/moved-news'
import { cancelTask as cancelled } from '@/domain/task/transitions'
import { whyNotTask } from '@/domain/task/workflow'
import { type Call, type Handler, partOf } from '../../_kit/handler'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'tasks' | 'timelines'>

/** What lies below and is not cancelled yet, the deepest first; refuses when one of them is stuck. */
const toEndFirst = async (
  { writer, tasks }: Deps,
  taskId: string,
  given: { readonly reason: string },
  call: Call,
): Promise<TaskRecord[]> => {
  const below = await tasks.descendants(taskId)
  const open = below.reverse().filter(({ state }) => state !== 'cancelled')
  if (open.length === 0) return []
  const whyNot = (task: TaskRecord) =>
    whyNotTask(task, 'cancelTask', call.actor, {
      ...writer.factsOf(taskThing, task, call),
      given,
    })
  refuseIf(whyNot((await tasks.load(taskId, call)).task))
  if (open.some(whyNot)) throw new RuleError('TASK.CHILD_OPEN')
  return open
}

/**
 * 取消, with the reason. What lies below ends first, so that a cut-off call can be repeated; the
 * talks about dates end with each task, and its units hear so at once.
 */
export const cancelTask =
  (deps: Deps): Handler<'task.cancelTask'> =>
  async ({ taskId, reason }, call) => {
    const given = { reason }
    const { rootRegion } = deps.writer.contextOn(call.today)
    const cancel = async (id: string, by: Call) => {
      const talks = await deps.timelines.ofTask(id)
      return deps.writer.act(taskThing, by, id, 'cancelTask', (task, facts) => ({
        next: { ...task, ...cancelled(task, given, call.actor, facts) },
        changes: { state: 'cancelled' },
        note: reason,
        tell: newsOfCancelled(task, rootRegion, call.now),
        also: (acting) => deps.timelines.follow(acting, talks),
      }))
    }
    for (const { id } of await toEndFirst(deps, taskId, given, call)) await cancel(id, partOf(call))
    return cancel(taskId, call)
  }
