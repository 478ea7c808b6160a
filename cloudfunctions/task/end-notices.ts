import { noticeElapsed } from '@/domain/task/closing-transitions'
import type { TimerReply } from '../_kit/serve'
import { takeTurns } from '../_stores/system-turns'
import { taskThing } from '../_stores/task-thing'
import type { TaskDeps } from './task-deps'

/**
 * 公示期满: ends each notice on the day after its last day. One over a year whose calendar is not
 * published is refused by the law and looked at again after the next digest.
 */
export const onTimer =
  ({ writer }: Pick<TaskDeps, 'writer'>) =>
  (now: number): Promise<TimerReply> =>
    takeTurns(
      writer,
      taskThing,
      {
        decide: (task, facts) => ({
          next: { ...task, ...noticeElapsed(task, facts) },
          event: 'noticeElapsed',
          changes: { state: 'awaitingApproval' },
        }),
      },
      now,
    )
