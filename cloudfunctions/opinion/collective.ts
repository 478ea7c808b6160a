import type { Opinion } from '@/domain/opinion/opinion'
import { isCollective } from '@/domain/opinion/opinion'
import type { Actor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { Acting } from '../_stores/thing'
import { taskThing } from '../_stores/task-thing'

/**
 * The word is the body's own; the office reads what it recorded from paper, and nobody else's.
 * Even who does not read it may know that it was asked for.
 */
export const mayReadWords = (opinion: Opinion, actor: Actor): boolean =>
  actor.role === 'villageOfficer'
    ? actor.unitId === opinion.unitId
    : actor.role === 'coordinator' && opinion.onPaper

/** What was asked of branch and committee. @throws RuleError `THING.NOT_FOUND` for all else */
export const requireCollective = (opinion: Opinion | null): Opinion => {
  if (!opinion || !isCollective(opinion.voice)) throw new RuleError('THING.NOT_FOUND')
  return opinion
}

/** The village is heard from now on: on the task stands that it was, never what was said. */
export const villageHeard =
  ({ taskId, villageCode, askingId }: Opinion) =>
  async (acting: Acting): Promise<void> => {
    if (villageCode === null) return
    await acting.change(taskThing, taskId, 'villageHeard', (task) => {
      const isNews = task.asking?.id === askingId && !task.asking.heardCodes.includes(villageCode)
      return isNews ? { next: task, changes: { villageCode } } : null
    })
  }
