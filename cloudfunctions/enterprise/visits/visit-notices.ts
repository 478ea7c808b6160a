import type { Role } from '@/domain/organization/role'
import type { RegionCode } from '@/domain/organization/region'
import { coveringRegion, isUnitRole, unitRolesOfStaff } from '@/domain/organization/scope'
import type { UnitId } from '@/domain/organization/unit'
import type { Notice, NoticeToSend } from '@/domain/reminder/notice'
import { dayOf, type FirmVisit } from '@/domain/visit/visit'

/** What makes it another message: a matter more, another day, a later step. */
const nodeOf = (visit: FirmVisit): string =>
  [
    visit.state,
    visit.askings.at(-1)?.id ?? '0',
    visit.notice?.on ?? '',
    visit.notice?.givenOn ?? '',
  ]
    .filter(Boolean)
    .join('-')

const tell = (
  visit: FirmVisit,
  notice: Notice,
  unitId: UnitId,
  roles: readonly Role[],
  city: RegionCode,
): NoticeToSend => ({
  notice,
  thing: 'visit',
  thingId: visit.id,
  node: nodeOf(visit),
  to: { unitId, roles },
  // Whose matter it is stays among them: a task is what the message names.
  title: visit.tasks[0]?.title ?? '',
  dueOn: dayOf(visit),
  regionCode: coveringRegion(visit.tasks.flatMap(({ regionCodes }) => regionCodes)) ?? city,
  hiddenFrom: [],
})

export const tellFirm = (visit: FirmVisit, notice: Notice, city: RegionCode): NoticeToSend[] => [
  tell(visit, notice, visit.enterpriseId, ['enterpriseAgent'], city),
]

export const tellBody = (visit: FirmVisit, notice: Notice, city: RegionCode): NoticeToSend[] => [
  tell(visit, notice, visit.bodyId, ['enforcer'], city),
]

/** Once each office. */
export const tellAskers = (visit: FirmVisit, notice: Notice, city: RegionCode): NoticeToSend[] => {
  const offices = new Map(
    visit.askings.map((asking) => [`${asking.role}@${asking.unitId}`, asking]),
  )
  return [...offices.values()].map(({ role, unitId }) =>
    tell(visit, notice, unitId, isUnitRole(role) ? unitRolesOfStaff : [role], city),
  )
}
