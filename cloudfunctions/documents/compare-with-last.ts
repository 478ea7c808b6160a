import type { ComparedBatch } from '@/domain/import/batch'
import { compareLists } from '@/domain/import/compare'
import type { DraftTask } from '@/domain/import/draft'
import { titleOf } from '@/domain/import/to-task'
import type { RegionCode } from '@/domain/organization/region'
import type { BatchStore } from '../_stores/batch-store'

/**
 * Holds the drafts of a new list against the round's last one that went in. Nothing is written: a
 * task that is there already is shown with what the newer list prints otherwise, and stays.
 */
export const compareWithLast = async (
  batches: BatchStore,
  regionCode: RegionCode,
  roundId: string,
  drafts: readonly DraftTask[],
): Promise<{ drafts: readonly DraftTask[]; compared: ComparedBatch | null }> => {
  const last = await batches.lastComplete(regionCode, roundId)
  if (!last) return { drafts, compared: null }
  const { known, gone } = compareLists(await batches.allDrafts(last.id), drafts)
  const tasks = [...known.values()]
  const changed = tasks.filter(({ changes }) => changes.length > 0).length
  return {
    drafts: drafts.map((draft) => ({ ...draft, known: known.get(draft.index) ?? null })),
    compared: {
      fileName: last.fileName,
      added: drafts.length - known.size,
      changed,
      same: tasks.length - changed,
      gone: gone.map((draft) => `${draft.number} ${titleOf(draft)}`.trim()),
    },
  }
}
