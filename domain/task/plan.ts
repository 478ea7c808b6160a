import type { IsoDay } from '../calendar/day'
import { noUnits, type UnitId } from '../organization/unit'
import { proofKinds } from '../proof'
import type { Refusal } from '../refusal'
import { countedDateOf } from './deadline'
import { assignmentOf, measuresOfUnit } from './responsibility'
import type {
  Measure,
  Milestone,
  PlannedMeasure,
  RectificationPlan,
  RectificationTask,
} from './task'

const incomplete = (...fields: string[]): Refusal => ({ code: 'TASK.PLAN_INCOMPLETE', fields })

const isBlank = (text: string): boolean => text.trim() === ''

/** A plan as a unit writes it: new milestones have no name yet. */
export interface WrittenPlan extends Omit<RectificationPlan, 'measures'> {
  readonly measures: readonly (Omit<PlannedMeasure, 'milestones'> & {
    readonly milestones: readonly (Omit<Milestone, 'id'> & { readonly id?: string })[]
  })[]
}

const plannedIn = (plan: RectificationPlan | null, measureId: string): PlannedMeasure | undefined =>
  plan?.measures.find((each) => each.measureId === measureId)

/**
 * Names the new milestones of each measure by the next free number; names that are there stay. What
 * will prove it stands once each, in the one order.
 * @param standing the plan that this one is to come in place of: its names are taken
 */
export const namedPlan = (
  plan: WrittenPlan,
  standing: RectificationPlan | null = null,
): RectificationPlan => ({
  ...plan,
  measures: plan.measures.map((measure) => {
    const before = plannedIn(standing, measure.measureId)?.milestones ?? []
    const taken = [...before, ...measure.milestones].map(({ id }) => Number(id ?? 0))
    let last = Math.max(0, ...taken)
    const given = new Set<string>()
    const named = ({
      id: written,
      ...milestone
    }: (typeof measure.milestones)[number]): Milestone => {
      const isFree = written !== undefined && !given.has(written)
      const id = isFree ? written : String((last += 1))
      given.add(id)
      return { ...milestone, id }
    }
    const { proof = [] } = measure
    return {
      ...measure,
      proof: proofKinds.filter((kind) => proof.includes(kind)),
      milestones: measure.milestones.map(named),
    }
  }),
})

/**
 * Names the measures that the unit writes itself, where the list prints none for it, by numbers that
 * nobody else in the task has: of the list, or of another unit's plan.
 */
export const withOwnNamed = (
  { measures, assignments }: Pick<RectificationTask, 'measures' | 'assignments'>,
  unitId: UnitId | null,
  plan: WrittenPlan,
): WrittenPlan => {
  const others = assignments.filter((assignment) => assignment.unitId !== unitId)
  const planned = others.flatMap((other) => other.plan?.measures ?? [])
  const taken = new Set([...measures.map(({ id }) => id), ...planned.map((each) => each.measureId)])
  let last = 0
  const free = (): string => {
    last += 1
    return taken.has(`own.${last}`) ? free() : `own.${last}`
  }
  return {
    ...plan,
    measures: plan.measures.map((each) =>
      each.text === undefined ? each : { ...each, measureId: free() },
    ),
  }
}

/** The task with what an approved plan's unit wrote itself, as measures of that unit. */
export const withOwnMeasures = (task: RectificationTask, unitId: UnitId): RectificationTask => {
  const planned = assignmentOf(task, unitId)?.plan?.measures ?? []
  const own = planned.flatMap(({ measureId: id, text }): Measure[] =>
    text === undefined || task.measures.some((measure) => measure.id === id)
      ? []
      : [
          {
            ...{ id, text, deadline: null, sites: [], doneOn: null },
            units: { ...noUnits, responsible: [unitId] },
          },
        ],
  )
  return own.length === 0 ? task : { ...task, measures: [...task.measures, ...own] }
}

/** The last day a measure may be planned for: its own deadline overrides the task's. */
export const latestDayOf = (
  task: Pick<RectificationTask, 'measures' | 'deadline'>,
  measureId: string,
): IsoDay | null => {
  const measure = task.measures.find(({ id }) => id === measureId)
  return countedDateOf(measure?.deadline ?? task.deadline)
}

/**
 * A planned day lies neither in the past nor after the deadline. Where the deadline itself is
 * past there is no such day: then only the past is refused, and the task stays overdue. A day that
 * the standing plan has already may be over.
 */
