import type { IsoDay } from '../calendar/day'
import { type Actor, systemActor } from '../organization/actor'
import { refuseIf, RuleError } from '../refusal'
import { nextStep } from './acceptance-chain'
import { presentCycle, withCycle, withNextCycle } from './cycle'
import type { DoneReport } from './done-report'
import type { TaskFacts } from './facts'
import { partsOf, settleDone } from './part'
import type { RectificationTask } from './task'
import type {
  Checker,
  Demand,
  FirmSeen,
  MeasureCheck,
  Rework,
  StandardDispute,
  Verification,
} from './verification'
import { whyNotTask } from './workflow'

type Context = Omit<TaskFacts, 'given'>

/** What a step says, whoever takes it. */
export interface CheckGiven {
  readonly checkers: readonly Checker[]
  readonly measures: readonly MeasureCheck[]
  readonly words: string
  readonly paperNumber: string | null
  /** When they looked, where it is sent on a later day. */
  readonly seenOn?: IsoDay
  readonly dispute?: StandardDispute
  /** What was found at firms by the body that may enter them; never by the checkers. */
  readonly firms?: readonly FirmSeen[]
}

/** What follows where something has to be done again. */
export interface ReworkGiven {
  readonly reason: string
  readonly on: IsoDay
  readonly demands: readonly Demand[]
}

const withCheck = (
  task: RectificationTask,
  given: CheckGiven,
  passed: boolean,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'verify', actor, { ...context, given }))
  const { level, unitId } = nextStep(task)!
  if (level === 'province' && !given.paperNumber?.trim())
    throw new RuleError('TASK.DECISION_NUMBER_REQUIRED', ['paperNumber'])
  const { seenOn } = given
  if (seenOn !== undefined && seenOn > context.today)
    throw new RuleError('TASK.DATE_AHEAD', ['seenOn'])
  // What was looked at before it was asked for was not yet what is to be accepted.
  if (seenOn !== undefined && seenOn < presentCycle(task).request!.on)
    throw new RuleError('TASK.DATE_BEFORE_DEMAND', ['seenOn'])
  const check: Verification = { ...given, level, unitId, on: context.today, passed }
  return withCycle(task, { checks: [...presentCycle(task).checks, check] })
}

/** 验收一级, passed: every measure is in place. Throws `RuleError`. */
export const verify = (
  task: RectificationTask,
  given: CheckGiven,
  actor: Actor,
  context: Context,
): RectificationTask => {
  const checked = withCheck(task, given, true, actor, context)
  if (given.measures.some(({ inPlace }) => !inPlace))
    throw new RuleError('TASK.MEASURE_NOT_IN_PLACE', ['measures'])
  return checked
}

/** The demands open these: the units' reports on measures that they name, sites with them. */
const isOpenedBy =
  (task: RectificationTask, demands: readonly Demand[]) =>
  ({ partId, noPart }: DoneReport): boolean => {
    const part = partsOf(task).find(({ id }) => id === partId)
    if (part === undefined || noPart) return false
    if (!['measure', 'site', 'occurrence'].includes(part.kind)) return false
    return demands.some(
      ({ unitId, measureIds }) =>
        unitId === part.unitId && part.measureId !== null && measureIds.includes(part.measureId),
    )
  }

/**
 * A new cycle: the demands are owed by the rework date, the measures they name lose their done day,
 * and the task counts as never completed; its deadline stays.
 */
export const beginRework = (task: RectificationTask, rework: Rework): RectificationTask => {
  const isOpened = isOpenedBy(task, rework.demands)
  const undone = task.done.filter(isOpened)
  return settleDone({
    ...withNextCycle(task, rework, undone),
    state: 'inProgress',
    completedOn: null,
    done: task.done.filter((report) => !isOpened(report)),
  })
}

/** Demands that come to a rework which is under way: nothing moves but what they open again. */
const joinRework = (
  task: RectificationTask,
  rework: Rework,
  demands: readonly Demand[],
): RectificationTask => {
  const isOpened = isOpenedBy(task, demands)
  const undone = [...presentCycle(task).undone, ...task.done.filter(isOpened)]
  const joined = { ...rework, demands: [...rework.demands, ...demands] }
  const done = task.done.filter((report) => !isOpened(report))
  return settleDone({ ...withCycle(task, { rework: joined, undone }), done })
}

/**
 * 异议成立: a new cycle; where one has begun since the notice was left, its rework takes the demands,
 * each with its own day. Throws `RuleError`.
 */
export const upholdObjection = (
  task: RectificationTask,
  given: ReworkGiven,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'upholdObjection', systemActor, { ...context, given }))
  const { reason, on: dueOn, demands } = given
  const { rework } = presentCycle(task)
  if (task.state === 'inProgress' && rework !== null)
    return joinRework(
      task,
      rework,
      demands.map((demand) => ({ ...demand, joined: { on: context.today, dueOn } })),
    )
  return beginRework(task, { cause: 'upheld', on: context.today, reason, dueOn, demands })
}

/** 退回整改, by the unit of the step or the office. Throws `RuleError`. */
export const returnForRework = (
  task: RectificationTask,
  given: ReworkGiven,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'returnForRework', actor, { ...context, given }))
  const { reason, on: dueOn, demands } = given
  const rework = { cause: 'returnForRework', on: context.today, reason, dueOn, demands } as const
  return beginRework(task, rework)
}

/** 验收一级, not passed: what was seen stays in the cycle that it ends. Throws `RuleError`. */
export const verifyWithRework = (
  task: RectificationTask,
  given: CheckGiven,
  rework: ReworkGiven,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'returnForRework', actor, { ...context, given: rework }))
  const seen = withCheck(task, given, false, actor, context)
  const { reason, on: dueOn, demands } = rework
  return beginRework(seen, {
    cause: 'returnForRework',
    on: context.today,
    reason,
    dueOn,
    demands,
  })
}

const isUnconfirmed =
  ({ membershipId }: Actor) =>
  (checker: Checker): boolean =>
    checker.membershipId === membershipId && checker.confirmedOn === null

/** 确认 by the second checker, at an opening of their own. Throws `RuleError`. */
export const confirmCheck = (
  task: RectificationTask,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'confirmCheck', actor, { ...context, given: {} }))
  const isOwn = isUnconfirmed(actor)
  const checks = presentCycle(task).checks.map((check) => ({
    ...check,
    checkers: check.checkers.map((checker) =>
      isOwn(checker) ? { ...checker, confirmedOn: context.today } : checker,
    ),
  }))
  return withCycle(task, { checks })
}

/** 不是我查的: the step is due again, with those after it. Throws `RuleError`. */
export const denyCheck = (
  task: RectificationTask,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'denyCheck', actor, { ...context, given }))
  const { checks } = presentCycle(task)
  const denied = checks.findIndex(({ checkers }) => checkers.some(isUnconfirmed(actor)))
  return withCycle(task, { checks: checks.slice(0, denied) })
}
