import { goesUp } from './acceptance'
import type { IsoDay } from '../calendar/day'
import type { Actor } from '../organization/actor'
import { systemActor } from '../organization/actor'
import { refuseIf } from '../refusal'
import { presentCycle, type Recheck, withCycle } from './cycle'
import { reopenedWith } from './deadline'
import type { TaskFacts } from './facts'
import { whyNotRework } from './needs'
import type { RectificationTask } from './task'
import { beginRework, type ReworkGiven } from './verification-transitions'
import { whyNotTask } from './workflow'

type Context = Omit<TaskFacts, 'given'>

/** From today on, for the working days that the settings say. */
export const noticeFrom = ({ today, settings }: Pick<Context, 'today' | 'settings'>) => ({
  from: today,
  workingDays: settings.on(today).noticeWorkingDays,
})

/** 验收前公示 where the round asks for it: the released text, from today on. Throws `RuleError`. */
export const noticeFirst = (
  task: RectificationTask,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'noticeFirst', actor, { ...context, given: {} }))
  return withCycle({ ...task, state: 'preNotice' }, { preNotice: noticeFrom(context) })
}

/** 公示: the released text, from today on. Throws `RuleError`. */
export const publishNotice = (
  task: RectificationTask,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'publishNotice', actor, { ...context, given: {} }))
  return withCycle({ ...task, state: 'underNotice' }, { notice: noticeFrom(context) })
}

/**
 * A notice whose public text was corrected begins its period again, also after its last day, until the
 * task is closed (docs/domain/close-out.md, Approvals): what people had days to read is what they can
 * object to, and a decision on another text lapses. Elsewhere nothing moves.
 */
export const noticeCorrected = <T extends RectificationTask>(task: T, context: Context): T => {
  if (whyNotTask(task, 'restartNotice', systemActor, { ...context, given: {} })) return task
  if (task.state === 'preNotice') return withCycle(task, { preNotice: noticeFrom(context) })
  const notice = noticeFrom(context)
  return withCycle({ ...task, state: 'underNotice' }, { notice, approval: null })
}

/** What the end of a notice is called, and where it leads. */
const ends = {
  preNotice: { event: 'preNoticeElapsed', to: 'selfChecked' },
  underNotice: { event: 'noticeElapsed', to: 'awaitingApproval' },
} as const

/**
 * 公示期满, of itself on the day after the last day: the one before the request leads back to the
 * self-check, which then counts as shown. Throws `RuleError`.
 */
export const noticeElapsed = (
  task: RectificationTask,
  context: Context,
): {
  readonly next: RectificationTask
  readonly event: (typeof ends)[keyof typeof ends]['event']
} => {
  const { event, to } = ends[task.state === 'preNotice' ? 'preNotice' : 'underNotice']
  refuseIf(whyNotTask(task, event, systemActor, { ...context, given: {} }))
  return { next: { ...task, state: to }, event }
}

/** 盖章件 that goes with a decision. */
interface WithPapers {
  readonly fileIds?: readonly string[]
}

const papersOf = ({ fileIds = [] }: WithPapers) => (fileIds.length > 0 ? { fileIds } : {})

/** 批准销号: the leading group's decision is recorded. Throws `RuleError`. */
export const approveCloseOut = (
  task: RectificationTask,
  given: { readonly decisionNumber: string } & WithPapers,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'approveCloseOut', actor, { ...context, given }))
  const { decisionNumber } = given
  const approval = { on: context.today, decisionNumber, ...papersOf(given) }
  return withCycle({ ...task, state: goesUp(task) ? 'reportedUp' : 'closed' }, { approval })
}

/**
 * 录入上级意见: closed, or returned with what has to be done again, which begins a new cycle.
 * Throws `RuleError`.
 */
export const recordUpper = (
  task: RectificationTask,
  given: {
    readonly upperDocumentNumber: string
    readonly remarks: string
    readonly rework: ReworkGiven | null
  } & WithPapers,
  actor: Actor,
  context: Context,
): RectificationTask => {
  const { rework, remarks, upperDocumentNumber } = given
  refuseIf(whyNotTask(task, 'recordUpper', actor, { ...context, given: { upperDocumentNumber } }))
  const upper = {
    ...{ on: context.today, documentNumber: upperDocumentNumber, remarks },
    ...papersOf(given),
  }
  if (rework === null) return withCycle({ ...task, state: 'closed' }, { upper })
  refuseIf(whyNotRework(task, { ...context, given: rework }, actor))
  return beginRework(withCycle(task, { upper }), {
    cause: 'returnedByUpper',
    on: context.today,
    reason: rework.reason,
    dueOn: rework.on,
    demands: rework.demands,
  })
}

/** 群众反映又反弹: pulls the next re-check near; null where that is done or the task is at work. */
export const relapseReported = (
  task: RectificationTask,
  today: IsoDay,
): RectificationTask | null =>
  task.state !== 'closed' || presentCycle(task).relapseReportedOn
    ? null
    : withCycle(task, { relapseReportedOn: today })

/** 回头看 by an inspector who did not verify it. Throws `RuleError`. */
export const recheck = (
  task: RectificationTask,
  given: Pick<Recheck, 'relapsed' | 'words' | 'photoIds'>,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'recheck', actor, { ...context, given }))
  const { personId: byId, unitId } = actor
  const made: Recheck = { ...given, on: context.today, byId, unitId, keptClosed: null }
  const rechecks = [...presentCycle(task).rechecks, made]
  return withCycle(task, { rechecks, relapseReportedOn: null })
}

/** Not reopening after a finding is a written reason. Throws `RuleError`. */
export const keepClosed = (
  task: RectificationTask,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'keepClosed', actor, { ...context, given }))
  const rechecks = presentCycle(task).rechecks.map((each) =>
    each.relapsed && each.keptClosed === null ? { ...each, keptClosed: given.reason } : each,
  )
  return withCycle(task, { rechecks })
}

const withNewDeadline = (task: RectificationTask, on: IsoDay): RectificationTask => ({
  ...task,
  deadline: reopenedWith(task.deadline, on),
})

/** 反弹重开: the same number and file, a new cycle and a new deadline. Throws `RuleError`. */
export const reopen = (
  task: RectificationTask,
  given: ReworkGiven,
  actor: Actor,
  context: Context,
): RectificationTask => {
  refuseIf(whyNotTask(task, 'reopen', actor, { ...context, given }))
  const { reason, on: dueOn, demands } = given
  const rework = { cause: 'reopened', on: context.today, reason, dueOn, demands } as const
  return beginRework(withNewDeadline(task, dueOn), rework)
}

/** A child that is taken up again opens its closed parent: nothing is asked of it but the child. */
export const reopenWithChild = (
  parent: RectificationTask,
  child: RectificationTask,
  today: IsoDay,
): RectificationTask => {
  const reason = presentCycle(child).rework
  const dueOn = reason?.dueOn ?? today
  return beginRework(withNewDeadline(parent, dueOn), {
    cause: 'reopened',
    on: today,
    reason: reason?.reason ?? '',
    dueOn,
    demands: [],
  })
}
