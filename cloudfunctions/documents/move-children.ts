import type { DraftTask } from '@/domain/import/draft'
import type { BatchStore } from '../_stores/batch-store'

/** Parts of a draft before and after they follow it. */
export interface Moved {
  readonly before: readonly DraftTask[]
  readonly after: readonly DraftTask[]
}

/** A list's tasks with their parts lie close together. */
export const draftsAtOnce = 20

/**
 * Parts go where their task goes: when its number changes, or it becomes one with another, theirs
 * follows. A list that counts anew under each heading has the number again: parts of the next such
 * task are not these.
 * @param from drafts of the list in its order, where some have been read; none before the task
 */
export const movedChildren = async (
  batches: BatchStore,
  { batchId, index, number, parentNumber }: DraftTask,
  becomes: string,
  from: AsyncIterable<DraftTask> = batches.draftsFrom(batchId, index, draftsAtOnce),
): Promise<Moved> => {
  const before: DraftTask[] = []
  if (number === '' || number === becomes) return { before, after: before }
  for await (const draft of from) {
    if (draft.index <= index) continue
    if (draft.number === number && draft.parentNumber === parentNumber) break
    if (draft.parentNumber === number) before.push(draft)
  }
  return { before, after: before.map((draft) => ({ ...draft, parentNumber: becomes })) }
}
