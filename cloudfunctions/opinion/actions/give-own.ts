import { beijingInstant } from '@/domain/calendar/day'
import type { Opinion } from '@/domain/opinion/opinion'
import { giveOwn as given } from '@/domain/opinion/transitions'
import type { OpinionFacts } from '@/domain/opinion/workflow'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { taskCollection } from '../../_stores/asked-task'
import { opinionThing, residentIdOf } from '../../_stores/opinion-thing'
import { taskOf } from '../../_stores/task-record'
import { askedOfResident, unsaidOpinion } from '../own-opinion'
import type { Parts } from '../parts'

type Deps = Pick<Parts, 'writer' | 'cipher' | 'tasks'>

/**
 * 村民说看法. Nothing of it names the person, the task is not written, and everything carries the
 * day only, so that no instant joins it with who called.
 */
export const giveOwn =
  ({ writer, cipher, tasks }: Deps): Handler<'opinion.giveOwn'> =>
  async ({ taskId, satisfaction, words, visitPhone }, call) => {
    const { actor, person, today } = call
    const found = await tasks.find(taskId)
    if (!found || found.task.release.released === null) throw new RuleError('THING.NOT_FOUND')
    const { asking } = found.task
    if (asking === null) throw new RuleError('OPINION.CLOSED')
    if (actor.personId === null) throw new RuleError('IDENTITY.REQUIRED')
    const id = residentIdOf(cipher, asking.id, actor.personId)
    const said = cipher.seal(words)
    const decide = (opinion: Opinion, facts: OpinionFacts) => {
      const phone = visitPhone === undefined ? null : cipher.seal(visitPhone)
      const own = { satisfaction, said, visitPhone: phone, ...askedOfResident(person) }
      return {
        next: given(opinion, own, actor, facts),
        changes: { said: cipher.blind(`${id} ${satisfaction} ${words}`) },
      }
    }
    const by = { ...call, now: beijingInstant(today) }
    return writer.write(by, async (acting) => {
      const next = await acting.change(opinionThing, id, 'giveOwn', decide, async () => {
        const doc = await acting.read(taskCollection, taskId)
        const task = doc ? taskOf(doc) : null
        const opinion = unsaidOpinion(id, task, acting.context)
        return acting.make(opinionThing, 'giveOwn', decide(opinion, acting.context))
      })
      return writer.changed(opinionThing, next, by)
    })
  }
