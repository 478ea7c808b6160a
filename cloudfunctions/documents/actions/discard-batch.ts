import { type ImportBatch, whyNotBatch, whyNotSee } from '@/domain/import/batch'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import { describeBatch } from '../describe'

/** Only before the first task was made of it: a task is cancelled on its own. */
export const discardBatch =
  ({ batches }: { readonly batches: BatchStore }): Handler<'documents.discardBatch'> =>
  ({ batchId }, call) => {
    const decide = (current: ImportBatch) => {
      refuseIf(whyNotSee(current.regionCode, call.actor))
      refuseIf(whyNotBatch(current, 'discard', call.actor))
      return 'discarded' as const
    }
    return batches.change(call, batchId, 'discard', decide, describeBatch)
  }
