import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import { decodeCursor, encodeCursor } from '../../_stores/page-cursor'
import { describeBatch, describeRow } from '../describe'
import { loadBatch } from '../load-batch'

const pageSize = 50

export const getBatch =
  ({ batches }: { readonly batches: BatchStore }): Handler<'documents.getBatch'> =>
  async ({ batchId, cursor }, { actor }) => {
    const batch = await loadBatch(batches, batchId, actor)
    const [from] = decodeCursor(cursor, 1) ?? []
    const drafts = await batches.drafts(batchId, typeof from === 'number' ? from : 0, pageSize)
    const last = drafts.at(-1)
    const hasMore = last !== undefined && last.index + 1 < batch.drafts
    return {
      batch: describeBatch(batch),
      items: drafts.map(describeRow),
      cursor: hasMore ? encodeCursor([last.index + 1]) : null,
    }
  }
