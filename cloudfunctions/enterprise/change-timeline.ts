import type { Notice } from '@/domain/reminder/notice'
import { RuleError } from '@/domain/refusal'
import type { Actor } from '@/domain/organization/actor'
import { isOpen, type RectificationTask } from '@/domain/task/task'
import type { TimelineAgreement, TimelineId, TimelineState } from '@/domain/timeline/timeline'
import type { TimelineContext } from '@/domain/timeline/transitions'
import type { SigningSide } from '@/domain/timeline/turns'
import { allowedTimelineEvents } from '@/domain/timeline/workflow'
import type { By } from '../_stores/change-thing'
import type { Transaction } from '../_stores/transaction'
import { tellLater } from '../_stores/message-store'
import type { TimelineRecord } from '../_stores/timeline-store'
import { noticesTo } from './notices'
import { contextOf, copiedFrom, owedOn, type Parts } from './parts'
import { requireSide } from './readers'

export interface Decision {
  readonly next: TimelineAgreement
  readonly event: string
  readonly changes: Record<string, unknown>
  readonly note?: string | null
  readonly technicalPlan?: string
  /** What is told at once, and to which sides. */
  readonly tell: readonly { readonly notice: Notice; readonly to: readonly SigningSide[] }[]
  readonly also?: (transaction: Transaction) => Promise<void>
}

/** Who and when, as a call and the timer have them. */
export type When = By & { readonly today: string }

type Deps = Pick<Parts, 'timelines' | 'tasks' | 'settings' | 'city'>

/** @throws RuleError `THING.NOT_FOUND` */
export const requireTask = async (
  { tasks }: Pick<Parts, 'tasks'>,
  taskId: string,
): Promise<RectificationTask> => {
  const found = await tasks.find(taskId)
  if (!found) throw new RuleError('THING.NOT_FOUND')
  return found.task
}

/** @throws RuleError `THING.NOT_FOUND` */
export const requireTimeline = async (
  { timelines }: Pick<Parts, 'timelines'>,
  id: TimelineId,
): Promise<TimelineRecord> => {
  const found = await timelines.find(id)
  if (!found) throw new RuleError('THING.NOT_FOUND')
  return found
}

/**
 * Dates of a task that is closed or cancelled are nobody's to change. A stranger learns no more
 * than that the agreement is not theirs.
 *
 * @throws RuleError `THING.STATE`
 */
export const refuseWhenOver = (
  task: RectificationTask,
  timeline: TimelineRecord,
  actor: Actor,
): void => {
  if (isOpen(task.state)) return
  if (actor.role !== 'system') requireSide({ ...timeline, regionCodes: task.regionCodes }, actor)
  throw new RuleError('THING.STATE')
}

/** The record as decided, with its obligations and what is told of it. */
export const changeOf = (
  deps: Pick<Parts, 'settings' | 'city'>,
  when: When,
  task: RectificationTask,
  before: Pick<TimelineRecord, 'technicalPlan'>,
  { next, tell, technicalPlan, also, ...rest }: Decision,
) => {
  const record: TimelineRecord = {
    ...next,
    ...copiedFrom(task),
    technicalPlan: technicalPlan ?? before.technicalPlan,
  }
  const notices = tell.flatMap(({ notice, to }) => noticesTo(record, notice, to, deps.city))
  return {
    ...rest,
    next: record,
    obligations: owedOn(deps, when, record, task),
    also: async (transaction: Transaction) => {
      await tellLater(notices, when.now)(transaction)
      await also?.(transaction)
    },
  }
}

/** load → decide → save of one agreement, by its task's present deadline and regions. */
export const changeTimeline = async (
  deps: Deps,
  when: When,
  id: TimelineId,
  decide: (timeline: TimelineRecord, context: TimelineContext) => Decision,
): Promise<{ id: TimelineId; state: TimelineState; events: string[] }> => {
  const stored = await requireTimeline(deps, id)
  const task = await requireTask(deps, stored.taskId)
  refuseWhenOver(task, stored, when.actor)
  const context = contextOf(deps, when, task.regionCodes)
  const next = await deps.timelines.change(id, when, (stored) => {
    const timeline = { ...stored, ...copiedFrom(task) }
    return changeOf(deps, when, task, timeline, decide(timeline, context))
  })
  return { id, state: next.state, events: allowedTimelineEvents(next, when.actor, context) }
}
