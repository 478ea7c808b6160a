import { releaseSummary as released } from '@/domain/opinion/summary-transitions'
import { shownCounts } from '@/domain/opinion/summary'
import { withVillagesSaid } from '@/domain/task/cycle'
import type { Handler } from '../../_kit/handler'
import { summaryThing } from '../../_stores/summary-thing'
import { taskThing } from '../../_stores/task-thing'
import type { Parts } from '../parts'

/** 发出: the only thing of opinions that the task's own chain takes. */
export const releaseSummary =
  ({ writer }: Pick<Parts, 'writer'>): Handler<'opinion.releaseSummary'> =>
  ({ summaryId }, call) =>
    writer.act(summaryThing, call, summaryId, 'releaseSummary', (summary, facts) => ({
      next: released(summary, call.actor, facts),
      changes: { covers: summary.covers },
      also: async (acting) => {
        await acting.change(taskThing, summary.taskId, 'releaseSummary', (task) => ({
          next: withVillagesSaid(task, {
            words: summary.words,
            counts: shownCounts(summary.counts),
          }),
          changes: { covers: summary.covers },
        }))
      },
    }))
