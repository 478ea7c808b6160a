import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import { decodeCursor, encodeCursor } from '../../_stores/page-cursor'
import type { RoundStore } from '../../_stores/round-store'
import { describeBatch, describeRow } from '../describe'
import { loadBatch } from '../load-batch'

interface Deps {
  readonly batches: BatchStore
  readonly rounds: RoundStore
}

const pageSize = 50

export const getBatch =
  ({ batches, rounds }: Deps): Handler<'documents.getBatch'> =>
  async ({ batchId, cursor }, { actor }) => {
    const batch = await loadBatch(batches, batchId, actor)
    const [from] = decodeCursor(cursor, 1) ?? []
    const after = typeof from === 'number' ? from : -1
    const found = await batches.drafts(batchId, after, pageSize + 1)
    const drafts = found.slice(0, pageSize)
    const last = found.length > pageSize ? drafts.at(-1) : undefined
    return {
      batch: describeBatch(batch, await rounds.find(batch.roundId)),
      items: drafts.map((draft) => describeRow(draft, batch)),
      cursor: last ? encodeCursor([last.index]) : null,
    }
  }
