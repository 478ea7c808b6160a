import type { IsoDay } from '../calendar/day'
import type { UnitId } from '../organization/unit'
import type { Refusal } from '../refusal'
import { countedDateOf } from './deadline'
import { measuresOfUnit } from './responsibility'
import type { Milestone, PlannedMeasure, RectificationPlan, RectificationTask } from './task'

const incomplete = (...fields: string[]): Refusal => ({ code: 'TASK.PLAN_INCOMPLETE', fields })

const isBlank = (text: string): boolean => text.trim() === ''

/** A plan as a unit writes it: new milestones have no name yet. */
export interface WrittenPlan extends Omit<RectificationPlan, 'measures'> {
  readonly measures: readonly (Omit<PlannedMeasure, 'milestones'> & {
    readonly milestones: readonly (Omit<Milestone, 'id'> & { readonly id?: string })[]
  })[]
}

/** Names the new milestones of each measure by the next free number; names that are there stay. */
export const namedPlan = (plan: WrittenPlan): RectificationPlan => ({
  ...plan,
  measures: plan.measures.map((measure) => {
    const taken = measure.milestones.map(({ id }) => Number(id ?? 0))
    let last = Math.max(0, ...taken)
    const named = (milestone: (typeof measure.milestones)[number]): Milestone => ({
      ...milestone,
      id: milestone.id ?? String((last += 1)),
    })
    return { ...measure, milestones: measure.milestones.map(named) }
  }),
})

/** The last day a measure may be planned for: its own deadline overrides the task's. */
const latestDayOf = (task: RectificationTask, measureId: string): IsoDay | null => {
  const measure = task.measures.find(({ id }) => id === measureId)
  return countedDateOf(measure?.deadline ?? task.deadline)
}

/**
 * A planned day lies neither in the past nor after the deadline. Where the deadline itself is
 * past there is no such day: then only the past is refused, and the task stays overdue.
 */
const whyNotDay = (
  on: IsoDay,
  latestOn: IsoDay | null,
  today: IsoDay,
  field: string,
): Refusal | null => {
  if (on < today) return { code: 'TASK.DATE_PAST', fields: [field] }
  const isBound = latestOn !== null && latestOn >= today
  return isBound && on > latestOn ? { code: 'TASK.DATE_AFTER_DEADLINE', fields: [field] } : null
}

const whyNotMilestones = (
  { dueOn, milestones }: PlannedMeasure,
  today: IsoDay,
  path: string,
): Refusal | null => {
  if (milestones.length === 0) return null
  const total = milestones.reduce((sum, { weight }) => sum + weight, 0)
  if (total !== 100 || milestones.some(({ text }) => isBlank(text)))
    return incomplete(`${path}.milestones`)
  const why = (milestone: Milestone, index: number): Refusal | null =>
    whyNotDay(milestone.dueOn, dueOn, today, `${path}.milestones.${index}.dueOn`)
  return milestones.map(why).find((refusal) => refusal !== null) ?? null
}

/**
 * Why a unit's plan may not be submitted: goals, a responsible person, and for each measure of
 * the unit a person and a day; milestones of one measure add up to 100 percent.
 */
export const whyNotPlan = (
  task: RectificationTask,
  unitId: UnitId,
  plan: RectificationPlan,
  today: IsoDay,
): Refusal | null => {
  if (isBlank(plan.goals)) return incomplete('plan.goals')
  if (isBlank(plan.person)) return incomplete('plan.person')
  const owed = measuresOfUnit(task, unitId).map(({ id }) => id)
  const planned = plan.measures.map(({ measureId }) => measureId)
  const isExact =
    new Set(planned).size === planned.length &&
    owed.every((id) => planned.includes(id)) &&
    planned.every((id) => owed.includes(id))
  if (!isExact) return incomplete('plan.measures')
  for (const [index, measure] of plan.measures.entries()) {
    const path = `plan.measures.${index}`
    if (isBlank(measure.person)) return incomplete(`${path}.person`)
    const refusal =
      whyNotDay(measure.dueOn, latestDayOf(task, measure.measureId), today, `${path}.dueOn`) ??
      whyNotMilestones(measure, today, path)
    if (refusal) return refusal
  }
  return null
}
