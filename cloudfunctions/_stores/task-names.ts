import type { RegionCode } from '@/domain/organization/region'
import type { UnitId } from '@/domain/organization/unit'
import type { PublicNames } from '@/domain/release/public-task'
import { unitsWithAPart } from '@/domain/task/responsibility'
import type { RectificationTask } from '@/domain/task/task'
import type { OrganizationStore } from './organization-store'

/** Names by id, loaded once for all that is shown. An unknown id stands for itself. */
export interface Names extends PublicNames {
  readonly unitRef: (id: UnitId) => { readonly id: UnitId; readonly name: string }
  readonly regionRef: (code: RegionCode) => { readonly code: RegionCode; readonly name: string }
}

/** Two queries, however many ids. */
export const loadNames = async (
  organization: OrganizationStore,
  unitIds: readonly UnitId[],
  regionCodes: readonly RegionCode[],
): Promise<Names> => {
  const units = await organization.unitNames(unitIds)
  const regions = await organization.regions(regionCodes)
  const unit = (id: UnitId) => {
    const found = units.get(id)
    return { name: found?.name ?? id, phone: found?.phone ?? null }
  }
  const region = (code: RegionCode) => regions.get(code)?.name ?? code
  return {
    unit,
    region,
    unitRef: (id) => ({ id, name: unit(id).name }),
    regionRef: (code) => ({ code, name: region(code) }),
  }
}

/** Whose people took a step, whether their unit still does or not, and what it says of firms. */
const checkersUnits = ({ cycles }: RectificationTask): UnitId[] =>
  cycles.flatMap(({ checks }) =>
    checks.flatMap(({ unitId, checkers, firms = [] }) => [
      ...(unitId === null ? [] : [unitId]),
      ...checkers.flatMap((checker) => checker.unitId ?? []),
      ...firms.flatMap(({ enterpriseId, bodyId }) => [enterpriseId, bodyId]),
    ]),
  )

export const namesOfTask = (
  organization: OrganizationStore,
  task: RectificationTask,
  furtherUnitIds: readonly UnitId[] = [],
): Promise<Names> =>
  loadNames(
    organization,
    [
      ...unitsWithAPart(task),
      ...(task.deadline.event?.enteredBy ? [task.deadline.event.enteredBy] : []),
      ...checkersUnits(task),
      ...(task.leadOfficial?.person ? [task.leadOfficial.person.unitId] : []),
      ...task.enterpriseIds,
      ...(task.consultation?.enterpriseIds ?? []),
      ...(task.consultation?.bodies.map(({ unitId }) => unitId) ?? []),
      ...furtherUnitIds,
    ],
    [...task.regionCodes, ...task.villageCodes, ...(task.consultation?.villageCodes ?? [])],
  )
