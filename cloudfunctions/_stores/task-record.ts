import type { PersonId } from '@/domain/organization/actor'
import { regionsTouched } from '@/domain/organization/region-path'
import type { ReachedOn } from '@/domain/release/public-task'
import type { TaskRelease } from '@/domain/release/task-release'
import { readersOf } from '@/domain/task/readers'
import { unitsWithAPart } from '@/domain/task/responsibility'
import { finalDueOn, nextNodeDueOn } from '@/domain/task/schedule'
import { searchTerms } from '@/domain/task/search-terms'
import type { RectificationTask } from '@/domain/task/task'
import type { ThingCodec } from './change-thing'

/** A task with what is kept of it beside the list's own words. */
export interface TaskRecord extends RectificationTask {
  readonly madeById: PersonId | null
  /** The import that made it; until that is complete only its maker sees the draft. */
  readonly batchId: string | null
  readonly release: TaskRelease
  /** The day on which the task last came into each state. */
  readonly reachedOn: ReachedOn
  /** Names of its units and places, so that it is found by them. */
  readonly searchNames: readonly string[]
}

/** Enough of a long text to find it by; every term is an entry of the index. */
const searchedLength = 400

/** Without a day that counts: behind everything that has one. */
export const sortKey = (dueOn: string | null, id: string): string =>
  `${dueOn ?? '9999-12-31'} ${id}`

export const taskCodec: ThingCodec<TaskRecord> = {
  thing: 'task',
  collection: 'tasks',
  derived: (task) => {
    const dueOn = finalDueOn(task)
    return {
      readers: readersOf(task),
      unitIds: unitsWithAPart(task),
      areas: regionsTouched([...task.regionCodes, ...task.villageCodes]),
      order: sortKey(dueOn, task.id),
      finalDueOn: dueOn,
      nextNodeDueOn: nextNodeDueOn(task),
      terms: searchTerms([
        task.number,
        task.upperNumber ?? '',
        task.title,
        task.problem.slice(0, searchedLength),
        ...task.searchNames,
      ]),
    }
  },
}
