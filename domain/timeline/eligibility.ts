import type { Actor } from '../organization/actor'
import { actsForUnit } from '../organization/scope'
import type { UnitId } from '../organization/unit'
import type { Refusal } from '../refusal'
import { countedDateOf } from '../task/deadline'
import { measuresOfUnit, responsibleUnitsOf } from '../task/responsibility'
import { isOpen, type RectificationTask } from '../task/task'
import type { TimelineAgreement } from './timeline'

/**
 * Why this unit may not offer dates to this enterprise: the task is not its own, is not given
 * out or is over, or the enterprise is not affected by it.
 */
export const whyNotOfferTo = (
  task: RectificationTask,
  enterpriseId: UnitId,
  actor: Actor,
): Refusal | null => {
  const code = actsForUnit(actor, responsibleUnitsOf(task))
  if (code) return { code }
  if (task.assignments.length === 0 || !isOpen(task.state)) return { code: 'THING.STATE' }
  return task.enterpriseIds.includes(enterpriseId)
    ? null
    : { code: 'THING.NOT_FOUND', fields: ['enterpriseId'] }
}

/** What two sides agree dates for: the measures the unit has still to carry out. */
export const measuresToAgree = (
  task: RectificationTask,
  unitId: UnitId,
): TimelineAgreement['measures'] =>
  measuresOfUnit(task, unitId)
    .filter(({ doneOn }) => doneOn === null)
    .map(({ id, text }) => ({ id, text }))

/** No date passes it; it moves only with an extension of the task. */
export const latestAgreeable = ({ deadline }: RectificationTask): TimelineAgreement['latestOn'] =>
  countedDateOf(deadline)
