import { beijingDay } from '@/domain/calendar/day'
import type { Feedback } from '@/domain/feedback/feedback'
import { archiveUnrated as decideArchive } from '@/domain/feedback/transitions'
import { systemActor } from '@/domain/organization/actor'
import type { TimerReply } from '../_kit/serve'
import { handledReport, type ReportFacts } from '../_stores/feedback-thing'
import { takeTurns } from '../_stores/system-turns'
import { handOnOrphans } from './orphaned-desks'
import type { Parts } from './parts'

type Deps = Pick<
  Parts,
  'feedback' | 'members' | 'people' | 'uploads' | 'photoChecks' | 'quotas' | 'writer' | 'city'
>

/** One tick does at most this much and comes back for the rest. */
const batch = 20
const batches = 5
/**
 * A form that was never sent: its uploads are nobody's business a whole day after the day of the
 * upload, of which no hour is kept.
 */
const leftOverAfterMs = 48 * 3_600_000

const archive = (feedback: Feedback, facts: ReportFacts) => ({
  next: decideArchive(feedback, systemActor, facts),
  event: 'archiveUnrated',
  changes: {},
})

/** 30 days after an answer nobody has rated; and uploads that were never sent with a report. */
export const onTimer =
  (deps: Deps) =>
  async (now: number): Promise<TimerReply> => {
    await deps.uploads.sweep(now - leftOverAfterMs, batch)
    await deps.photoChecks.forgetBefore(now - leftOverAfterMs, batch)
    await deps.quotas.forgetBefore(beijingDay(now), batch * batches)
    await handOnOrphans(deps, now)
    return takeTurns(deps.writer, handledReport, { decide: archive }, now)
  }
