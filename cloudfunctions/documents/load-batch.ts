import { type ImportBatch, whyNotSee } from '@/domain/import/batch'
import type { Actor } from '@/domain/organization/actor'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { BatchStore } from '../_stores/batch-store'

/** The batch, for somebody who may see it. */
export const loadBatch = async (
  batches: BatchStore,
  id: string,
  actor: Actor,
): Promise<ImportBatch> => {
  const batch = await batches.find(id)
  if (!batch) throw new RuleError('THING.NOT_FOUND')
  refuseIf(whyNotSee(batch.regionCode, actor))
  return batch
}
