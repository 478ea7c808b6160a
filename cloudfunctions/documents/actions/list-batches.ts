import { whyNotSee } from '@/domain/import/batch'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import { describeBatch } from '../describe'

export const listBatches =
  ({ batches }: { readonly batches: BatchStore }): Handler<'documents.listBatches'> =>
  async ({ cursor }, { actor }) => {
    refuseIf(whyNotSee(actor.regionCode ?? '', actor))
    const page = await batches.page(actor.regionCode!, cursor)
    return { items: page.items.map((batch) => describeBatch(batch)), cursor: page.cursor }
  }
