import type { PersonId } from '@/domain/organization/actor'
import { regionsTouched } from '@/domain/organization/region-path'
import { obligationsOfTask } from '@/domain/reminder/obligations-of-task'
import { hasSameText, publicFactsOf, type ReachedOn } from '@/domain/release/public-task'
import type { TaskRelease } from '@/domain/release/task-release'
import { allowedOnTask, type EventOfTask } from '@/domain/task/events'
import { type TaskFacts, taskFacts } from '@/domain/task/facts'
import { readerKeyIn, readersOf } from '@/domain/task/readers'
import { unitsWithAPart } from '@/domain/task/responsibility'
import { finalDueOn, nextNodeDueOn } from '@/domain/task/schedule'
import { searchTerms } from '@/domain/task/search-terms'
import type { RectificationTask } from '@/domain/task/task'
import { publicTaskDoc, publicTaskOf, publicTasks } from './public-task-store'
import { sortKey } from './sort-key'
import type { Acting, Thing } from './thing'

/** A task with what is kept of it beside the list's own words. */
export interface TaskRecord extends RectificationTask {
  readonly madeById: PersonId | null
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

/** Enough of a long text to find it by; every term is an entry of the index. */
const searchedLength = 400

const derived = (task: TaskRecord): Record<string, unknown> => {
  const dueOn = finalDueOn(task)
  const areas = regionsTouched([...task.regionCodes, ...task.villageCodes])
  return {
    readers: readersOf(task).flatMap((key) => [
      key,
      ...areas.map((area) => readerKeyIn(key, area)),
    ]),
    unitIds: unitsWithAPart(task),
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
}

/** Released facts follow the task in its own transaction; released text never does. */
const refreshPublic = async (
  { transaction }: Acting,
  before: TaskRecord | null,
  next: TaskRecord,
): Promise<void> => {
  if (!next.release.released || !before) return
  if (next.state === 'cancelled') {
    await transaction.remove(publicTasks, next.id)
    return
  }
  const of = (task: TaskRecord) => JSON.stringify(publicFactsOf(task, task.reachedOn, null))
  if (of(before) === of(next)) return
  const doc = await transaction.get(publicTasks, next.id)
  if (!doc) return
  const published = publicTaskOf(doc)
  const facts = publicFactsOf(next, next.reachedOn, published.releasedSchedule)
  await transaction.put(publicTasks, publicTaskDoc({ ...published, facts }))
}

export const taskThing: Thing<TaskRecord, TaskFacts, EventOfTask> = {
  kind: 'task',
  collection: 'tasks',
  derived,
  isShown: (task, { actor }) =>
    task.shownTo === 'everybody' || task.shownTo === actor.personId || actor.role === 'system',
  // The day of a new state, and checks of a text that is gone.
  followed: (before, next, { today }) => ({
    ...next,
    reachedOn:
      next.state === before?.state ? next.reachedOn : { ...next.reachedOn, [next.state]: today },
    release:
      before === null || hasSameText(before, next)
        ? next.release
        : { ...next.release, secrecy: null, openness: null },
  }),
  // Opinions of a consultation are answered on paper before the office assigns: none is open here.
  facts: (task, context) => taskFacts(context, { madeById: task.madeById, opinionsToAdopt: 0 }),
  allowed: allowedOnTask,
  owed: (task, context) =>
    obligationsOfTask(
      task,
      { release: task.release, since: task.reachedOn[task.state] ?? context.today },
      context,
    ),
  beside: refreshPublic,
}
