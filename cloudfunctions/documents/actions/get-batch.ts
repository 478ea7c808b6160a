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
    const after = typeof from === 'number' ? from : -1
    const found = await batches.drafts(batchId, after, pageSize + 1)
    const drafts = found.slice(0, pageSize)
    const last = found.length > pageSize ? drafts.at(-1) : undefined
    return {
      batch: describeBatch(batch),
      items: drafts.map((draft) => describeRow(draft, batch)),
      cursor: last ? encodeCursor([last.index]) : null,
    }
  }
