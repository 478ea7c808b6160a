import { beijingDay } from '@/domain/calendar/day'
import { systemActor } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { bothSides, noticesTo } from '@/domain/timeline/news'
import { firstReminderOn, turnObligationId } from '@/domain/timeline/system-turn'
import {
  endUnagreed,
  markReminded,
  refer,
  type TimelineContext,
} from '@/domain/timeline/transitions'
import type { TimerReply } from '../_kit/serve'
import type { ObligationStore } from '../_stores/obligation-store'
import type { Decision } from '../_stores/thing'
import { takeTurns } from '../_stores/system-turns'
import { type TimelineRecord, timelineThing } from '../_stores/timeline-thing'
import { onOpenTask } from './on-open-task'
import type { Parts } from './parts'

export interface SilenceDeps extends Pick<Parts, 'writer' | 'city'> {
  readonly obligations: ObligationStore
}

const isOpenTurn = ({ state }: TimelineRecord): boolean =>
  state === 'proposed' || state === 'countered'

/** The notifier has taken the first step: its record of the turn has moved past that day. */
const wasReminded = async (
  { obligations }: SilenceDeps,
  timeline: TimelineRecord,
  context: Parameters<typeof firstReminderOn>[1],
): Promise<boolean> => {
  const id = turnObligationId(timeline)
  const obligation = id ? await obligations.find(id) : null
  const first = firstReminderOn(timeline, context)
  if (!obligation || !first) return false
  return obligation.nextStepOn === null || obligation.nextStepOn > first
}

const decideFor =
  (city: RegionCode) =>
  (timeline: TimelineRecord, context: TimelineContext): Decision<TimelineRecord> => {
    if (!isOpenTurn(timeline)) {
      const next = { ...timeline, ...endUnagreed(timeline, systemActor, context) }
      const notice = next.state === 'agreed' ? 'timelineUnchanged' : 'timelineEnded'
      const tell = noticesTo(next, notice, bothSides, city)
      return { next, event: 'endUnagreed', changes: {}, tell }
    }
    if (timeline.remindedOn === null)
      return {
        next: { ...timeline, ...markReminded(timeline, context) },
        event: 'remind',
        changes: {},
      }
    const next = { ...timeline, ...refer(timeline, { reason: null }, systemActor, context) }
    return {
      next,
      event: 'refer',
      changes: { round: timeline.round },
      tell: noticesTo(next, 'timelineReferred', bothSides, city),
    }
  }

/** Refers proposals that lie unanswered after a reminder, and ends mediations whose limit is over. */
export const endSilence =
  (deps: SilenceDeps) =>
  (now: number): Promise<TimerReply> =>
    takeTurns(
      deps.writer,
      timelineThing,
      {
        decide: onOpenTask(systemActor, decideFor(deps.city)),
        isReady: async (timeline) => {
          const waitsForReminder = isOpenTurn(timeline) && timeline.remindedOn === null
          const context = deps.writer.contextOn(beijingDay(now))
          return !waitsForReminder || wasReminded(deps, timeline, context)
        },
      },
      now,
    )
