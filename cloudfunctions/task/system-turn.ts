import { isOccurrenceOver, missedOccurrences, newsOfMissed } from '@/domain/task/duty'
import { rollRecurring } from '@/domain/task/transitions'
import type { TimerReply } from '../_kit/serve'
import { takeTurns } from '../_stores/system-turns'
import { taskThing } from '../_stores/task-thing'
import { type EndingDeps, endNotice } from './end-notices'

/**
 * What the system does with a task by the day: the next occurrence of what comes again and again,
 * and the end of a notice. Where both are due the notice ends at the next tick.
 */
export const onTimer =
  (deps: EndingDeps) =>
  (now: number): Promise<TimerReply> =>
    takeTurns(
      deps.writer,
      taskThing,
      {
        decide: (task, facts) => {
          const { today } = facts
          if (!isOccurrenceOver(task, today)) return endNotice(deps, task, facts)
          const missed = missedOccurrences(task, today)
          const next = { ...task, ...rollRecurring(task, facts) }
          const tell = newsOfMissed(task, missed, deps.writer.contextOn(today).rootRegion)
          return { next, event: 'rollRecurring', changes: { missed }, tell }
        },
      },
      now,
    )
