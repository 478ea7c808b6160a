import type { DraftTask } from '@/domain/import/draft'
import { whyNotEdit } from '@/domain/import/draft'
import { splitDraft as split } from '@/domain/import/regroup'
import { unitNamesOf } from '@/domain/import/to-task'
import { refuseIf, RuleError } from '@/domain/refusal'
import { CallError } from '../../_kit/call-error'
import type { Handler } from '../../_kit/handler'
import type { BatchStore } from '../../_stores/batch-store'
import type { OrganizationStore } from '../../_stores/organization-store'
import { describeDraft } from '../describe'
import { readPart } from '../read-part'
import { findUnits } from '../unit-names'

interface Deps {
  readonly batches: BatchStore
  readonly organization: OrganizationStore
}

const draftAndNext = 2

/** Places between a draft and the next one. */
const between = (from: number, next: number | undefined, count: number): number[] => {
  const gap = ((next ?? from + 1) - from) / (count + 1)
  return Array.from({ length: count }, (_, at) => from + gap * (at + 1))
}

/** The part behind the place is read anew, as a text of its own. */
export const splitDraft =
  ({ batches, organization }: Deps): Handler<'documents.splitDraft'> =>
  ({ batchId, index, at }, call) =>
    batches.onList(call, batchId, 'edit', async ({ replace }) => {
      const from = batches.draftsFrom(batchId, index, draftAndNext)
      const { value: draft } = await from.next()
      if (draft?.index !== index) throw new RuleError('THING.NOT_FOUND')
      refuseIf(whyNotEdit(draft))
      const { source } = draft
      const read: DraftTask[] = readPart(
        source.text.slice(Math.max(0, at - source.from)),
        at,
        batchId,
      )
      const { value: following } = await from.next()
      const places = between(index, following?.index, Math.max(1, read.length))
      const parts = split(draft, at, read, places)
      const [first] = parts ?? []
      if (!parts || !first) throw new CallError('INPUT.INVALID', ['at'])
      const units = await findUnits(organization, unitNamesOf(first))
      await replace({
        before: [draft],
        after: parts,
        event: 'split',
        changes: { before: [index], after: parts.map((part) => part.index) },
      })
      return describeDraft(first, units)
    })
