import type { UnitId, UnitsByRole } from '../organization/unit'
import type { Assignment, Measure, RectificationTask } from './task'

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** Units that must carry something out: lead and responsible ones. */
const doersOf = (units: UnitsByRole): UnitId[] => [...units.lead, ...units.responsible]

/**
 * Every unit that gets an assignment: those of the task, and those a measure names for itself
 * (a measure's own units override the task's).
 */
export const responsibleUnitsOf = (
  task: Pick<RectificationTask, 'units' | 'measures'>,
): readonly UnitId[] =>
  unique([...doersOf(task.units), ...task.measures.flatMap((measure) => doersOf(measure.units))])

/** Units that do the work or support it, on the whole or on a measure. */
export const doingUnitsOf = (
  task: Pick<RectificationTask, 'units' | 'measures'>,
): readonly UnitId[] =>
  unique([
    ...responsibleUnitsOf(task),
    ...task.units.supporting,
    ...task.measures.flatMap(({ units }) => units.supporting),
  ])

/** Whose own share, not sent back, could take in what another unit sent back. */
export const couldTakeOver = (
  { unitId, state }: Pick<Assignment, 'unitId' | 'state'>,
  fromUnitId: UnitId,
): boolean => unitId !== fromUnitId && state !== 'returned'

/** The unit that answers for the whole: the only lead, else the only responsible unit; else null. */
export const answeringUnitOf = (units: UnitsByRole): UnitId | null => {
  const single = units.lead.length > 0 ? unique(units.lead) : unique(units.responsible)
  const [only, another] = single
  return only === undefined || another !== undefined ? null : only
}

/** The measures one unit plans and does: those that name it, and those that name nobody. */
export const measuresOfUnit = (
  task: Pick<RectificationTask, 'measures'>,
  unitId: UnitId,
): readonly Measure[] =>
  task.measures.filter((measure) => {
    const own = doersOf(measure.units)
    return own.length === 0 || own.includes(unitId)
  })

/** Every unit with any part in the task, by whatever role. */
export const unitsWithAPart = (
  task: Pick<RectificationTask, 'units' | 'measures' | 'assignments' | 'acceptanceChain'>,
): readonly UnitId[] =>
  unique([
    ...Object.values(task.units).flat(),
    ...task.measures.flatMap((measure) => Object.values(measure.units).flat()),
    ...task.assignments.map((assignment) => assignment.unitId),
    ...task.acceptanceChain.flatMap(({ unitId }) => unitId ?? []),
  ])

export const assignmentOf = (
  task: Pick<RectificationTask, 'assignments'>,
  unitId: UnitId | null,
): Assignment | null => task.assignments.find((assignment) => assignment.unitId === unitId) ?? null
