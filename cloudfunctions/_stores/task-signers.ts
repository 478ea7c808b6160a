import type { PersonId } from '@/domain/organization/actor'
import type { UnitId } from '@/domain/organization/unit'
import { assignmentOf } from '@/domain/task/responsibility'
import type { TaskId } from '@/domain/task/task'
import type { Database } from './database'
import { taskOf } from './task-record'
import { taskThing } from './task-thing'

/** Who signed for a unit's share of a task; null while nobody has. */
export type SignerOf = (taskId: TaskId, unitId: UnitId) => PersonId | null

/** Signers of the shares of these tasks: they stand in the shares and nowhere else. */
export const findSigners = async (
  database: Database,
  taskIds: readonly TaskId[],
): Promise<SignerOf> => {
  const docs = await database.getMany(taskThing.collection, taskIds)
  const tasks = new Map(docs.map((doc) => [doc._id, taskOf(doc)]))
  return (taskId, unitId) => {
    const task = tasks.get(taskId)
    return (task && assignmentOf(task, unitId)?.personId) ?? null
  }
}
