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
  async ({ batchId, index }, { actor, now }) => {
    await loadBatch(batches, batchId, actor)
    const stored = await batches.draft(batchId, index)
    refuseIf(whyNotConfirm(stored.draft))
    const next = { ...stored.draft, confirmed: true }
    await batches.changeDraft(stored, next, { actor, now }, 'confirm', keepsState('confirm', actor))
    return describeDraft(next, await findUnits(organization, unitNamesOf(next)))
  }
