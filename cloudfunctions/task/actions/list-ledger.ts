import { RuleError } from '@/domain/refusal'
import { readerKeyOf, readerKeyOfLed } from '@/domain/task/readers'
import type { Handler } from '../../_kit/handler'
import { describeRow, leadOf } from '../describe-task'
import { loadNames } from '../../_stores/task-names'
import type { TaskDeps } from '../task-deps'

/** Rows by scope: the office's region, or what the own unit has a part in, or what one leads. */
export const listLedger =
  ({
    writer,
    tasks,
    organization,
  }: Pick<TaskDeps, 'writer' | 'tasks' | 'organization'>): Handler<'task.listLedger'> =>
  async ({ filter: { led, ...filter }, query, sort, cursor }, call) => {
    const { actor } = call
    const own = readerKeyOf(actor)
    const reader = own && led ? readerKeyOfLed(actor) : own
    if (reader === null) throw new RuleError('ACCESS.ROLE')
    const { personId } = actor
    const page = await tasks.page({ reader, personId, ...filter, query, sort, cursor })
    const leads = page.items.map(leadOf).filter((id) => id !== null)
    const names = await loadNames(organization, leads, [])
    return {
      items: page.items.map((task) => describeRow(writer, task, names, call)),
      cursor: page.cursor,
      partly: page.partly,
    }
  }
