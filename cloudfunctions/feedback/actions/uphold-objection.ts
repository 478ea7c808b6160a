import type { Objection } from '@/domain/objection/objection'
import { endObjection as ended } from '@/domain/objection/transitions'
import type { ObjectionFacts } from '@/domain/objection/workflow'
import { upholdObjection as returned } from '@/domain/task/verification-transitions'
import type { Handler } from '../../_kit/handler'
import { objectionThing } from '../../_stores/objection-thing'
import type { Decide } from '../../_stores/thing'
import { decidedOnTask } from '../objected-task'
import type { Parts } from '../parts'
import { tellObjector } from '../tell-objector'

type Deps = Pick<Parts, 'writer' | 'cipher' | 'timelines'>

/** 成立: the task goes back into work with what has to be done again, in the same transaction. */
export const upholdObjection =
  ({ writer, cipher, timelines }: Deps): Handler<'feedback.upholdObjection'> =>
  ({ objectionId, ...given }, call) => {
    const decide: Decide<Objection, ObjectionFacts> = async (objection, facts) => {
      const next = ended(objection, 'upholdObjection', given.reason, call.actor, facts)
      const talks = await timelines.ofTask(objection.taskId)
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
    }
    return writer.act(objectionThing, call, objectionId, 'upholdObjection', decide)
  }
