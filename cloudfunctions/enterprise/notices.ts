import type { NoticeToSend } from '@/domain/reminder/notice'
import type { Actor } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { noticesTo } from '@/domain/timeline/news'
import { nodeReport } from '@/domain/timeline/node'
import { type TimelineRecord, workOf } from '../_stores/timeline-thing'

/** Whoever said a node done hears at once that it is owed again; nobody who returned it themselves. */
export const newsOfReturnedNode = (
  timeline: TimelineRecord,
  measureId: string,
  actor: Actor,
  city: RegionCode,
): NoticeToSend[] => {
  const { nodes = [], agreedDates } = timeline
  const report = nodeReport(timeline, measureId, workOf(timeline))
  if (!report || report.byId === actor.personId) return []
  const dueOn = agreedDates?.find((date) => date.measureId === measureId)?.on ?? null
  return noticesTo(timeline, 'nodeReturned', [report.by], city).map((news) => ({
    ...news,
    node: `${measureId}.${nodes.indexOf(report)}`,
    to: { ...news.to, saidBy: report.byId },
    dueOn,
  }))
}
