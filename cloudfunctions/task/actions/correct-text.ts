import { correctableAt } from '@/domain/task/correctable'
import { correctText as corrected } from '@/domain/task/correction'
import { newsOfMovedDays } from '@/domain/task/moved-news'
import type { Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

/** 改正误读 of what the list says; the note keeps what stood there before, and whose day moves is told. */
export const correctText =
  ({ writer, cipher }: Pick<TaskDeps, 'writer' | 'cipher'>): Handler<'task.correctText'> =>
  ({ taskId, ...given }, call) => {
    const { rootRegion } = writer.contextOn(call.today)
    return writer.act(taskThing, call, taskId, 'correctText', (task, facts) => {
      const { place, text, on, sourceLine } = given
      const next = { ...task, ...corrected(task, given, call.actor, facts) }
      return {
        next,
        changes: { place, on, said: cipher.blind(`${taskId} ${text}`) },
        note: `${correctableAt(task, place)?.words} → ${text} (${sourceLine})`,
        tell: newsOfMovedDays(task, next, call.actor, rootRegion, call.now),
      }
    })
  }
