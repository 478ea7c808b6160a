import type { DraftTask } from '@/domain/import/draft'
import type { BatchStore } from '../_stores/batch-store'
import type { By } from '../_stores/change-thing'

/**
 * Parts go where their task goes: when its number changes, or it becomes one with another, theirs
 * follows. A list that counts anew under each heading has the number again: parts of the next such
 * task are not these.
 */
export const moveChildren = async (
  batches: BatchStore,
  parent: DraftTask,
  number: string,
  by: By,
): Promise<void> => {
  if (parent.number === '' || parent.number === number) return
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
  for (const { index } of children) {
    const stored = await batches.draft(parent.batchId, index)
    const next = { ...stored.draft, parentNumber: number }
    await batches.changeDraft(stored, next, by, 'moveWithParent', ({ state }) => state)
  }
}
