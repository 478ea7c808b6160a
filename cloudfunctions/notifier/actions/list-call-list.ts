import { RuleError } from '@/domain/refusal'
import { isNewsStill } from '@/domain/feedback/news'
import type { RectificationTask } from '@/domain/task/task'
import type { Handler } from '../../_kit/handler'
import type { CallListStore, CallRow } from '../../_stores/call-list-store'
import type { MessageReminders } from '../../_stores/messages/message-reminders'
import type { MessageReports } from '../../_stores/messages/message-reports'
import type { OrganizationStore } from '../../_stores/organization-store'
import type { TaskStore } from '../../_stores/task-store'

interface Deps {
  readonly calls: CallListStore
  readonly reminders: Pick<MessageReminders, 'standing'>
  readonly reports: Pick<MessageReports, 'states'>
  readonly tasks: Pick<TaskStore, 'findMany'>
  readonly organization: Pick<OrganizationStore, 'units'>
}

const idsOf = (rows: readonly CallRow[], pick: (row: CallRow) => string | null): string[] => [
  ...new Set(rows.flatMap((row) => pick(row) ?? [])),
]

/** A row with whether its day is 暂定, which the thing that is owed still knows. */
interface StandingRow extends CallRow {
  readonly dueProvisional: boolean
}

/** What was done meanwhile, or is news no longer, has left the list. */
const standing = async (
  { reminders, reports }: Pick<Deps, 'reminders' | 'reports'>,
  rows: readonly CallRow[],
): Promise<StandingRow[]> => {
  const isReport = ({ about, thing }: CallRow) => about === 'notice' && thing === 'feedback'
  const owed = await reminders.standing(idsOf(rows, ({ obligationId }) => obligationId))
  const states = await reports.states(idsOf(rows.filter(isReport), ({ thingId }) => thingId))
  const stands = (row: CallRow): boolean => {
    if (row.about === 'obligation') return owed.get(row.obligationId ?? '')?.dueOn === row.dueOn
    if (row.notice === null || !isReport(row)) return true
    const state = states.get(row.thingId ?? '')
    return state !== undefined && isNewsStill(row.notice, state)
  }
  return rows.filter(stands).map((row) => ({
    ...row,
    dueProvisional: owed.get(row.obligationId ?? '')?.provisional ?? false,
  }))
}

/** The person who signed for the unit's share, as they wrote themselves down. */
const signerOf = (row: CallRow, task: RectificationTask | undefined) =>
  task?.assignments.find(
    ({ unitId, personId }) => unitId === row.unitId && personId === row.personId,
  )

/**
 * 电话提醒名单: the coordinator's of units, firms and desks of the region, intake's of
 * reporters.
 */
export const listCallList =
  (deps: Deps): Handler<'notifier.listCallList'> =>
  async ({ cursor }, { actor }) => {
    const { role, regionCode, belongsTo } = actor
    if (role !== 'coordinator' && role !== 'intake') throw new RuleError('ACCESS.ROLE')
    const page = await deps.calls.page(role, regionCode!, belongsTo, cursor)
    const rows = await standing(deps, page.items)
    const units = await deps.organization.units(idsOf(rows, ({ unitId }) => unitId))
    const ofTasks = rows.filter(({ thing }) => thing === 'task')
    const tasks = await deps.tasks.findMany(idsOf(ofTasks, ({ thingId }) => thingId))
    return {
      items: rows.map((row) => {
        const unit = units.get(row.unitId ?? '')
        const signer = signerOf(row, tasks.get(row.thingId ?? ''))
        return {
          id: row.id,
          on: row.on,
          about: row.about,
          notice: row.notice,
          thing: row.thing,
          thingId: row.thingId,
          unitName: unit?.name ?? '',
          role: row.role,
          personName: signer?.personName ?? row.personName,
          phone: signer?.phone ?? unit?.phone ?? null,
          title: row.title,
          dueOn: row.dueOn,
          dueProvisional: row.dueProvisional,
          reason: row.reason,
        }
      }),
      cursor: page.cursor,
    }
  }
