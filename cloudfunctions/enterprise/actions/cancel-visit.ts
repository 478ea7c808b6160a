import { cancelVisit as cancelled } from '@/domain/visit/transitions'
import type { Handler } from '../../_kit/handler'
import { visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'
import { tellAskers, tellFirm } from '../visits/visit-notices'

/** The body calls the visit off: who asked for it is told why, and may ask another body. */
export const cancelVisit =
  ({ writer, city }: Pick<Parts, 'writer' | 'city'>): Handler<'enterprise.cancelVisit'> =>
  ({ visitId, reason }, call) =>
    writer.act(visitThing, call, visitId, 'cancelVisit', (visit, facts) => {
      const next = cancelled(visit, reason, call.actor, facts)
      return {
        next,
        changes: { reason },
        tell: [
          ...tellAskers(next, 'visitCalledOff', city),
          ...(visit.notice === null ? [] : tellFirm(next, 'visitCalledOff', city)),
        ],
      }
    })
