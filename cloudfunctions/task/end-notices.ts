import { noticeElapsed } from '@/domain/task/closing-transitions'
import type { TaskFacts } from '@/domain/task/facts'
import { isCoveredBy } from '../_stores/spoken'
import { summarizeAgain, summaryIdOf } from '../_stores/summary-thing'
import type { TaskRecord } from '../_stores/task-record'
import type { Decision } from '../_stores/thing'
import type { TaskDeps } from './task-deps'

export type EndingDeps = Pick<TaskDeps, 'writer' | 'opinions'>

/** The asking whose released summary no longer covers what was said; null where nothing is new. */
const lateWordsIn = async (
  { opinions }: EndingDeps,
  { asking }: TaskRecord,
): Promise<string | null> => {
  if (asking === null || !asking.isAnswered) return null
  const summary = await opinions.findSummary(summaryIdOf(asking.id))
  return isCoveredBy(summary, await opinions.all(asking.id)) ? null : asking.id
}

/**
 * 公示期满: ends the notice on the day after its last day. One over a year whose calendar is not
 * published, or with an open objection, is refused by the law and looked at again after the next
 * digest. Words that came since the summary are summarized and answered before the approval.
 */
export const endNotice = async (
  deps: EndingDeps,
  task: TaskRecord,
  facts: TaskFacts,
): Promise<Decision<TaskRecord>> => {
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
}
