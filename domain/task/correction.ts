import type { IsoDay } from '../calendar/day'
import type { Actor } from '../organization/actor'
import { refuseIf } from '../refusal'
import { correctableAt } from './correctable'
import type { TaskFacts } from './facts'
import type { RectificationTask } from './task'
import { whyNotTask } from './workflow'

export interface Correction {
  /** Of `correctablePlaces`. */
  readonly place: string
  /** As the list prints it. */
  readonly text: string
  /** For a date: the day that it means, in Beijing. */
  readonly on: IsoDay | null
  /** The line of the list by which it is known. */
  readonly sourceLine: string
}

/**
 * 改正误读 after 交办, by the office and by the line of the list (domain.md 3, `correctText`). What
 * is public stays as it is until two persons have released the new text. Throws `RuleError`.
 */
export const correctText = (
  task: RectificationTask,
  { place, text, on, sourceLine }: Correction,
  actor: Actor,
  facts: Omit<TaskFacts, 'given'>,
): RectificationTask => {
  const given = { place, sourceLine, ...(on !== null && { on }) }
  refuseIf(whyNotTask(task, 'correctText', actor, { ...facts, given }))
  return correctableAt(task, place)?.put(text, on) ?? task
}
