import { presentCycle, type Recheck } from '../task/cycle'
import type { RectificationTask } from '../task/task'
import type { AwaitedRecheck, Feedback } from './feedback'

type Checked = Pick<RectificationTask, 'cycles' | 'state'>

/** For a report that is admitted on this task; null where the task is at work and no re-check comes. */
export const recheckToAwait = (task: Checked): AwaitedRecheck | null => {
  const { ordinal, rechecks } = presentCycle(task)
  return task.state === 'closed' ? { cycle: ordinal, after: rechecks.length } : null
}

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
