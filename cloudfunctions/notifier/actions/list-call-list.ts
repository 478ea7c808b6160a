import { RuleError } from '@/domain/refusal'
import type { RectificationTask } from '@/domain/task/task'
import type { Handler } from '../../_kit/handler'
import type { CallListStore, CallRow } from '../../_stores/call-list-store'
import type { MessageReminders } from '../../_stores/message-reminders'
import type { OrganizationStore } from '../../_stores/organization-store'
import type { TaskStore } from '../../_stores/task-store'

interface Deps {
  readonly calls: CallListStore
  readonly reminders: Pick<MessageReminders, 'standing'>
  readonly tasks: Pick<TaskStore, 'findMany'>
  readonly organization: Pick<OrganizationStore, 'units'>
}

/** The person who signed for the unit's share, as they wrote themselves down. */
const signerOf = (row: CallRow, task: RectificationTask | undefined) =>
  task?.assignments.find(
    ({ unitId, personId }) => unitId === row.unitId && personId === row.personId,
  )

/** 电话提醒名单 of the coordinator's region; what was done meanwhile has left it. */
export const listCallList =
  ({ calls, reminders, tasks, organization }: Deps): Handler<'notifier.listCallList'> =>
  async ({ cursor }, { actor }) => {
    if (actor.role !== 'coordinator') throw new RuleError('ACCESS.ROLE')
    const page = await calls.page(actor.regionCode!, actor.unitId, cursor)
    const standing = await reminders.standing(page.items.map(({ obligationId }) => obligationId))
    const rows = page.items.filter(
      ({ obligationId, dueOn }) => standing.get(obligationId)?.dueOn === dueOn,
    )
    const units = await organization.units(rows.flatMap(({ unitId }) => unitId ?? []))
    const signed = await tasks.findMany(
      rows.filter(({ thing }) => thing === 'task').map(({ thingId }) => thingId),
    )
    return {
      items: rows.map((row) => {
        const unit = row.unitId === null ? undefined : units.get(row.unitId)
        const signer = signerOf(row, signed.get(row.thingId))
        return {
          id: row.id,
          on: row.on,
          unitName: unit?.name ?? '',
          personName: signer?.personName ?? null,
          phone: signer?.phone ?? unit?.phone ?? null,
          title: row.title,
          dueOn: row.dueOn,
          reason: row.reason,
        }
      }),
      cursor: page.cursor,
    }
  }
