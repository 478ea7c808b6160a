import type { Actor } from '../organization/actor'
import type { RectificationTask } from './task'
import { readsAsConcerned, whyNotRead } from './readers'

/** How much of a task somebody sees. */
export const taskViews = [
  'staff', // the ledger
  'concerned', // affected village or enterprise: without notes, plans and the other concerned
  'public', // the released text only
] as const
export type TaskView = (typeof taskViews)[number]

/** Which view of a task an actor has; the public one only once a text was released. */
export const taskViewFor = (
  task: RectificationTask,
  actor: Actor,
  isReleased: boolean,
): TaskView | null => {
  if (whyNotRead(task, actor) === null) return readsAsConcerned(actor.role) ? 'concerned' : 'staff'
  return isReleased ? 'public' : null
}

/**
 * Fields of a task that never reach a public page, whatever is released: the people behind it,
 * what units and the office work with, and states of checks that are not published.
 */
export const neverPublicTaskFields = [
  'roundId',
  'enterpriseIds',
  'collectiveUnits',
  'assignments',
  'acceptanceChain',
  'closingLevel',
  'state',
  'completedOn',
] as const satisfies readonly (keyof RectificationTask)[]
