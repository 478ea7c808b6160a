import { type ImportBatch, whyNotBatch } from '@/domain/import/batch'
import type { DraftTask } from '@/domain/import/draft'
import { type KnownUnits, taskOfDraft, unitNamesOf } from '@/domain/import/to-task'
import type { Actor } from '@/domain/organization/actor'
import { refuseIf } from '@/domain/refusal'
import { type Call, type Handler, partOf } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import { digestOf } from '../../_stores/message-store'
import type { Stores } from '../../_stores/open-stores'
import { importTask, type TaskStore } from '../../_stores/task-store'
import { describeBatch } from '../describe'
import { isCollective } from '../importer/units'
import { loadBatch } from '../load-batch'
import { findUnits } from '../unit-names'

interface Deps extends Pick<Stores, 'writer' | 'organization'> {
  readonly batches: BatchStore
  readonly tasks: TaskStore
}

/** Tasks made by one call: well inside a function's time, whatever the list's length. */
const tasksPerCall = 20

const taskIdOf = (batchId: string, index: number): string => digestOf('task', batchId, index)

/** The child's parent is the task of the same list that has the number printed there. */
const parentOf = async (batches: BatchStore, draft: DraftTask): Promise<DraftTask | null> => {
  if (draft.parentNumber === '') return null
  const parent = await batches.draftByNumber(draft.batchId, draft.parentNumber)
  return parent && parent.index !== draft.index ? parent : null
}

/** A list may print a part before the task it belongs to; deeper than this numbers go in circles. */
const deepest = 4

/**
 * Makes one task, its parent first: a part is counted where it belongs. The same draft always has
 * the same task id: a repeated arrival finds it. What an earlier list brought in stays that task.
 */
const makeTask = async (
  deps: Deps,
  batch: ImportBatch,
  draft: DraftTask,
  units: KnownUnits,
  call: Call,
  depth = 0,
): Promise<string> => {
  const { writer, batches, organization } = deps
  if (draft.known) return draft.known.taskId
  const parent = depth < deepest ? await parentOf(batches, draft) : null
  const parentId =
    parent &&
    (parent.taskId ??
      (await makeTask(
        deps,
        batch,
        parent,
        await findUnits(organization, unitNamesOf(parent)),
        call,
        depth + 1,
      )))
  const task = taskOfDraft(draft, {
    id: taskIdOf(batch.id, draft.index),
    roundId: batch.roundId,
    parentId,
    units,
    isCollective,
    regionCode: batch.regionCode,
    today: call.today,
  })
  await importTask(writer, partOf(call), task, {
    batchId: batch.id,
    searchNames: unitNamesOf(draft),
  })
  return task.id
}

const itself = (batch: ImportBatch): ImportBatch => batch
const committing = () => 'committing' as const
const startsCommit = (actor: Actor) => (batch: ImportBatch) => {
  refuseIf(whyNotBatch(batch, 'commit', actor))
  return 'committing' as const
}

/**
 * Task by task, some per call, until none is left. While the list goes in, only its maker
 * sees what is there already; a call that was cut off is taken up by the next.
 */
export const commitBatch =
  (deps: Deps): Handler<'documents.commitBatch'> =>
  async ({ batchId }, call) => {
    const { batches, organization } = deps
    const { actor } = call
    const part = partOf(call)
    let batch = await loadBatch(batches, batchId, actor)
    refuseIf(whyNotBatch(batch, 'commit', actor))
    if (batch.state === 'complete') return describeBatch(batch)
    if (batch.state === 'parsed')
      batch = await batches.change(part, batchId, 'startCommit', startsCommit(actor), itself)

    const drafts = await batches.uncommitted(batchId, tasksPerCall)
    const units = await findUnits(organization, [...new Set(drafts.flatMap(unitNamesOf))])
    for (const draft of drafts) {
      const taskId = await makeTask(deps, batch, draft, units, call)
      const stored = await batches.draft(batchId, draft.index)
      if (stored.draft.taskId !== null) continue
      const next = { ...stored.draft, taskId }
      batch = await batches.changeDraft(part, stored, next, 'commitTask', committing, itself)
    }
    if (drafts.length === tasksPerCall) return describeBatch(batch)
    await deps.tasks.showImported(batchId)
    return batches.change(call, batchId, 'complete', () => 'complete', describeBatch)
  }
