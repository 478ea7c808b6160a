import type { reassign } from '@/domain/task/assignment-transitions'
import { newsOfTakenAway, newsOfTakenOver } from '@/domain/task/moved-news'
import type { Handler } from '../_kit/handler'
import { taskThing } from '../_stores/task-thing'
import { doneMeasures } from './changed-part'
import { lookUpChoices } from './choices'
import { decidersAndAble } from './deciders'
import { refuseUnable } from './refuse-unable'
import type { TaskDeps } from './task-deps'

type Deps = Pick<
  TaskDeps,
  'writer' | 'organization' | 'members' | 'people' | 'visits' | 'timelines'
>
type Moving = 'reassign' | 'dropShare'

/**
 * A share goes from one unit to another: visits and talks with firms follow it, and whoever has the work
 * now and whoever had it hear so at once.
 */
export const moveShare =
  (event: Moving, moved: typeof reassign) =>
  (deps: Deps): Handler<`task.${Moving}`> =>
  async ({ taskId, fromUnitId, toUnitId, reason }, call) => {
    const wanted = { unitIds: [toUnitId], enterpriseIds: [], villageCodes: [] }
    const chosen = await lookUpChoices(deps.organization, wanted)
    const { deciders, able } = await decidersAndAble(deps, call.today, [toUnitId])
    const { writer, visits, timelines } = deps
    const { rootRegion } = writer.contextOn(call.today)
    const visited = await visits.ofTask(taskId, rootRegion)
    const talks = await timelines.ofTask(taskId)
    return writer.act(taskThing, call, taskId, event, async (task, facts) => {
      const given = { fromUnitId, toUnitId, reason }
      const next = { ...task, ...moved(task, given, call.actor, facts) }
      chosen.refuseUnknown()
      refuseUnable(able, [toUnitId], 'toUnitId')
      const followed = { ...next, ...chosen.foundBy(task), deciders }
      return {
        next: followed,
        changes: given,
        note: reason,
        tell: [
          ...newsOfTakenOver(followed, toUnitId, rootRegion, call.now),
          ...newsOfTakenAway(task, followed, fromUnitId, rootRegion, call.now),
        ],
        also: async (acting) => {
          await visits.follow(acting, visited, followed)
          await timelines.handOver(acting, talks, { from: fromUnitId, to: toUnitId })
          if (doneMeasures(task) !== doneMeasures(followed)) await timelines.follow(acting, talks)
        },
      }
    })
  }
