import { endObjection as ended } from '@/domain/objection/transitions'
import { upholdObjection as returned } from '@/domain/task/verification-transitions'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { objectionThing } from '../../_stores/objection-thing'
import { decidedOnTask } from '../objected-task'
import type { Parts } from '../parts'
import { tellObjector } from '../tell-objector'

type Deps = Pick<Parts, 'writer' | 'cipher' | 'timelines' | 'objections'>

/** 成立: the task goes back into work with what has to be done again, in the same transaction. */
export const upholdObjection =
  ({ writer, cipher, timelines, objections }: Deps): Handler<'feedback.upholdObjection'> =>
  async ({ objectionId, ...given }, call) => {
    const found = await objections.find(objectionId)
    if (!found) throw new RuleError('THING.NOT_FOUND')
    const talks = await timelines.ofTask(found.taskId)
    return writer.act(objectionThing, call, objectionId, 'upholdObjection', (objection, facts) => {
      const next = ended(objection, 'upholdObjection', given.reason, call.actor, facts)
      const said = cipher.blind(`${objectionId} ${JSON.stringify(given)}`)
      return {
        next,
        changes: { state: next.state, said },
        also: async (acting) => {
          await decidedOnTask(objection, 'upholdObjection', (task, known) => ({
            next: { ...task, ...returned(task, given, known) },
            changes: {
              on: given.on,
              demands: given.demands.map(({ unitId, measureIds }) => ({ unitId, measureIds })),
              said,
            },
            note: given.reason,
            also: (inner) => timelines.follow(inner, talks),
          }))(acting)
          await tellObjector(next, 'objectionAnswered', call)(acting)
        },
      }
    })
  }
