import { whyNotBatch } from '@/domain/import/batch'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import { describeBatch } from '../describe'
import { loadBatch } from '../load-batch'

/** Only before the first task was made of it: a task is cancelled on its own. */
export const discardBatch =
  ({ batches }: { readonly batches: BatchStore }): Handler<'documents.discardBatch'> =>
  async ({ batchId }, { actor, now }) => {
    await loadBatch(batches, batchId, actor)
    const batch = await batches.change(batchId, { actor, now }, 'discard', (current) => {
      refuseIf(whyNotBatch(current, 'discard', actor))
      return 'discarded'
    })
    return describeBatch(batch)
  }
