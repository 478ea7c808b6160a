import { endObjection as ended, type Outcome } from '@/domain/objection/transitions'
import type { Call } from '../_kit/handler'
import { objectionThing } from '../_stores/objection-thing'
import { decidedOnTask } from './objected-task'
import type { Parts } from './parts'
import { tellObjector } from './tell-objector'

/** 不予受理 and 不成立: nothing moves but the count of what is open. */
export const endObjection = (
  { writer, cipher }: Pick<Parts, 'writer' | 'cipher'>,
  event: Exclude<Outcome, 'upholdObjection'>,
  { objectionId, reply }: { readonly objectionId: string; readonly reply: string },
  call: Call,
) =>
  writer.act(objectionThing, call, objectionId, event, (objection, facts) => {
    const next = ended(objection, event, reply, call.actor, facts)
    return {
      next,
      changes: { state: next.state, said: cipher.blind(`${objectionId} ${reply}`) },
      also: async (acting) => {
        await decidedOnTask(objection, event)(acting)
        await tellObjector(next, 'objectionAnswered', call)(acting)
      },
    }
  })
