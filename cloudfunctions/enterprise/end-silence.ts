import { addDays, beijingDay, beijingInstant } from '@/domain/calendar/day'
import { systemActor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import {
  endUnagreed,
  markReminded,
  refer,
  type TimelineContext,
} from '@/domain/timeline/transitions'
import type { TimerReply } from '../_kit/serve'
import type { TimelineRecord } from '../_stores/timeline-store'
import { changeTimeline, type Decision, type When } from './change-timeline'
import { bothSides } from './notices'
import { daysOf, type Parts } from './parts'
import { firstReminderOn, turnObligationId } from './system-turn'

type Deps = Pick<Parts, 'timelines' | 'tasks' | 'settings' | 'city'>

/** One tick does at most this much; the next one goes on. */
const batch = 50

/** The notifier has taken the first step: its record of the turn has moved past that day. */
const wasReminded = async (deps: Deps, timeline: TimelineRecord, when: When): Promise<boolean> => {
  const id = turnObligationId(timeline)
  const obligation = id ? await deps.timelines.obligation(id) : null
  const first = firstReminderOn(timeline, daysOf(deps, when))
  if (!obligation || !first) return false
  return obligation.nextStepOn === null || obligation.nextStepOn > first
}

const isOpenTurn = ({ state }: TimelineRecord): boolean =>
  state === 'proposed' || state === 'countered'

const decide = (timeline: TimelineRecord, context: TimelineContext): Decision => {
  if (!isOpenTurn(timeline)) {
    const next = endUnagreed(timeline, systemActor, context)
    const notice = next.state === 'agreed' ? 'timelineUnchanged' : 'timelineEnded'
    return { next, event: 'endUnagreed', changes: {}, tell: [{ notice, to: bothSides }] }
  }
  if (timeline.remindedOn === null)
    return { next: markReminded(timeline, context), event: 'remind', changes: {}, tell: [] }
  return {
    next: refer(timeline, { reason: null }, systemActor, context),
    event: 'refer',
    changes: { round: timeline.round },
    tell: [{ notice: 'timelineReferred', to: bothSides }],
  }
}

/** Returns whether something was done; an answer that came in the meantime is no error. */
const act = async (deps: Deps, timeline: TimelineRecord, when: When): Promise<boolean> => {
  const waitsForReminder = isOpenTurn(timeline) && timeline.remindedOn === null
  if (waitsForReminder && !(await wasReminded(deps, timeline, when))) return false
  try {
    await changeTimeline(deps, when, timeline.id, decide)
    return true
  } catch (error) {
    if (error instanceof RuleError) return false
    throw error
  }
}

/** Reminders go out with the day's digest: an hour later it is known whether one did. */
const nextLook = (now: number, digestHour: number): number => {
  const today = beijingInstant(beijingDay(now), digestHour + 1)
  return now < today ? today : beijingInstant(addDays(beijingDay(now), 1), digestHour + 1)
}

/**
 * Refers proposals that lie unanswered after a reminder, and ends mediations whose limit is
 * over. Safe to run twice: what was done is no longer due.
 */
export const onTimer =
  (deps: Deps) =>
  async (now: number): Promise<TimerReply> => {
    const when: When = { actor: systemActor, now, today: beijingDay(now) }
    const due = await deps.timelines.dueForSystem(when.today, batch)
    let done = 0
    for (const timeline of due) if (await act(deps, timeline, when)) done += 1
    if (done === batch) return { nextDueAt: now }
    const next = await deps.timelines.nextSystemDay(when.today)
    const laterOn = next ? beijingInstant(next) : null
    if (done === due.length) return { nextDueAt: laterOn }
    const again = nextLook(now, deps.settings.digestHour)
    return { nextDueAt: laterOn === null ? again : Math.min(again, laterOn) }
  }
