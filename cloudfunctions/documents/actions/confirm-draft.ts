import { whyNotConfirm } from '@/domain/import/draft'
import { unitNamesOf } from '@/domain/import/to-task'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import type { OrganizationStore } from '../../_stores/organization-store'
import { describeDraft } from '../describe'
import { keepsState, loadBatch } from '../load-batch'
import { findUnits } from '../unit-names'

interface Deps {
  readonly batches: BatchStore
  readonly organization: OrganizationStore
}

export const confirmDraft =
  ({ batches, organization }: Deps): Handler<'documents.confirmDraft'> =>
  async ({ batchId, index }, call) => {
    await loadBatch(batches, batchId, call.actor)
    const stored = await batches.draft(batchId, index)
    refuseIf(whyNotConfirm(stored.draft))
    const next = { ...stored.draft, confirmed: true }
    const units = await findUnits(organization, unitNamesOf(next))
    const decide = keepsState('confirm', call.actor)
    return batches.changeDraft(call, stored, next, 'confirm', decide, () =>
      describeDraft(next, units),
    )
  }
