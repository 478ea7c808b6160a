import type { Feedback } from '@/domain/feedback/feedback'
import type { Notice, NoticeToSend } from '@/domain/reminder/notice'
import type { Parts } from './parts'

/** More than a matter ever has; the rest read the news when they look. */
const maxReporters = 90

export type NoticeFor = Pick<NoticeToSend, 'notice' | 'node' | 'dueOn'>

/**
 * Notices to everybody who reported this matter, each under their own number. Anonymous
 * reports and erased ones have nobody to tell.
 */
export const noticesToReporters = async (
  { feedback: store, originals }: Pick<Parts, 'feedback' | 'originals'>,
  feedback: Feedback,
): Promise<
  (what: { notice: Notice; node: string; dueOn: NoticeToSend['dueOn'] }) => NoticeToSend[]
> => {
  const reports = [feedback, ...(await store.mergedInto(feedback.id, maxReporters))]
  const rows = await originals.findMany(reports.map(({ id }) => id))
  return (what) =>
    reports.flatMap(({ id, number }) => {
      const personId = rows.get(id)?.original.reporterId
      return personId
        ? [{ ...what, thing: 'feedback' as const, thingId: id, to: { personId }, title: number }]
        : []
    })
}
