import { closingLevels } from '@/domain/task/acceptance'
import type { ReachedOn } from '@/domain/release/public-task'
import type { TaskRelease } from '@/domain/release/task-release'
import type { PersonId } from '@/domain/organization/actor'
import type { KeptFacts } from '@/domain/task/kept-facts'
import { type RectificationTask, taskCategories, taskStates } from '@/domain/task/task'
import { orNone, thingsOf } from './shape'

/** A task with what is kept of it beside the list's own words. */
export interface TaskRecord extends RectificationTask, KeptFacts {
  /** The import that made it. */
  readonly batchId: string | null
  /** Until its import is complete only its maker sees the draft. */
  readonly shownTo: 'everybody' | PersonId
  readonly release: TaskRelease
  /** The day on which the task last came into each state. */
  readonly reachedOn: ReachedOn
  /** Names of its units and places, so that it is found by them. */
  readonly searchNames: readonly string[]
}

export const taskOf = thingsOf<TaskRecord>({
  id: 'text',
  roundId: 'text',
  number: 'text',
  upperNumber: orNone('text'),
  parentId: orNone('text'),
  title: 'text',
  problem: 'text',
  category: taskCategories,
  regionCodes: 'list',
  villageCodes: 'list',
  enterpriseIds: 'list',
  consultation: orNone('row'),
  goals: 'list',
  units: 'row',
  leadOfficial: orNone('row'),
  collectiveUnits: 'list',
  measures: 'list',
  point: orNone('row'),
  deadline: 'row',
  acceptanceChain: 'list',
  closingLevel: closingLevels,
  state: taskStates,
  assignments: 'list',
  deciders: orNone('list'),
  extensions: 'list',
  agreedDates: 'list',
  done: 'list',
  cycles: 'list',
  completedOn: orNone('text'),
  madeById: orNone('text'),
  childrenOpen: 'number',
  workedOnIt: 'list',
  asking: orNone('row'),
  objectionsOpen: 'number',
  batchId: orNone('text'),
  shownTo: 'text',
  release: 'row',
  reachedOn: 'row',
  searchNames: 'list',
})
