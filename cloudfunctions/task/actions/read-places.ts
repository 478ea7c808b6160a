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

type Deps = Pick<TaskDeps, 'writer' | 'organization'>

/**
 * 逐处看: places of this exact text that the caller has opened for the check that is theirs. It
 * decides nothing and stands in no chain: the check itself does, with the number of places.
 * @throws RuleError `RELEASE.TEXT_CHANGED`, and what the check would be refused for
 */
export const readPlaces =
  ({ writer, organization }: Deps): Handler<'task.readPlaces'> =>
  ({ taskId, digest, check, places }, call) => {
    const { actor } = call
    const of = { kind: check, personId: actor.personId ?? '', digest }
    const presentPlaces = async (current: TaskRecord): Promise<readonly string[]> => {
      if (!taskThing.isShown?.(current, call)) throw new RuleError('THING.NOT_FOUND')
      refuseIf(whyNotTask(current, eventOf[check], actor, writer.factsOf(taskThing, current, call)))
      const present = digestedText(current, await namesOfTask(organization, current))
      if (present.digest !== digest) throw new RuleError('RELEASE.TEXT_CHANGED', ['digest'])
      return present.places
    }
    return writer.write(call, async (acting) => {
      let all: readonly string[] = []
      const after = await acting.changeQuietly(taskThing, taskId, async (current) => {
        all = await presentPlaces(current)
        const release = withRead(current.release, of, places, all)
        return release && { ...current, release }
      })
      if (!after) throw new RuleError('THING.NOT_FOUND')
      return { read: placesRead(after.release, of, all).length, of: all.length }
    })
  }
