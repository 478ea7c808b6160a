import { isOpenVisit } from '@/domain/visit/visit'
import { withdrawMatters as withdrawn } from '@/domain/visit/transitions'
import type { Handler } from '../../_kit/handler'
import { visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'
import { tellBody, tellFirm } from '../visits/visit-notices'

/** What one office asked for goes, without a reason that a firm could read; others' matters stay. */
export const withdrawMatters =
  ({ writer, city }: Pick<Parts, 'writer' | 'city'>): Handler<'enterprise.withdrawMatters'> =>
  ({ visitId }, call) =>
    writer.act(visitThing, call, visitId, 'withdrawMatters', (visit, facts) => {
      const next = withdrawn(visit, call.actor, facts)
      const isOver = !isOpenVisit(next.state)
      return {
        next,
        changes: { left: next.matters.length },
        tell: isOver
          ? [
              ...tellBody(next, 'visitCalledOff', city),
              ...(next.notice === null ? [] : tellFirm(next, 'visitCalledOff', city)),
            ]
          : [],
      }
    })
