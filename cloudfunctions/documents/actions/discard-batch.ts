import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import { describeBatch } from '../describe'

/** Only before the first task was made of it: a task is cancelled on its own. */
export const discardBatch =
  ({ batches }: { readonly batches: BatchStore }): Handler<'documents.discardBatch'> =>
  ({ batchId }, call) =>
    batches.onList(call, batchId, 'discard', async ({ replace }) => {
      const state = 'discarded'
      const changes = { state }
      return describeBatch(
        await replace({ before: [], after: [], event: 'discard', changes, state }),
      )
    })
