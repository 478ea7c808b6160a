import { isFilled } from '../given'
import type { PersonId } from '../organization/actor'
import { presentCycle } from './cycle'
import { measuresOfUnit } from './responsibility'
import type { RectificationTask } from './task'
import type { Checker, Demand, MeasureCheck } from './verification'

/** One person, also under two of their roles; who has no account is known by name. */
const identityOf = ({ personId, name }: Pick<Checker, 'personId' | 'name'>): string =>
  personId ?? `name ${name.trim()}`

/** Whom the units' plans name as doing the work. */
const namedInPlans = ({ assignments }: Pick<RectificationTask, 'assignments'>): string[] =>
  assignments.flatMap(({ personName, plan }) => [
    personName ?? '',
    ...(plan ? [plan.person, ...plan.measures.map(({ person }) => person)] : []),
  ])

/**
 * At least two, none of whom worked on the rectification or is named in its plan, and none of
 * whom checked in another step (谁验收谁负责).
 */
export const areIndependent = (
  checkers: readonly Checker[],
  task: RectificationTask,
  workedOnIt: readonly PersonId[],
): boolean => {
  const earlier = presentCycle(task).checks.flatMap((check) => check.checkers.map(identityOf))
  const named = namedInPlans(task).map((name) => name.trim())
  const isFree = (checker: Checker): boolean =>
    isFilled(checker.name) &&
    !(checker.personId !== null && workedOnIt.includes(checker.personId)) &&
    !named.includes(checker.name.trim()) &&
    !earlier.includes(identityOf(checker))
  return new Set(checkers.map(identityOf)).size >= 2 && checkers.every(isFree)
}

/** 到位 or 不到位 of every measure, once; with what was seen where it is not. */
export const isEachChecked = (
  { measures }: Pick<RectificationTask, 'measures'>,
  checks: readonly MeasureCheck[],
): boolean =>
  checks.length === measures.length &&
  measures.every(({ id }) => checks.some(({ measureId }) => measureId === id)) &&
  checks.every(({ inPlace, words }) => inPlace || isFilled(words))

/**
 * A photo of each measure, or in words what it was judged by where there is none to take: by papers, by the
 * record of who may enter a firm, or 未入企核查.
 */
export const isEachSeen = (checks: readonly MeasureCheck[]): boolean =>
  checks.every(({ photoIds = [], words }) => photoIds.length > 0 || isFilled(words))

/** At least one; each of a unit with a share, in words, of measures that are the unit's own. */
export const areOwed = (task: RectificationTask, demands: readonly Demand[]): boolean =>
  demands.length > 0 &&
  demands.every(({ unitId, words, measureIds }) => {
    const own = measuresOfUnit(task, unitId).map(({ id }) => id)
    return (
      isFilled(words) &&
      task.assignments.some((assignment) => assignment.unitId === unitId) &&
      measureIds.every((id) => own.includes(id))
    )
  })
