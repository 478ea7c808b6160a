import type { RegionCode } from '../organization/region'
import type { Role } from '../organization/role'
import { coveringRegion, unitRolesOfStaff } from '../organization/scope'
import type { Notice, NoticeToSend } from '../reminder/notice'
import type { SigningSide, TimelineAgreement } from './timeline'

const rolesOf: Readonly<Record<SigningSide, readonly Role[]>> = {
  unit: unitRolesOfStaff,
  enterprise: ['enterpriseAgent'],
}

export const bothSides: readonly SigningSide[] = ['unit', 'enterprise']

/** What a notice says of the task of an agreement. */
interface Told extends Pick<
  TimelineAgreement,
  'id' | 'round' | 'unitId' | 'enterpriseId' | 'answerDueOn'
> {
  readonly taskTitle: string
  readonly regionCodes: readonly RegionCode[]
}

/** One notice a side; a new round of the same is another message. */
export const noticesTo = (
  { id, round, unitId, enterpriseId, taskTitle, answerDueOn, regionCodes }: Told,
  notice: Notice,
  sides: readonly SigningSide[],
  rootRegion: RegionCode,
): NoticeToSend[] =>
  sides.map((side) => ({
    notice,
    thing: 'timeline',
    thingId: id,
    node: `round-${round}`,
    to: { unitId: side === 'unit' ? unitId : enterpriseId, roles: rolesOf[side] },
    title: taskTitle,
    dueOn: answerDueOn,
    regionCode: coveringRegion(regionCodes) ?? rootRegion,
    hiddenFrom: [],
  }))

/** 换了单位: the firm and the unit that goes on with it hear so at once; each time is a message of its own. */
export const newsOfNewUnit = (
  timeline: Told & Pick<TimelineAgreement, 'formerUnitIds'>,
  rootRegion: RegionCode,
): NoticeToSend[] =>
  noticesTo(timeline, 'timelineHandedOver', bothSides, rootRegion).map((news) => ({
    ...news,
    node: `unit-${timeline.formerUnitIds?.length}`,
  }))
