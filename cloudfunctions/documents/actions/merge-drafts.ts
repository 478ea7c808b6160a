import { mergeDrafts as merged } from '@/domain/import/regroup'
import { whyNotEdit } from '@/domain/import/draft'
import { unitNamesOf } from '@/domain/import/to-task'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import type { OrganizationStore } from '../../_stores/organization-store'
import { describeDraft } from '../describe'
import { keepsState, loadBatch } from '../load-batch'
import { movedChildren } from '../move-children'
import { findUnits } from '../unit-names'

interface Deps {
  readonly batches: BatchStore
  readonly organization: OrganizationStore
}

/** This draft and the next become one; the parts of the next become parts of the one. */
export const mergeDrafts =
  ({ batches, organization }: Deps): Handler<'documents.mergeDrafts'> =>
  async ({ batchId, index }, call) => {
    await loadBatch(batches, batchId, call.actor)
    const first = await batches.draft(batchId, index)
    const [following] = await batches.drafts(batchId, index, 1)
    if (!following) throw new RuleError('THING.NOT_FOUND', ['index'])
    const second = await batches.draft(batchId, following.index)
    refuseIf(whyNotEdit(first.draft) ?? whyNotEdit(second.draft))
    const one = merged(first.draft, second.draft)
    if (!one) throw new RuleError('THING.STATE', ['index'])
    const moved = await movedChildren(batches, second.draft, one.number)
    const units = await findUnits(organization, unitNamesOf(one))
    const after = [one, ...moved.after]
    const change = {
      batchId,
      before: [first, second, ...moved.before],
      after,
      event: 'merge',
      changes: { before: [index, following.index], after: after.map((draft) => draft.index) },
      decide: keepsState('edit', call.actor),
    }
    return batches.regroup(call, change, () => describeDraft(one, units))
  }
