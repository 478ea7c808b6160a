import { presentCycle, type Recheck } from '../task/cycle'
import type { RectificationTask, TaskId } from '../task/task'
import type { AwaitedRecheck, Feedback } from './feedback'

type Checked = Pick<RectificationTask, 'cycles' | 'state'>

/** For a report that is admitted on this task; null where the task is at work and no re-check comes. */
export const recheckToAwait = (task: Checked): AwaitedRecheck | null => {
  const { ordinal, rechecks } = presentCycle(task)
  return task.state === 'closed' ? { cycle: ordinal, after: rechecks.length } : null
}

/** A relapse that intake has not admitted: nothing has pulled a re-check for it yet. */
const isUnheard = ({ relapse, admittedOn }: Feedback): boolean =>
  relapse === true && admittedOn === null

const canCarry = (report: Feedback, into: Feedback): boolean =>
  into.admittedOn === null && (into.taskId === null || into.taskId === report.taskId)

/**
 * The task whose next re-check is owed from the moment on in which this report becomes part of another:
 * intake has admitted that one, and this with it, or that one is about another task. Null where there is
 * nothing to lose: no relapse, or one that was admitted before, or one whose re-check the other's own
 * admission will pull (docs/domain/close-out.md, After closing).
 */
export const recheckPulledByMerge = (report: Feedback, into: Feedback): TaskId | null =>
  isUnheard(report) && !canCarry(report, into) ? report.taskId : null

/** The other report after it: where it is still to be admitted it is a report of this relapse too. */
export const withRelapseOf = (report: Feedback, into: Feedback): Feedback =>
  isUnheard(report) && report.taskId !== null && canCarry(report, into)
    ? { ...into, relapse: true, taskId: report.taskId }
    : into

/** Whoever looked, and for whom. */
export type Found = Pick<Recheck, 'relapsed' | 'words'> & {
  readonly byId: string
  readonly unitId: string
}

/**
 * What the re-check found that this report waits for. `notYet`: it is still to come. `nobody`: the
 * task was taken up again without one, or who looked is accused in the report, so the report goes its
 * ordinary way (docs/domain/close-out.md, After closing).
 */
export const foundFor = (
  { awaitsRecheck, accusedUnitIds }: Pick<Feedback, 'awaitsRecheck' | 'accusedUnitIds'>,
  task: Checked | null,
): Found | 'notYet' | 'nobody' => {
  if (!awaitsRecheck || !task) return 'nobody'
  const { cycle, after } = awaitsRecheck
  const made = task.cycles.find(({ ordinal }) => ordinal === cycle)?.rechecks[after]
  if (!made) return recheckToAwait(task)?.cycle === cycle ? 'notYet' : 'nobody'
  const { byId, unitId, relapsed, words } = made
  if (byId === null || !unitId || accusedUnitIds.includes(unitId)) return 'nobody'
  return { byId, unitId, relapsed, words }
}