const whyNotDay = (
  on: IsoDay,
  latestOn: IsoDay | null,
  today: IsoDay,
  field: string,
  isKept: boolean,
): Refusal | null => {
  if (on < today && !isKept) return { code: 'TASK.DATE_PAST', fields: [field] }
  const isBound = latestOn !== null && latestOn >= today
  return isBound && on > latestOn ? { code: 'TASK.DATE_AFTER_DEADLINE', fields: [field] } : null
}

const whyNotMilestones = (
  { dueOn, milestones }: PlannedMeasure,
  today: IsoDay,
  path: string,
  before: readonly Milestone[],
): Refusal | null => {
  if (milestones.length === 0) return null
  const total = milestones.reduce((sum, { weight }) => sum + weight, 0)
  if (total !== 100 || milestones.some(({ text }) => isBlank(text)))
    return incomplete(`${path}.milestones`)
  const why = (milestone: Milestone, index: number): Refusal | null => {
    const isKept = before.some(
      ({ id, dueOn: day }) => id === milestone.id && day === milestone.dueOn,
    )
    return whyNotDay(milestone.dueOn, dueOn, today, `${path}.milestones.${index}.dueOn`, isKept)
  }
  return milestones.map(why).find((refusal) => refusal !== null) ?? null
}

/**
 * Why a unit's plan may not be submitted: goals, a responsible person, and for each measure of
 * the unit, or each of its own where the list prints none for it, a person, a day and what will prove
 * it; never no measure at all; milestones of one measure add up to 100 percent.
 * @param standing the plan that it is to come in place of
 */
export const whyNotPlan = (
  task: RectificationTask,
  unitId: UnitId,
  plan: RectificationPlan,
  today: IsoDay,
  standing: RectificationPlan | null = null,
): Refusal | null => {
  if (isBlank(plan.goals)) return incomplete('plan.goals')
  if (isBlank(plan.person)) return incomplete('plan.person')
  const owed = measuresOfUnit(task, unitId).map(({ id }) => id)
  const planned = plan.measures.map(({ measureId }) => measureId)
  const isOwn = owed.length === 0 && plan.measures.length > 0
  const isExact =
    new Set(planned).size === planned.length &&
    owed.every((id) => planned.includes(id)) &&
    plan.measures.every(({ measureId, text = '' }) =>
      isOwn ? !isBlank(text) : owed.includes(measureId),
    )
  if (!isExact || planned.length === 0) return incomplete('plan.measures')
  for (const [index, measure] of plan.measures.entries()) {
    const path = `plan.measures.${index}`
    if (isBlank(measure.person)) return incomplete(`${path}.person`)
    if ((measure.proof ?? []).length === 0) return incomplete(`${path}.proof`)
    const before = plannedIn(standing, measure.measureId)
    const latestOn = latestDayOf(task, measure.measureId)
    const isKept = before?.dueOn === measure.dueOn
    const refusal =
      whyNotDay(measure.dueOn, latestOn, today, `${path}.dueOn`, isKept) ??
      whyNotMilestones(measure, today, path, before?.milestones ?? [])
    if (refusal) return refusal
  }
  return null
}

const textOf = ({ text, dueOn, weight }: Milestone): string => JSON.stringify([text, dueOn, weight])

/** What a person wrote of a plan, without what followed from reports. */
const writtenOf = ({ goals, person, measures }: RectificationPlan): string =>
  JSON.stringify([
    goals,
    person,
    measures.map(({ milestones, ...measure }) => [
      measure.measureId,
      measure.person,
      measure.dueOn,
      measure.proof ?? [],
      measure.proofWords ?? '',
      milestones.map((milestone) => [milestone.id, textOf(milestone)]),
    ]),
  ])

/**
 * Why this may not come in place of an approved plan, or null: something changes, it is a plan, and
 * a milestone that was said done stays as it was when it was said.
 */
export const whyNotAmended = (
  task: RectificationTask,
  { unitId, plan: standing }: { readonly unitId: UnitId; readonly plan: RectificationPlan },
  plan: RectificationPlan,
  today: IsoDay,
): Refusal | null => {
  if (writtenOf(standing) === writtenOf(plan)) return { code: 'TASK.NOTHING_AMENDED' }
  const refusal = whyNotPlan(task, unitId, plan, today, standing)
  if (refusal) return refusal
  const isLost = ({ measureId, milestones }: PlannedMeasure): boolean =>
    milestones.some((milestone) => {
      const after = plannedIn(plan, measureId)?.milestones.find(({ id }) => id === milestone.id)
      return !!milestone.doneOn && (!after || textOf(after) !== textOf(milestone))
    })
  const lost = standing.measures.findIndex(isLost)
  return lost < 0 ? null : { code: 'TASK.DONE_STAYS', fields: [`plan.measures.${lost}.milestones`] }
}
