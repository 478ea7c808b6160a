import { beijingInstant } from '@/domain/calendar/day'
import type { Opinion } from '@/domain/opinion/opinion'
import { giveOwn as given } from '@/domain/opinion/transitions'
import type { OpinionFacts } from '@/domain/opinion/workflow'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { taskCollection } from '../../_stores/asked-task'
import { opinionThing, residentIdOf } from '../../_stores/opinion-thing'
import { taskOf } from '../../_stores/task-record'
import { askedOfResident, askingOf, unsaidOpinion } from '../own-opinion'
import type { Parts } from '../parts'

type Deps = Pick<Parts, 'writer' | 'cipher'>

/**
 * 村民说看法. Nothing of it names the person, the task is not written, and everything carries the
 * day only, so that no instant joins it with who called.
 */
export const giveOwn =
  ({ writer, cipher }: Deps): Handler<'opinion.giveOwn'> =>
  ({ taskId, satisfaction, words, visitPhone }, call) => {
    const { actor, person, today } = call
    const said = cipher.seal(words)
    const decide = (opinion: Opinion, facts: OpinionFacts) => {
      const phone = visitPhone === undefined ? null : cipher.seal(visitPhone)
      const own = { satisfaction, said, visitPhone: phone, ...askedOfResident(person) }
      return {
        next: given(opinion, own, actor, facts),
        changes: { said: cipher.blind(`${opinion.id} ${satisfaction} ${words}`) },
      }
    }
    const by = { ...call, now: beijingInstant(today) }
    return writer.write(by, async (acting) => {
      const doc = await acting.read(taskCollection, taskId)
      const { task, askingId } = askingOf(doc && taskOf(doc))
      if (actor.personId === null) throw new RuleError('IDENTITY.REQUIRED')
      const id = residentIdOf(cipher, askingId, actor.personId)
      const make = () => {
        const opinion = unsaidOpinion(id, task, acting.context)
        return acting.make(opinionThing, 'giveOwn', decide(opinion, acting.context))
      }
      const next = await acting.change(opinionThing, id, 'giveOwn', decide, make)
      return writer.changed(opinionThing, next, by)
    })
  }
