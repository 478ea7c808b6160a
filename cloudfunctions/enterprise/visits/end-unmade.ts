import { systemActor } from '@/domain/organization/actor'
import { endUnmade } from '@/domain/visit/transitions'
import type { TimerReply } from '../../_kit/serve'
import { takeTurns } from '../../_stores/system-turns'
import { visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'
import { tellAskers, tellFirm } from './visit-notices'

/** 未入企核查: ends visits whose days are over, so that they block no other one. */
export const endUnmadeVisits =
  ({ writer, city }: Pick<Parts, 'writer' | 'city'>) =>
  (now: number): Promise<TimerReply> =>
    takeTurns(
      writer,
      visitThing,
      {
        decide: (visit, facts) => {
          const next = endUnmade(visit, systemActor, facts)
          return {
            next,
            event: 'endUnmade',
            changes: { lastOn: visit.lastOn },
            tell: [
              ...tellAskers(next, 'visitNotMade', city),
              ...(visit.notice === null ? [] : tellFirm(next, 'visitCalledOff', city)),
            ],
          }
        },
      },
      now,
    )
