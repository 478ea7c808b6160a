import { addDissent as added } from '@/domain/visit/transitions'
import type { Handler } from '../../_kit/handler'
import { visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'

/** 不同意见 of the firm beside the record, once. */
export const addDissent =
  ({ writer }: Pick<Parts, 'writer'>): Handler<'enterprise.addDissent'> =>
  ({ visitId, words }, call) =>
    writer.act(visitThing, call, visitId, 'addDissent', (visit, facts) => ({
      next: added(visit, words, call.actor, facts),
      changes: { words },
    }))
