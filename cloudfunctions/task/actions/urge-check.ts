import { coveringRegion } from '@/domain/organization/scope'
import { refuseIf } from '@/domain/refusal'
import { whyNotUrge } from '@/domain/release/task-release'
import { whyNotTask } from '@/domain/task/workflow'
import type { Handler } from '../../_kit/handler'
import { namesOfTask } from '../../_stores/task-names'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'
import { digestedText } from '../text-digest'

type Deps = Pick<TaskDeps, 'writer' | 'organization'>

/** 催一下: the publishers of the place hear at once that the text waits for them; once a day. */
export const urgeCheck =
  ({ writer, organization }: Deps): Handler<'task.urgeCheck'> =>
  ({ taskId }, call) =>
    writer.act(taskThing, call, taskId, 'urgeCheck', async (current, facts) => {
      refuseIf(whyNotTask(current, 'urgeCheck', call.actor, facts))
      const names = await namesOfTask(organization, current)
      refuseIf(whyNotUrge(current.release, digestedText(current, names).digest, call.today))
      const { rootRegion } = writer.contextOn(call.today)
      const regionCode = coveringRegion(current.regionCodes) ?? rootRegion
      return {
        next: { ...current, release: { ...current.release, urgedOn: call.today } },
        changes: { check: 'openness' },
        tell: [
          {
            ...{ notice: 'checkUrged', thing: 'task', thingId: taskId, node: call.today },
            to: { regionCode, roles: ['publisher'] },
            ...{ title: current.title, dueOn: null, regionCode, hiddenFrom: [] },
          },
        ],
      }
    })
