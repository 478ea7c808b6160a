import type { ActionOutput } from '@/contract/actions'
import type { Feedback, FeedbackId } from '@/domain/feedback/feedback'
import { isNextDueProvisional, nextDueSince, rateBy } from '@/domain/feedback/limits'
import { feedbackFor, type SeenFeedback } from '@/domain/feedback/policy'
import type { Call } from '../../_kit/handler'
import type { Original } from '../../_stores/feedback-original-store'
import { ownReportIn } from '../../_stores/feedback-thing'
import type { Parts } from '../parts'
import { answerView, photosOf } from './answer-view'
import { nodesOf } from './report-nodes'

type ReporterFeedback = ActionOutput<'feedback.get'>
type Deps = Pick<
  Parts,
  'feedback' | 'organization' | 'files' | 'writer' | 'settings' | 'complaintPhone'
>

/** 合并: the reporter goes on reading the news of the report theirs became part of. */
export const matterOf = async (
  feedback: Feedback,
  find: (id: FeedbackId) => Promise<Feedback | null>,
): Promise<Feedback> => {
  let matter = feedback
  const passed = new Set<string>()
  while (matter.mergedIntoId && !passed.has(matter.id)) {
    passed.add(matter.id)
    const next = await find(matter.mergedIntoId)
    if (!next) return matter
    matter = next
  }
  return matter
}

/** The village or other place chosen with the report, as intake may have corrected it. */
const placeNameOf = async (
  { organization }: Pick<Deps, 'organization'>,
  { regionCode }: SeenFeedback<'reporter'>,
): Promise<string | null> => {
  if (regionCode === null) return null
  return (await organization.regions([regionCode])).get(regionCode)?.name ?? null
}

/**
 * 办到哪了. Number, words and photos are the reporter's own; state, nodes and answers are those
 * of the matter. `original` is null after a withdrawal.
 */
export const describeForReporter = async (
  deps: Deps,
  report: Feedback,
  original: Original | null,
  call: Call,
): Promise<ReporterFeedback> => {
  const whole = await matterOf(report, (id) => deps.feedback.find(id))
  const feedback = feedbackFor(report, 'reporter')
  const matter = feedbackFor(whole, 'reporter')
  const { answers } = matter
  const unitIds = [
    ...answers.map(({ unitId }) => unitId),
    ...(matter.unitId ? [matter.unitId] : []),
  ]
  const units = await deps.organization.units(unitIds)
  const ownPhotos = original?.photoIds ?? []
  const links = await deps.files.links([
    ...ownPhotos,
    ...answers.flatMap(({ photoIds }) => photoIds),
  ])
  const unit = matter.unitId ? units.get(matter.unitId) : undefined
  const isOwnMatter = matter.id === feedback.id
  return {
    id: feedback.id,
    number: feedback.number,
    state: matter.state,
    protection: feedback.protection,
    words: original?.words ?? '',
    place: original?.place ?? '',
    taskId: feedback.taskId ?? matter.taskId,
    regionName: original ? await placeNameOf(deps, feedback) : null,
    photos: photosOf(ownPhotos, links),
    unitName: unit?.name ?? null,
    phone: unit?.phone ?? deps.complaintPhone,
    submittedOn: feedback.submittedOn,
    dueOn: nextDueSince(matter, feedback.submittedOn),
    dueProvisional: isNextDueProvisional(matter),
    nodes: nodesOf(
      // When somebody else reported the same is not told.
      { ...matter, submittedOn: feedback.submittedOn },
      await deps.feedback.history(matter.id),
      (id) => units.get(id)?.name ?? null,
    ),
    answers: answers.map((answer) => ({
      ...answerView(answer, units, links),
      on: answer.releasedOn ?? matter.submittedOn,
    })),
    rateBy:
      isOwnMatter && matter.state === 'answered' && matter.answeredOn
        ? rateBy(matter.answeredOn, deps.settings)
        : null,
    declinedReason: matter.declinedReason,
    supplements: (original?.supplements ?? []).map(({ words, at }) => ({ words, at })),
    events: original ? deps.writer.eventsOn(ownReportIn(whole), report, call) : [],
  }
}
