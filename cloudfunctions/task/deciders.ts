import type { IsoDay } from '@/domain/calendar/day'
import { type Decider, type DecidingRole, decidingRoles } from '@/domain/task/deciders'
import type { TaskDeps } from './task-deps'

const isDeciding = (role: string): role is DecidingRole =>
  decidingRoles.some((each) => each === role)

/**
 * Who decides for the city today, each kind once: by every unit they belong to, so that nobody decides in
 * the own cause under another of their roles.
 */
export const decidersOf = async (
  { writer, members, people }: Pick<TaskDeps, 'writer' | 'members' | 'people'>,
  today: IsoDay,
): Promise<Decider[]> => {
  const { rootRegion } = writer.contextOn(today)
  const holders = await members.holdersOf(decidingRoles, [rootRegion])
  const units = await people.unitsOf(holders.map(({ personId }) => personId))
  const deciders = holders.flatMap(({ role, personId, unitId }): Decider[] => {
    if (!isDeciding(role)) return []
    return [{ role, unitIds: [...new Set([unitId, ...(units.get(personId) ?? [])])].sort() }]
  })
  return [...new Map(deciders.map((each) => [JSON.stringify(each), each])).values()]
}
