import { nextDueOn } from '@/domain/feedback/limits'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'

/** The person's own reports, newest first. */
export const listMine =
  ({ feedback, originals }: Pick<Parts, 'feedback' | 'originals'>): Handler<'feedback.listMine'> =>
  async ({ cursor }, { actor }) => {
    const page = await originals.listOf(actor.personId!, cursor)
    const reports = await feedback.findMany(page.items.map(({ feedbackId }) => feedbackId))
    // A merged report shows how far the one it became part of has come.
    const matters = await feedback.findMany(
      [...reports.values()].flatMap(({ mergedIntoId }) => (mergedIntoId ? [mergedIntoId] : [])),
    )
    return {
      items: page.items.flatMap(({ feedbackId, words }) => {
        const report = reports.get(feedbackId)
        if (!report) return []
        const matter = matters.get(report.mergedIntoId ?? '') ?? report
        return [
          {
            id: report.id,
            number: report.number,
            state: matter.state,
            words,
            submittedOn: report.submittedOn,
            dueOn: nextDueOn(matter),
          },
        ]
      }),
      cursor: page.cursor,
    }
  }
