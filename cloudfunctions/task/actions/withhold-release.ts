import { refuseIf } from '@/domain/refusal'
import { whyNotWithhold, withheldFrom } from '@/domain/release/task-release'
import { whyNotTask } from '@/domain/task/workflow'
import type { Handler } from '../../_kit/handler'
import { namesOfTask } from '../../_stores/task-names'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'
import { digestedText } from '../text-digest'

type Deps = Pick<TaskDeps, 'writer' | 'organization'>

/** 不予公开 by either of the two who check: nothing of the text stays checked, and the office reads why. */
export const withholdRelease =
  ({ writer, organization }: Deps): Handler<'task.withholdRelease'> =>
  ({ taskId, digest, reason }, call) => {
    const { actor, today } = call
    return writer.act(taskThing, call, taskId, 'withholdRelease', async (current, facts) => {
      refuseIf(whyNotTask(current, 'withholdRelease', actor, { ...facts, given: { reason } }))
      const names = await namesOfTask(organization, current)
      const present = digestedText(current, names).digest
      refuseIf(whyNotWithhold(current.release, { digest }, present))
      const by = actor.role === 'publisher' ? 'openness' : 'secrecy'
      const release = withheldFrom(current.release, present, { by, on: today, reason })
      // The reason may name the very thing that is not to be read: no history holds it.
      return { next: { ...current, release }, changes: { check: by, digest } }
    })
  }
