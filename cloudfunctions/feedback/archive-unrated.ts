import { beijingDay } from '@/domain/calendar/day'
import type { Feedback } from '@/domain/feedback/feedback'
import { answerByRecheck } from '@/domain/feedback/answer-transitions'
import { foundFor } from '@/domain/feedback/relapse'
import { archiveUnrated as decideArchive } from '@/domain/feedback/transitions'
import { systemActor } from '@/domain/organization/actor'
import type { TimerReply } from '../_kit/serve'
import { handledReport, type ReportFacts } from '../_stores/feedback-thing'
import { takeTurns } from '../_stores/system-turns'
import type { Decide } from '../_stores/thing'
import { handOnOrphans } from './orphaned-desks'
import type { Parts } from './parts'

type Deps = Pick<
  Parts,
  | 'feedback'
  | 'tasks'
  | 'members'
  | 'people'
  | 'uploads'
  | 'photoChecks'
  | 'quotas'
  | 'writer'
  | 'city'
>

/** One tick does at most this much and comes back for the rest. */
const batch = 20
const batches = 5
/**
 * A form that was never sent: its uploads are nobody's business a whole day after the day of the
 * upload, of which no hour is kept.
 */
const leftOverAfterMs = 48 * 3_600_000

type Tasks = Pick<Deps, 'tasks'>

const found = async ({ tasks }: Tasks, feedback: Feedback) =>
  foundFor(feedback, feedback.taskId ? ((await tasks.find(feedback.taskId))?.task ?? null) : null)

/** What a re-check found does not change any more: it may be read beside the transaction. */
const decide =
  (deps: Tasks): Decide<Feedback, ReportFacts> =>
  async (feedback, facts) => {
    if (!feedback.awaitsRecheck)
      return {
        next: decideArchive(feedback, systemActor, facts),
        event: 'archiveUnrated',
        changes: {},
      }
    const seen = await found(deps, feedback)
    if (seen === 'notYet') return null
    const next = answerByRecheck(feedback, seen, systemActor, facts)
    return { next, event: 'answerByRecheck', changes: { state: next.state } }
  }

/**
 * Archives what nobody has rated for 30 days, answers reports of relapse by their re-check, and sweeps
 * uploads that were never sent with a report.
 */
export const onTimer =
  (deps: Deps) =>
  async (now: number): Promise<TimerReply> => {
    await deps.uploads.sweep(now - leftOverAfterMs, batch)
    await deps.photoChecks.forgetBefore(now - leftOverAfterMs, batch)
    await deps.quotas.forgetBefore(beijingDay(now), batch * batches)
    await handOnOrphans(deps, now)
    const isReady = async (feedback: Feedback) =>
      !feedback.awaitsRecheck || (await found(deps, feedback)) !== 'notYet'
    return takeTurns(deps.writer, handledReport, { decide: decide(deps), isReady }, now)
  }
