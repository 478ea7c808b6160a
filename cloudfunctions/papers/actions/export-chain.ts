import { shownOutside } from '@/domain/audit/chain-file'
import { whyNotTakeChain } from '@/domain/papers/policy'
import { refuseIf } from '@/domain/refusal'
import { chainPage } from '@/contract/papers/actions'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'

type Deps = Pick<Parts, 'tasks' | 'chains'>

/** The chain page by page, each as it stood when the first was read or later: it only grows. */
export const exportChain =
  ({ tasks, chains }: Deps): Handler<'papers.exportChain'> =>
  async ({ taskId, after }, call) => {
    const { task, version, head } = await tasks.load(taskId, call)
    refuseIf(whyNotTakeChain(task, call.actor))
    const last = Math.min(version, after + chainPage)
    const events = await chains.between('task', taskId, after, last)
    return { number: task.number, head, length: version, events: events.map(shownOutside) }
  }
