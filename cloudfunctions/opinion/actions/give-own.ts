import { beijingInstant } from '@/domain/calendar/day'
import type { Opinion } from '@/domain/opinion/opinion'
import { giveOwn as given } from '@/domain/opinion/transitions'
import type { OpinionFacts } from '@/domain/opinion/workflow'
import { RuleError } from '@/domain/refusal'
import type { Call, Handler } from '../../_kit/handler'
import { taskCollection } from '../../_stores/asked-task'
import { requireFiles } from '../../_stores/attached-files'
import { opinionThing, residentIdOf } from '../../_stores/opinion-thing'
import { taskOf } from '../../_stores/task-record'
import type { Acting, Decision } from '../../_stores/thing'
import { askedOfResident, askingOf, unsaidOpinion } from '../own-opinion'
import type { Parts } from '../parts'

type Deps = Pick<Parts, 'writer' | 'cipher' | 'records' | 'tasks'>

/**
 * The voice note to hand in with the opinion of this cycle: the caller's own, new or sent before.
 * @throws RuleError `FILE.MISSING` naming the field
 */
const recordingFor = async (deps: Deps, taskId: string, fileId: string, { actor }: Call) => {
  const found = await deps.tasks.find(taskId)
  const { askingId } = askingOf(found?.task ?? null)
  if (actor.personId === null) throw new RuleError('IDENTITY.REQUIRED')
  const id = residentIdOf(deps.cipher, askingId, actor.personId)
  const wanted = [{ fileIds: [fileId], kind: 'voice' as const, field: 'recordingId' }]
  return { id, attach: deps.records.attach(await requireFiles(deps, wanted, actor, id), id) }
}

/**
 * 村民说看法. Nothing of it names the person, the task is not written, and everything carries the
 * day only, so that no instant joins it with who called.
 */
export const giveOwn =
  (deps: Deps): Handler<'opinion.giveOwn'> =>
  async ({ taskId, satisfaction, words, visitPhone, recordingId = null }, call) => {
    const { writer, cipher, records } = deps
    const { actor, person, today } = call
    const said = cipher.seal(words)
    const handedIn =
      recordingId === null ? null : await recordingFor(deps, taskId, recordingId, call)
    const decide = (opinion: Opinion, facts: OpinionFacts): Decision<Opinion> => {
      // A new cycle has begun between: what was handed in belongs to none of it.
      if (handedIn && handedIn.id !== opinion.id) throw new RuleError('THING.CHANGED')
      const phone = visitPhone === undefined ? null : cipher.seal(visitPhone)
      const own = { satisfaction, said, recordingId, visitPhone: phone, ...askedOfResident(person) }
      const { recordingId: before = null } = opinion
      return {
        next: given(opinion, own, actor, facts),
        changes: {
          said: cipher.blind(`${opinion.id} ${satisfaction} ${words} ${recordingId ?? ''}`),
        },
        also: async ({ transaction }: Acting) => {
          await handedIn?.attach(transaction)
          if (before !== null && before !== recordingId) await records.letGo(before)(transaction)
        },
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
