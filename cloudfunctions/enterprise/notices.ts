import type { Notice, NoticeToSend } from '@/domain/reminder/notice'
import type { RegionCode } from '@/domain/organization/region'
import { coveringRegion } from '@/domain/organization/scope'
import type { Role } from '@/domain/organization/role'
import type { SigningSide } from '@/domain/timeline/timeline'
import type { TimelineRecord } from '../_stores/timeline-thing'

const rolesOf: Readonly<Record<SigningSide, readonly Role[]>> = {
  unit: ['unitStaff', 'unitLeader'],
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
