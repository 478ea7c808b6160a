import { askedOpinion } from '@/domain/opinion/transitions'
import type { Opinion, OpinionId } from '@/domain/opinion/opinion'
import type { Person } from '@/domain/organization/person'
import { RuleError } from '@/domain/refusal'
import type { Days } from '@/domain/calendar/period'
import { askedTaskOf } from '../_stores/asked-task'
import type { TaskRecord } from '../_stores/task-record'

/** What the rules ask of a resident: where they say that they live, and whom else they work for. */
export const askedOfResident = (person: Person | null) => ({
  villageCode: person?.villageCode ?? null,
  worksFor: person?.memberships.map(({ unitId }) => unitId) ?? [],
})

/**
 * What residents are asked on a task. Only what was released is there for a resident.
 * @throws RuleError `THING.NOT_FOUND`, `OPINION.CLOSED` before the first asking
 */
export const askingOf = (task: TaskRecord | null) => {
  if (!task || task.release.released === null) throw new RuleError('THING.NOT_FOUND')
  if (task.asking === null) throw new RuleError('OPINION.CLOSED')
  return { task, askingId: task.asking.id }
}

/**
 * A resident's word before it is said.
 * @throws RuleError as `askingOf`
 */
export const unsaidOpinion = (id: OpinionId, found: TaskRecord | null, days: Days): Opinion => {
  const { task, askingId } = askingOf(found)
  const who = { voice: 'resident' as const, villageCode: null, unitId: null }
  const asked = { id, taskId: task.id, askingId, ...who }
  return askedOpinion(asked, askedTaskOf(task), days)
}
