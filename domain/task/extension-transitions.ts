import { daysBetween } from '../calendar/day'
import { limitFrom } from '../calendar/period'
import type { Actor } from '../organization/actor'
import { systemActor } from '../organization/actor'
import { refuseIf, RuleError } from '../refusal'
import { deciderOfExtension, type Extension, isOpenExtension } from './extension'
import { extendableDayOf, withExtendedPart } from './extension-part'
import {
  type ExtensionCase,
  type ExtensionEvent,
  type ExtensionFacts,
  whyNotExtension,
} from './extension-workflow'
import { answeringUnitOf } from './responsibility'
import type { RectificationTask } from './task'

type Context = Omit<ExtensionFacts, 'given' | 'task'>
type Given = NonNullable<ExtensionFacts['given']>

/**
 * 申请延期, on the last day at the latest. Where the lead itself asks, nobody is left to endorse
 * it: it goes to the office at once. Throws `RuleError`.
 */
export const askExtension = (
  task: RectificationTask,
  given: Pick<Extension, 'id' | 'part' | 'to' | 'reason' | 'plan'>,
  actor: Actor,
  context: Context,
): RectificationTask => {
  const { today } = context
  const decideDue = limitFrom(today, 'decideExtensionWorkingDays', context)
  const asked: ExtensionCase = {
    ...given,
    state: null,
    unitId: actor.unitId ?? '',
    askedOn: today,
    from: extendableDayOf(task, given.part) ?? today,
    decideDueOn: decideDue.on,
    decideDueProvisional: decideDue.provisional,
    endorsedOn: null,
    decidedOn: null,
    decisionNumber: null,
    refusedReason: null,
    daysOver: 0,
  }
  refuseIf(whyNotExtension(asked, 'extend', actor, { ...context, task }))
  const isOwn = answeringUnitOf(task.units) === asked.unitId
  const state = isOwn ? ('endorsed' as const) : ('asked' as const)
  return {
    ...task,
    extensions: [...task.extensions, { ...asked, state, endorsedOn: isOwn ? today : null }],
  }
}

/** Asks the law, then writes what became of the one open request. */
const decide = (
  task: RectificationTask,
  event: Exclude<ExtensionEvent, 'extend'>,
  given: Given,
  actor: Actor,
  context: Context,
  next: (extension: Extension) => Partial<Extension>,
): RectificationTask => {
  const open = task.extensions.find(isOpenExtension)
  if (!open) throw new RuleError('THING.STATE')
  refuseIf(whyNotExtension(open, event, actor, { ...context, task, given }))
  return {
    ...task,
    extensions: task.extensions.map((extension) =>
      extension.id === open.id ? { ...extension, ...next(extension) } : extension,
    ),
  }
}

/** 牵头单位同意. Throws `RuleError`. */
export const endorseExtension = (
  task: RectificationTask,
  actor: Actor,
  context: Context,
): RectificationTask =>
  decide(task, 'endorseExtension', {}, actor, context, () => ({
    state: 'endorsed',
    endorsedOn: context.today,
  }))

/** 批准: the office records the decision; the new day counts from now on. Throws `RuleError`. */
export const grantExtension = (
  task: RectificationTask,
  given: { readonly decisionNumber: string },
  actor: Actor,
  context: Context,
): RectificationTask => {
  const { today } = context
  const decided = decide(task, 'grantExtension', given, actor, context, ({ from }) => ({
    state: 'granted',
    decidedOn: today,
    decisionNumber: given.decisionNumber,
    decidedBy: deciderOfExtension(task),
    daysOver: today > from ? daysBetween(from, today) : 0,
  }))
  const { part, to } = task.extensions.find(isOpenExtension)!
  return withExtendedPart(decided, part, to)
}

/** 不批准, by the lead or by the office: the old day goes on counting. Throws `RuleError`. */
export const refuseExtension = (
  task: RectificationTask,
  given: { readonly reason: string },
  actor: Actor,
  context: Context,
): RectificationTask =>
  decide(task, 'refuseExtension', given, actor, context, () => ({
    state: 'refused',
    decidedOn: context.today,
    refusedReason: given.reason,
  }))

/** 撤回 by the unit that asked, before it was decided. Throws `RuleError`. */
export const withdrawExtension = (
  task: RectificationTask,
  actor: Actor,
  context: Context,
): RectificationTask =>
  decide(task, 'withdrawExtension', {}, actor, context, () => ({ state: 'withdrawn' }))

/** What the self-check ends: an open request moves nothing any more. */
export const lapseExtension = (task: RectificationTask, context: Context): RectificationTask =>
  task.extensions.some(isOpenExtension)
    ? decide(task, 'lapseExtension', {}, systemActor, context, () => ({ state: 'lapsed' }))
    : task
