import {
  noticeFirst as publishedFirst,
  publishNotice as published,
} from '@/domain/task/closing-transitions'
import type { Call, Handler } from '../../_kit/handler'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'

type Deps = Pick<TaskDeps, 'writer'>

/** 公示: residents read the released text with its days in the same transaction. */
const begin =
  (event: 'noticeFirst' | 'publishNotice', decide: typeof published) =>
  ({ writer }: Deps) =>
  ({ taskId }: { readonly taskId: string }, call: Call) =>
    writer.act(taskThing, call, taskId, event, (task, facts) => {
      const next = { ...task, ...decide(task, call.actor, facts) }
      return { next, changes: { state: next.state, digest: task.release.released?.digest } }
    })

export const publishNotice: (deps: Deps) => Handler<'task.publishNotice'> = begin(
  'publishNotice',
  published,
)
/** 验收前公示. */
export const noticeFirst: (deps: Deps) => Handler<'task.noticeFirst'> = begin(
  'noticeFirst',
  publishedFirst,
)
