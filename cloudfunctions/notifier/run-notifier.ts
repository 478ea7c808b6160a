import { addDays, beijingDay } from '@/domain/calendar/day'
import type { TimerReply } from '../_kit/serve'
import { recountProvisional } from '../_stores/recount'
import { digestInstant, nextDigestAt } from '@/domain/reminder/message'
import { expandOutbox } from './expand-outbox'
import { makeDigests } from './make-digests'
import type { Parts, Run } from './parts'
import { planSteps } from './plan-steps'
import { sendMessages } from './send-messages'

/** The function may live 60 s; what is left over is the next run's. */
const workMs = 40_000
const leaseMs = 70_000
const minuteMs = 60_000
/** A weekly overdue step comes again long before: an older row speaks of something done. */
const callListDays = 30
/** A phone may keep a write unsent for weeks; after that nobody asks for its reply again. */
const replyDays = 90

/** The next instant at which there is something to do, after `now`; null when there is none. */
const nextDueAt = async (
  { queue, reminders, calendar, settings }: Parts,
  now: number,
  holdUntil: number,
): Promise<number | null> => {
  const ready = await queue.nextReady()
  const waiting = await reminders.nextWaiting()
  const stepDay = await reminders.nextStepDay()
  // On a holiday nothing is planned or gathered, however long it has been due.
  const rests = !calendar.isWorkingDay(beijingDay(now))
  const opensAt = rests ? nextDigestAt(now, calendar, settings) : now
  const wanted = [
    ready === null ? null : Math.max(ready, holdUntil),
    waiting === null ? null : Math.max(waiting, opensAt),
    stepDay === null ? null : Math.max(digestInstant(stepDay, settings), opensAt),
  ]
  const instants = wanted.filter((instant) => instant !== null)
  // Something is due already and was not finished: come back in a minute.
  return instants.length === 0 ? null : Math.max(Math.min(...instants), now + minuteMs)
}

const work = async (parts: Parts, run: Run, holdUntil: number): Promise<number> => {
  await expandOutbox(parts, run)
  await recountProvisional(parts.writer, run.now, () => parts.clock() >= run.stopAt)
  await planSteps(parts, run)
  await makeDigests(parts, run)
  await parts.calls.removeBefore(addDays(beijingDay(run.now), -callListDays), 100)
  await parts.replies.removeBefore(addDays(beijingDay(run.now), -replyDays), 100)
  await parts.watch.measureOnce(run.now)
  if (run.now < holdUntil) return holdUntil
  return sendMessages(parts, run)
}

/**
 * The reminder engine's run, from a timer that fires at least once: leased, in small batches,
 * and safe to repeat because every message has its key.
 * @param now epoch milliseconds
 */
export const runNotifier = async (parts: Parts, now: number): Promise<TimerReply> => {
  const lease = await parts.lease.take(now, now + leaseMs)
  if (!lease) return { nextDueAt: now + minuteMs }
  const run = { now, stopAt: parts.clock() + workMs, recipients: parts.openRecipients() }
  const holdUntil = await work(parts, run, lease.holdUntil)
  const due = await nextDueAt(parts, now, holdUntil)
  await parts.lease.free(holdUntil)
  return { nextDueAt: due }
}
