import { refuseIf } from '@/domain/refusal'
import { photoIdsOf } from '@/domain/release/photos'
import { whyUnread } from '@/domain/release/places'
import { onlyReleased, type PublicTask, publicFactsOf } from '@/domain/release/public-task'
import { type ReleasableTaskField, releasableTaskFields } from '@/domain/release/release'
import {
  isOtherText,
  type ReleaseCheckKind,
  whyNotCheck,
  withCheck,
} from '@/domain/release/task-release'
import { noticeCorrected } from '@/domain/task/closing-transitions'
import { whyNotTask } from '@/domain/task/workflow'
import type { Call } from '../_kit/handler'
import { publicTaskDoc, publicTaskOf, publicTasks } from '../_stores/public-task-store'
import type { TaskRecord } from '../_stores/task-record'
import { taskThing } from '../_stores/task-thing'
import type { Decision } from '../_stores/thing'
import { type Names, namesOfTask } from '../_stores/task-names'
import { refuseFlagged } from './shown-photos'
import type { TaskDeps } from './task-deps'
import { digestedText } from './text-digest'

interface Read {
  readonly taskId: string
  readonly fields: readonly ReleasableTaskField[]
  readonly digest: string
}

export const eventOf = { secrecy: 'checkSecrecy', openness: 'checkOpenness' } as const

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

const published = (next: TaskRecord, names: Names): Decision<TaskRecord>['also'] => {
  return async ({ transaction }) => {
    const doc = await transaction.get(publicTasks, next.id)
    const entry = publicTaskFrom(next, names, doc && publicTaskOf(doc))
    if (!entry) return
    if (doc) await transaction.put(publicTasks, publicTaskDoc(entry))
    else await transaction.create(publicTasks, publicTaskDoc(entry))
  }
}

export type CheckDeps = Pick<TaskDeps, 'writer' | 'organization' | 'records'>

/**
 * Records one of the two checks. When both stand on this very text it becomes public in the
 * same transaction.
 * @throws RuleError also `RELEASE.UNREAD`: a place of a notice is not opened; `RELEASE.PHOTO_FLAGGED`: WeChat's check came after the photo was chosen
 */
export const recordCheck = async (
  { writer, organization, records }: CheckDeps,
  kind: ReleaseCheckKind,
  { taskId, fields, digest }: Read,
  call: Call,
): Promise<{ released: boolean }> => {
  const { actor, today } = call
  return writer.write(call, async (acting) => {
    let isReleased = false
    await acting.change(taskThing, taskId, eventOf[kind], async (current, facts) => {
      refuseIf(whyNotTask(current, eventOf[kind], actor, facts))
      const names = await namesOfTask(organization, current)
      const { digest: present, places, text } = digestedText(current, names)
      const personId = actor.personId ?? ''
      refuseIf(whyNotCheck(current, current.release, kind, { digest }, present, actor))
      const going = fields.includes('photos') ? photoIdsOf(text) : []
      refuseFlagged((await records.findMany(going)).values())
      refuseIf(whyUnread(current.release, { kind, personId, digest }, places))
      const check = { personId, on: today, fields, digest }
      const release = withCheck(current.release, kind, check)
      const checked = { ...current, release }
      const next = isOtherText(current.release, release) ? noticeCorrected(checked, facts) : checked
      const event = next === checked ? 'release' : 'restartNotice'
      isReleased = release.released !== current.release.released
      return {
        next,
        ...(isReleased && { event, also: published(next, names) }),
        changes: { check: kind, fields, digest, places: places.length, released: isReleased },
      }
    })
    return { released: isReleased }
  })
}
