import type { DraftTask } from '@/domain/import/draft'
import type { BatchStore, StoredDraft } from '../_stores/batch-store'

/** Parts of a draft before and after they follow it. */
export interface Moved {
  readonly before: readonly StoredDraft[]
  readonly after: readonly DraftTask[]
}

/**
 * Parts go where their task goes: when its number changes, or it becomes one with another, theirs
 * follows. A list that counts anew under each heading has the number again: parts of the next such
 * task are not these.
 */
export const movedChildren = async (
  batches: BatchStore,
  parent: DraftTask,
  number: string,
): Promise<Moved> => {
  if (parent.number === '' || parent.number === number) return { before: [], after: [] }
  const all = await batches.allDrafts(parent.batchId)
  const again = all.find(
    (draft) =>
      draft.index > parent.index &&
      draft.number === parent.number &&
      draft.parentNumber === parent.parentNumber,
  )
  const children = all.filter(
    ({ parentNumber, index }) =>
      parentNumber === parent.number && index < (again?.index ?? Infinity) && index > parent.index,
  )
  const before: StoredDraft[] = []
  for (const { index } of children) before.push(await batches.draft(parent.batchId, index))
  return { before, after: before.map(({ draft }) => ({ ...draft, parentNumber: number })) }
}
