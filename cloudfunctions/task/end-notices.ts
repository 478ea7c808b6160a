import { noticeElapsed } from '@/domain/task/closing-transitions'
import type { TimerReply } from '../_kit/serve'
import { isCoveredBy } from '../_stores/spoken'
import { summarizeAgain, summaryIdOf } from '../_stores/summary-thing'
import { takeTurns } from '../_stores/system-turns'
import { type TaskRecord, taskThing } from '../_stores/task-thing'
import type { TaskDeps } from './task-deps'

type Deps = Pick<TaskDeps, 'writer' | 'opinions'>

/** The asking whose released summary no longer covers what was said; null where nothing is new. */
const lateWordsIn = async ({ opinions }: Deps, { asking }: TaskRecord): Promise<string | null> => {
  if (asking === null || !asking.isAnswered) return null
  const summary = await opinions.findSummary(summaryIdOf(asking.id))
  return isCoveredBy(summary, await opinions.all(asking.id)) ? null : asking.id
}

/**
 * 公示期满: ends each notice on the day after its last day. One over a year whose calendar is not
 * published, or with an open objection, is refused by the law and looked at again after the next
 * digest. Words that came since the summary are summarized and answered before the approval.
 */
export const onTimer =
  (deps: Deps) =>
  (now: number): Promise<TimerReply> =>
    takeTurns(
      deps.writer,
      taskThing,
      {
        decide: async (task, facts) => {
          const { next, event } = noticeElapsed(task, facts)
          const late = event === 'noticeElapsed' ? await lateWordsIn(deps, task) : null
          return {
            next: { ...task, ...next },
            event,
            changes: { state: next.state, ...(late !== null && { lateWords: true }) },
            also: async (acting) => {
              if (late !== null) await summarizeAgain(acting, late)
            },
          }
        },
      },
      now,
    )
