import { newsOfMovedDays } from '@/domain/task/moved-news'
import { setSites as set } from '@/domain/task/transitions'
import type { Handler } from '../../_kit/handler'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'timelines'>

/** 定点位: rows that are new or changed, and those that go; the same list again changes nothing. */
export const setSites =
  ({ writer, timelines }: Deps): Handler<'task.setSites'> =>
  async ({ taskId, ...list }, call) => {
    const { rootRegion } = writer.contextOn(call.today)
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, 'setSites', (task, facts) => {
      const next = { ...task, ...set(task, list, call.actor, facts) }
      const sitesOf = ({ measures }: TaskRecord) =>
        measures.find(({ id }) => id === list.measureId)?.sites ?? []
      const sites = sitesOf(next)
      if (JSON.stringify(sites) === JSON.stringify(sitesOf(task))) return null
      return {
        next,
        tell: newsOfMovedDays(task, next, call.actor, rootRegion, call.now),
        changes: { measureId: list.measureId, sites: sites.map(({ id, unitId }) => [id, unitId]) },
        also: (acting) => timelines.follow(acting, talks),
      }
    })
  }
