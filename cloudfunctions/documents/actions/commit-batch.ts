import type { ImportBatch } from '@/domain/import/batch'
import type { Call, Handler } from '../../_kit/handler'
import type { TaskStore } from '../../_stores/task-store'
import { describeBatch } from '../describe'
import { Portion, type PortionDeps } from '../portion'

interface Deps extends PortionDeps {
  readonly tasks: TaskStore
}

type Answer = ReturnType<typeof describeBatch>

/** Tasks made by one call, in one transaction: well inside its time, whatever the list's length. */
const tasksPerCall = 20

/** All of it is in, and nobody but its maker sees it. */
const isHidden = ({
  state,
  committed,
  drafts,
}: Pick<ImportBatch, 'state' | 'committed' | 'drafts'>): boolean =>
  state !== 'complete' && committed === drafts

/** One transaction: the next tasks of a list, or a list that is in is shown. */
const takeIn = (deps: Deps, batchId: string, call: Call): Promise<Answer> => {
  // A list that is still to be shown is answered by the transaction that does so.
  const keep: Call['keep'] = (answer) => (isHidden(answer as Answer) ? null : call.keep(answer))
  return deps.batches.onList(
    { ...call, keep },
    batchId,
    'commit',
    async ({ batch, acting, replace }) => {
      if (batch.state === 'complete') return describeBatch(batch)
      if (isHidden(batch)) {
        await deps.tasks.showImported(batchId)
        const state = 'complete'
        return describeBatch(
          await replace({ before: [], after: [], event: state, changes: { state }, state }),
        )
      }
      const drafts = await deps.batches.uncommitted(batchId, tasksPerCall)
      const portion = new Portion(deps, acting, batch, drafts)
      const made = await portion.make()
      const tasks = made.after.map(({ index, taskId }) => `${index} ${taskId}`)
      const state = portion.isWhole ? 'complete' : 'committing'
      return describeBatch(
        await replace({
          ...made,
          event: 'commit',
          changes: { state, tasks },
          state,
          whatever: true,
        }),
      )
    },
  )
}

/**
 * Some tasks per call, until none is left. A list that goes in whole is complete with it; while a longer one
 * goes in, only its maker sees what is there already, and a call that was cut off is taken up by the next.
 */
export const commitBatch =
  (deps: Deps): Handler<'documents.commitBatch'> =>
  async ({ batchId }, call) => {
    const answer = await takeIn(deps, batchId, call)
    return isHidden(answer) ? takeIn(deps, batchId, call) : answer
  }
