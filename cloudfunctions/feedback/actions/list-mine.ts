import type { Feedback, FeedbackId } from '@/domain/feedback/feedback'
import { isNextDueProvisional, nextDueSince } from '@/domain/feedback/limits'
import { feedbackFor } from '@/domain/feedback/policy'
import type { Handler } from '../../_kit/handler'
import type { FeedbackStore } from '../../_stores/feedback-store'
import type { Parts } from '../parts'

type Reports = Map<FeedbackId, Feedback>

/** The reports that these became part of, also by way of one another. */
const mattersOf = async (
  store: Pick<FeedbackStore, 'findMany'>,
  reports: Reports,
): Promise<Reports> => {
  const matters: Reports = new Map()
  let merged = [...reports.values()]
  while (merged.length > 0) {
    const wanted = merged.flatMap(({ mergedIntoId }) => mergedIntoId ?? [])
    const found = await store.findMany(wanted.filter((id) => !matters.has(id)))
    for (const [id, matter] of found) matters.set(id, matter)
    merged = [...found.values()]
  }
  return matters
}

/** A merged report shows how far the one it became part of has come. */
const matterIn = (matters: Reports, report: Feedback): Feedback => {
  let matter = report
  for (let left = matters.size; left > 0; left -= 1)
    matter = matters.get(matter.mergedIntoId ?? '') ?? matter
  return matter
}

/** The person's own reports, newest first. */
export const listMine =
  ({ feedback, originals }: Pick<Parts, 'feedback' | 'originals'>): Handler<'feedback.listMine'> =>
  async ({ cursor }, { actor }) => {
    const page = await originals.listOf(actor, cursor)
    const reports = await feedback.findMany(page.items.map(({ feedbackId }) => feedbackId))
    const matters = await mattersOf(feedback, reports)
    return {
      items: page.items.flatMap(({ feedbackId, words }) => {
        const report = reports.get(feedbackId)
        if (!report) return []
        const matter = feedbackFor(matterIn(matters, report), 'reporter')
        return [
          {
            id: report.id,
            number: report.number,
            state: matter.state,
            words,
            submittedOn: report.submittedOn,
            dueOn: nextDueSince(matter, report.submittedOn),
            dueProvisional: isNextDueProvisional(matter),
          },
        ]
      }),
      cursor: page.cursor,
    }
  }
