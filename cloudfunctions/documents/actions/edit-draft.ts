import { changeDraft, decideField } from '@/domain/import/decide'
import { type DraftTask, whyNotEdit } from '@/domain/import/draft'
import { unitNamesOf } from '@/domain/import/to-task'
import { refuseIf } from '@/domain/refusal'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { CallError } from '../../_kit/call-error'
import { type BatchStore, changesOf } from '../../_stores/batch-store'
import type { OrganizationStore } from '../../_stores/organization-store'
import { describeDraft } from '../describe'
import { keepsState, loadBatch } from '../load-batch'
import { movedChildren } from '../move-children'
import { findUnits } from '../unit-names'

interface Deps {
  readonly batches: BatchStore
  readonly organization: OrganizationStore
}

/** First what was decided on unsure fields, then what was changed by hand. */
const edited = (
  draft: DraftTask,
  { decisions, change }: ParsedInput<'documents.editDraft'>,
): DraftTask => {
  const decided = decisions.reduce((current, { field, value }, at) => {
    const next = decideField(current, field, value.trim())
    if (!next) throw new CallError('INPUT.INVALID', [`decisions.${at}.value`])
    return next
  }, draft)
  return changeDraft(decided, change)
}

export const editDraft =
  ({ batches, organization }: Deps): Handler<'documents.editDraft'> =>
  async (input, call) => {
    const { batchId, index } = input
    await loadBatch(batches, batchId, call.actor)
    const stored = await batches.draft(batchId, index)
    refuseIf(whyNotEdit(stored.draft))
    const next = edited(stored.draft, input)
    const moved = await movedChildren(batches, stored.draft, next.number)
    const units = await findUnits(organization, unitNamesOf(next))
    const change = {
      batchId,
      before: [stored, ...moved.before],
      after: [next, ...moved.after],
      event: 'edit',
      changes: { ...changesOf(next), moved: moved.after.map((draft) => draft.index) },
      decide: keepsState('edit', call.actor),
    }
    return batches.regroup(call, change, () => describeDraft(next, units))
  }
