import type { Notice, NoticeToSend } from '@/domain/reminder/notice'
import type { Actor } from '@/domain/organization/actor'
import type { RegionCode } from '@/domain/organization/region'
import { coveringRegion, unitRolesOfStaff } from '@/domain/organization/scope'
import type { Role } from '@/domain/organization/role'
import { nodeReport } from '@/domain/timeline/node'
import type { SigningSide } from '@/domain/timeline/timeline'
import { type TimelineRecord, workOf } from '../_stores/timeline-thing'

const rolesOf: Readonly<Record<SigningSide, readonly Role[]>> = {
  unit: unitRolesOfStaff,
  enterprise: ['enterpriseAgent'],
}

export const bothSides: readonly SigningSide[] = ['unit', 'enterprise']

/** One notice a side; a new round of the same is another message. */
export const noticesTo = (
  { id, round, unitId, enterpriseId, taskTitle, answerDueOn, regionCodes }: TimelineRecord,
  notice: Notice,
  sides: readonly SigningSide[],
  city: RegionCode,
): NoticeToSend[] =>
  sides.map((side) => ({
    notice,
    thing: 'timeline',
    thingId: id,
    node: `round-${round}`,
    to: { unitId: side === 'unit' ? unitId : enterpriseId, roles: rolesOf[side] },
    title: taskTitle,
    dueOn: answerDueOn,
    regionCode: coveringRegion(regionCodes) ?? city,
    hiddenFrom: [],
  }))

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
