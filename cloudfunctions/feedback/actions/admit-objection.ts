import { admitObjection as admitted } from '@/domain/objection/transitions'
import type { Handler } from '../../_kit/handler'
import { objectionThing } from '../../_stores/objection-thing'
import type { Parts } from '../parts'
import { tellObjector } from '../tell-objector'

/** 受理: whoever objected hears of it; a reply is owed in 15 working days. */
export const admitObjection =
  ({ writer }: Pick<Parts, 'writer'>): Handler<'feedback.admitObjection'> =>
  ({ objectionId }, call) =>
    writer.act(objectionThing, call, objectionId, 'admitObjection', (objection, facts) => {
      const next = admitted(objection, call.actor, facts)
      return {
        next,
        changes: { state: next.state, dueOn: next.dueOn },
        also: tellObjector(next, 'objectionAdmitted', call),
      }
    })
