import { refuseIf, RuleError } from '@/domain/refusal'
import { withEdit } from '@/domain/release/edits'
import { publicTextOf } from '@/domain/release/public-task'
import { whyNotTask } from '@/domain/task/workflow'
import type { Handler } from '../../_kit/handler'
import { namesOfTask } from '../../_stores/task-names'
import { taskThing } from '../../_stores/task-thing'
import type { TaskDeps } from '../task-deps'
import { digestedText } from '../text-digest'

type Deps = Pick<TaskDeps, 'writer' | 'organization' | 'cipher'>

/** 改公示稿的文字: one place of the public text; both check it anew. Nothing of the ledger changes. */
export const editNotice =
  ({ writer, organization, cipher }: Deps): Handler<'task.editNotice'> =>
  ({ taskId, digest, place, text }, call) =>
    writer.act(taskThing, call, taskId, 'editNotice', async (current, facts) => {
      refuseIf(whyNotTask(current, 'editNotice', call.actor, facts))
      const names = await namesOfTask(organization, current)
      if (digestedText(current, names).digest !== digest)
        throw new RuleError('RELEASE.TEXT_CHANGED', ['digest'])
      const { edits = [], ...release } = current.release
      const next = withEdit(publicTextOf(current, names), edits, place, text)
      if (next === null) throw new RuleError('RELEASE.NOTHING_EDITED', ['text'])
      return {
        next: { ...current, release: { ...release, edits: next, secrecy: null, openness: null } },
        // What it says may be the very thing that is not to be read: the chain holds its digest.
        changes: { place, said: cipher.blind(`${taskId} ${text ?? ''}`) },
      }
    })
