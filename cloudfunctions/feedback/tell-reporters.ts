import type { Feedback } from '@/domain/feedback/feedback'
import type { Notice, NoticeToSend } from '@/domain/reminder/notice'
import type { Parts } from './parts'

/** More than a matter ever has; the rest read the news when they look. */
const maxReporters = 90

/** A report may be merged into one that is merged later itself. */
const maxMerges = 5

/** This report and all that became part of it, also by way of one another. */
const reportsOfMatter = async (
  { feedback: store }: Pick<Parts, 'feedback'>,
  feedback: Feedback,
): Promise<Feedback[]> => {
  const reports = new Map([[feedback.id, feedback]])
  let last = [feedback.id]
  for (let step = 0; step < maxMerges && last.length > 0; step += 1) {
    const left = maxReporters - reports.size
    const found = left > 0 ? await store.mergedInto(last, left) : []
    const added = found.filter(({ id }) => !reports.has(id))
    for (const report of added) reports.set(report.id, report)
    last = added.map(({ id }) => id)
  }
  return [...reports.values()]
}

export type NoticeFor = Pick<NoticeToSend, 'notice' | 'node' | 'dueOn'>

/**
 * Notices to everybody who reported this matter, each under their own number. Anonymous
 * reports and erased ones have nobody to tell.
 */
export const noticesToReporters = async (
  { feedback: store, originals, city }: Pick<Parts, 'feedback' | 'originals' | 'city'>,
  feedback: Feedback,
): Promise<
  (what: { notice: Notice; node: string; dueOn: NoticeToSend['dueOn'] }) => NoticeToSend[]
> => {
  const reports = await reportsOfMatter({ feedback: store }, feedback)
  const rows = await originals.findMany(reports.map(({ id }) => id))
  return (what) =>
    reports.flatMap(({ id, number, regionCode, accusedUnitIds: hiddenFrom }) => {
      const personId = rows.get(id)?.original.reporterId
      return personId
        ? [
            {
              ...what,
              thing: 'feedback' as const,
              thingId: id,
              to: { personId },
              title: number,
              regionCode: regionCode ?? city,
              hiddenFrom,
            },
          ]
        : []
    })
}
