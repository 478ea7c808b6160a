import { changeDraft, decideField } from '@/domain/import/decide'
import { type DraftTask, whyNotEdit } from '@/domain/import/draft'
import { type PrintedName, rememberedAs, whyNotRemember } from '@/domain/import/printed-name'
import { type KnownUnits, unitNamesOf, unknownNamesOf } from '@/domain/import/to-task'
import type { Actor } from '@/domain/organization/actor'
import type { Unit } from '@/domain/organization/unit'
import { refuseIf } from '@/domain/refusal'
import type { Handler, ParsedInput } from '../../_kit/handler'
import { CallError } from '../../_kit/call-error'
import { type BatchStore, changesOf } from '../../_stores/batch-store'
import type { OrganizationStore } from '../../_stores/organization-store'
import { describeDraft } from '../describe'
import { isCollective } from '../importer/units'
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

/** Units by the printed names that are said to mean them. @throws RuleError see `whyNotRemember` */
const namedUnits = async (
  organization: OrganizationStore,
  draft: DraftTask,
  known: KnownUnits,
  said: readonly PrintedName[],
  actor: Actor,
): Promise<ReadonlyMap<string, Unit>> => {
  const units = await organization.units(said.map(({ unitId }) => unitId))
  const unknown = unknownNamesOf(draft, known, isCollective)
  return new Map(
    said.map(({ printed, unitId }) => {
      const unit = units.get(unitId)
      refuseIf(whyNotRemember(unknown, printed, unit, actor))
      return [printed, unit!]
    }),
  )
}

/** Printed names are remembered with the unit: the next list that prints one finds it. */
export const editDraft =
  ({ batches, organization }: Deps): Handler<'documents.editDraft'> =>
  (input, call) => {
    const { batchId, index } = input
    return batches.onList(call, batchId, 'edit', async ({ acting, replace }) => {
      const draft = await batches.draft(batchId, index, acting.read)
      refuseIf(whyNotEdit(draft))
      const next = edited(draft, input)
      const moved = await movedChildren(batches, draft, next.number)
      const found = await findUnits(organization, unitNamesOf(next))
      const named = await namedUnits(organization, next, found, input.named ?? [], call.actor)
      await replace({
        before: [draft, ...moved.before],
        after: [next, ...moved.after],
        event: 'edit',
        changes: {
          ...changesOf(next),
          moved: moved.after.map((child) => child.index),
          ...(named.size > 0 && { named: [...named].map(([name, { id }]) => `${name} ${id}`) }),
        },
      })
      for (const [printed, { id }] of named)
        await organization.changeUnit(acting.transaction, id, (unit) => rememberedAs(unit, printed))
      const units: KnownUnits = new Map([...found, ...named])
      return describeDraft(next, units)
    })
  }
