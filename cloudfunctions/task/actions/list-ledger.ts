import { RuleError } from '@/domain/refusal'
import { ledgerKeyOf, readsAsConcerned } from '@/domain/task/readers'
import type { Handler } from '../../_kit/handler'
import { describeRow, describeRows, leadOf } from '../../_stores/ledger-row'
import { loadNames } from '../../_stores/task-names'
import type { TaskDeps } from '../task-deps'

/** Rows by scope: the office's region, or what the own unit has a part in, or what one leads. */
export const listLedger =
  ({
    writer,
    tasks,
    organization,
  }: Pick<TaskDeps, 'writer' | 'tasks' | 'organization'>): Handler<'task.listLedger'> =>
  async ({ filter: { led, ...filter }, query, sort, cursor, detailed }, call) => {
    const { actor } = call
    const reader = ledgerKeyOf(actor, led)
    if (reader === null) throw new RuleError('ACCESS.ROLE')
    const { personId } = actor
    const page = await tasks.page({ reader, personId, ...filter, query, sort, cursor })
    const { cursor: next, partly } = page
    if (detailed && !readsAsConcerned(actor.role)) {
      const items = await describeRows({ writer, organization }, page.items, call)
      return { items, cursor: next, partly }
    }
    const leads = page.items.map(leadOf).filter((id) => id !== null)
    const names = await loadNames(organization, leads, [])
    return {
      items: page.items.map((task) => describeRow(writer, task, names, call)),
      cursor: next,
      partly,
    }
  }
