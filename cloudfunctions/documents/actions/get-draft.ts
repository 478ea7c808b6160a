import { unitNamesOf } from '@/domain/import/to-task'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import type { OrganizationStore } from '../../_stores/organization-store'
import { describeDraft } from '../describe'
import { loadBatch } from '../load-batch'
import { findUnits } from '../unit-names'

interface Deps {
  readonly batches: BatchStore
  readonly organization: OrganizationStore
}

export const getDraft =
  ({ batches, organization }: Deps): Handler<'documents.getDraft'> =>
  async ({ batchId, index }, { actor }) => {
    await loadBatch(batches, batchId, actor)
    const draft = await batches.draft(batchId, index)
    return describeDraft(draft, await findUnits(organization, unitNamesOf(draft)))
  }
