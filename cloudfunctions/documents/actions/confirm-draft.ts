import { whyNotConfirm } from '@/domain/import/draft'
import { unitNamesOf } from '@/domain/import/to-task'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { type BatchStore, changesOf } from '../../_stores/batch-store'
import type { OrganizationStore } from '../../_stores/organization-store'
import { describeDraft } from '../describe'
import { findUnits } from '../unit-names'

interface Deps {
  readonly batches: BatchStore
  readonly organization: OrganizationStore
}

export const confirmDraft =
  ({ batches, organization }: Deps): Handler<'documents.confirmDraft'> =>
  ({ batchId, index }, call) =>
    batches.onList(call, batchId, 'confirm', async ({ acting, replace }) => {
      const draft = await batches.draft(batchId, index, acting.read)
      refuseIf(whyNotConfirm(draft))
      const next = { ...draft, confirmed: true }
      const units = await findUnits(organization, unitNamesOf(next))
      await replace({
        before: [draft],
        after: [next],
        event: 'confirm',
        changes: changesOf(next),
      })
      return describeDraft(next, units)
    })
