import type { IsoDay } from '@/domain/calendar/day'
import type { UnitId } from '@/domain/organization/unit'
import { type Decider, type DecidingRole, decidingRoles } from '@/domain/task/deciders'
import type { StoredMembership } from '../_stores/membership-store'
import type { TaskDeps } from './task-deps'

const isDeciding = (role: string): role is DecidingRole =>
  decidingRoles.some((each) => each === role)

type Deps = Pick<TaskDeps, 'writer' | 'members' | 'people'>

/**
 * Who decides for the city today, each kind once: by every unit they belong to, so that nobody decides in
 * the own cause under another of their roles.
 */
export const decidersOf = async (deps: Deps, today: IsoDay): Promise<Decider[]> => {
  const { rootRegion } = deps.writer.contextOn(today)
  return decidersAmong(deps, await deps.members.holdersOf(decidingRoles, [rootRegion]))
}

/** As `decidersOf`, and which of these units could do what they are given. */
export const decidersAndAble = async (
  deps: Deps,
  today: IsoDay,
  unitIds: readonly UnitId[],
): Promise<{ readonly deciders: Decider[]; readonly able: ReadonlySet<UnitId> }> => {
  const { rootRegion } = deps.writer.contextOn(today)
  const { holders, able } = await deps.members.holdersAndAble(decidingRoles, [rootRegion], unitIds)
  return { deciders: await decidersAmong(deps, holders), able }
}

const decidersAmong = async (
  { people }: Pick<Deps, 'people'>,
  holders: readonly StoredMembership[],
): Promise<Decider[]> => {
  const units = await people.unitsOf(holders.map(({ personId }) => personId))
  const deciders = holders.flatMap(({ role, personId, unitId }): Decider[] => {
    if (!isDeciding(role)) return []
    return [{ role, unitIds: [...new Set([unitId, ...(units.get(personId) ?? [])])].sort() }]
  })
  return [...new Map(deciders.map((each) => [JSON.stringify(each), each])).values()]
}
