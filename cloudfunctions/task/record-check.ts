import { refuseIf } from '@/domain/refusal'
import { onlyReleased, type PublicTask, publicFactsOf } from '@/domain/release/public-task'
import { type ReleasableTaskField, releasableTaskFields } from '@/domain/release/release'
import { type ReleaseCheckKind, whyNotCheck, withCheck } from '@/domain/release/task-release'
import { whyNotTask } from '@/domain/task/workflow'
import type { Call } from '../_kit/handler'
import { publicTaskDoc, publicTaskOf, publicTasks } from '../_stores/public-task-store'
import type { TaskRecord } from '../_stores/task-record'
import { type Names, namesOfTask } from './names'
import { factsOf, type TaskDeps } from './task-deps'
import { digestedText } from './text-digest'

interface Read {
  readonly taskId: string
  readonly fields: readonly ReleasableTaskField[]
  readonly digest: string
}

/** @param before what was public until now: a new text leaves the round's word as it stands */
const publicTaskFrom = (
  task: TaskRecord,
  names: Names,
  before: PublicTask | null,
): PublicTask | null => {
  const { released } = task.release
  const releasedSchedule = before?.releasedSchedule ?? null
  if (!released) return null
  return {
    id: task.id,
    text: onlyReleased(digestedText(task, names).text, releasableTaskFields, released.fields),
    facts: publicFactsOf(task, task.reachedOn, releasedSchedule),
    releasedOn: released.on,
    releasedSchedule,
  }
}

/**
 * Records one of the two checks. When both stand on this very text it becomes public in the
 * same transaction.
 */
export const recordCheck = async (
  { tasks, organization, contextOn }: TaskDeps,
  kind: ReleaseCheckKind,
  { taskId, fields, digest }: Read,
  { actor, now, today }: Call,
): Promise<{ released: boolean }> => {
  const context = contextOn(today)
  const { task } = await tasks.load(taskId, actor)
  const names = await namesOfTask(organization, task)
  let released = false
  await tasks.change(taskId, { actor, now }, context, (current) => {
    refuseIf(whyNotTask(current, 'release', actor, factsOf(current, context)))
    const present = digestedText(current, names).digest
    refuseIf(whyNotCheck(current, current.release, kind, { digest }, present, actor))
    const check = { personId: actor.personId ?? '', on: today, fields, digest }
    const release = withCheck(current.release, kind, check)
    const next = { ...current, release }
    released = release.released !== current.release.released
    return {
      next,
      event: released ? 'release' : kind === 'secrecy' ? 'checkSecrecy' : 'checkOpenness',
      changes: { check: kind, fields, digest, released },
      also: async (transaction) => {
        const doc = released ? await transaction.get(publicTasks, taskId) : null
        const published = publicTaskFrom(next, names, doc && publicTaskOf(doc))
        if (released && published) await transaction.put(publicTasks, publicTaskDoc(published))
      },
    }
  })
  return { released }
}
