import { beijingDay, beijingInstant } from '@/domain/calendar/day'
import { archiveUnrated as decideArchive } from '@/domain/feedback/transitions'
import { systemActor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { TimerReply } from '../_kit/serve'
import { handOnOrphans } from './orphaned-desks'
import { factsOf, owedOn, type Parts } from './parts'

type Deps = Pick<
  Parts,
  | 'feedback'
  | 'files'
  | 'members'
  | 'people'
  | 'records'
  | 'photoChecks'
  | 'quotas'
  | 'settings'
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

/** Safe to run twice: a report that is archived already is not due any more. */
const archiveDue = async (deps: Deps, now: number): Promise<'all' | 'more'> => {
  const today = beijingDay(now)
  const facts = factsOf(deps, { today }, false)
  for (let round = 0; round < batches; round += 1) {
    const due = await deps.feedback.dueForSystem(today, batch)
    let archived = 0
    for (const { id } of due) if (await archiveOne(deps, id, now, facts)) archived += 1
    // Only refusals left: the next tick looks again, not this one for ever.
    if (due.length < batch || archived === 0) return 'all'
  }
  return 'more'
}

const archiveOne = async (
  deps: Deps,
  id: string,
  now: number,
  facts: ReturnType<typeof factsOf>,
): Promise<boolean> => {
  try {
    await deps.feedback.change(id, { actor: systemActor, now }, (feedback) => {
      const next = decideArchive(feedback, systemActor, facts)
      return { next, event: 'archiveUnrated', changes: {}, obligations: owedOn(deps, facts, next) }
    })
    return true
  } catch (error) {
    // Rated in the meantime, or locked by somebody.
    if (error instanceof RuleError) return false
    throw error
  }
}

const removeLeftOver = async ({ files, records }: Deps, now: number): Promise<void> => {
  const leftOver = await records.leftOver(now - leftOverAfterMs, batch)
  if (leftOver.length === 0) return
  await files.remove(leftOver.map(({ fileId }) => fileId))
  for (const { fileId } of leftOver) await records.remove(fileId)
}

/** 30 days after an answer nobody has rated; and uploads that were never sent with a report. */
export const onTimer =
  (deps: Deps) =>
  async (now: number): Promise<TimerReply> => {
    await removeLeftOver(deps, now)
    await deps.photoChecks.forgetBefore(now - leftOverAfterMs, batch)
    await deps.quotas.forgetBefore(beijingDay(now), batch * batches)
    await handOnOrphans(deps, now, factsOf(deps, { today: beijingDay(now) }, false))
    if ((await archiveDue(deps, now)) === 'more') return { nextDueAt: now }
    const next = await deps.feedback.nextSystemDay(beijingDay(now))
    return { nextDueAt: next ? beijingInstant(next) : null }
  }
