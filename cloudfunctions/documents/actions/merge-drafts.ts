import { mergeDrafts as merged } from '@/domain/import/regroup'
import { whyNotEdit } from '@/domain/import/draft'
import { unitNamesOf } from '@/domain/import/to-task'
import { refuseIf, RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import type { OrganizationStore } from '../../_stores/organization-store'
import { describeDraft } from '../describe'
import { draftsAtOnce, movedChildren } from '../move-children'
import { findUnits } from '../unit-names'

interface Deps {
  readonly batches: BatchStore
  readonly organization: OrganizationStore
}

/** This draft and the next become one; the parts of the next become parts of the one. */
export const mergeDrafts =
  ({ batches, organization }: Deps): Handler<'documents.mergeDrafts'> =>
  ({ batchId, index }, call) =>
    batches.onList(call, batchId, 'edit', async ({ replace }) => {
      const from = batches.draftsFrom(batchId, index, draftsAtOnce)
      const { value: first } = await from.next()
      if (first?.index !== index) throw new RuleError('THING.NOT_FOUND')
      const { value: second } = await from.next()
      if (!second) throw new RuleError('THING.NOT_FOUND', ['index'])
      refuseIf(whyNotEdit(first) ?? whyNotEdit(second))
      const one = merged(first, second)
      if (!one) throw new RuleError('THING.STATE', ['index'])
      const moved = await movedChildren(batches, second, one.number, from)
      const units = await findUnits(organization, unitNamesOf(one))
      const after = [one, ...moved.after]
      await replace({
        before: [first, second, ...moved.before],
        after,
        event: 'merge',
        changes: { before: [index, second.index], after: after.map((draft) => draft.index) },
      })
      return describeDraft(one, units)
    })
