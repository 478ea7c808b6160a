import { refuseIf, RuleError } from '@/domain/refusal'
import { placesRead, withRead } from '@/domain/release/places'
import { whyNotTask } from '@/domain/task/workflow'
import type { Handler } from '../../_kit/handler'
import { namesOfTask } from '../../_stores/task-names'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import { eventOf } from '../record-check'
import type { TaskDeps } from '../task-deps'
import { digestedText } from '../text-digest'

type Deps = Pick<TaskDeps, 'writer' | 'tasks' | 'organization'>

/**
 * 逐处看: places of this exact text that the caller has opened for the check that is theirs. It
 * decides nothing and stands in no chain: the check itself does, with the number of places.
 * @throws RuleError `RELEASE.TEXT_CHANGED`, and what the check would be refused for
 */
export const readPlaces =
  ({ writer, tasks, organization }: Deps): Handler<'task.readPlaces'> =>
  async ({ taskId, digest, check, places }, call) => {
    const { actor } = call
    const { task } = await tasks.load(taskId, call)
    const names = await namesOfTask(organization, task)
    const of = { kind: check, personId: actor.personId ?? '', digest }
    const presentPlaces = (current: TaskRecord): readonly string[] => {
      refuseIf(whyNotTask(current, eventOf[check], actor, writer.factsOf(taskThing, current, call)))
      const present = digestedText(current, names)
      if (present.digest !== digest) throw new RuleError('RELEASE.TEXT_CHANGED', ['digest'])
      return present.places
    }
    return writer.write(call, async (acting) => {
      const after = await acting.changeQuietly(taskThing, taskId, (current) => {
        const release = withRead(current.release, of, places, presentPlaces(current))
        return release && { ...current, release }
      })
      if (!after) throw new RuleError('THING.NOT_FOUND')
      const all = presentPlaces(after)
      return { read: placesRead(after.release, of, all).length, of: all.length }
    })
  }
