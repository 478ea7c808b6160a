import type { ActionInput } from '@/contract/actions'
import { taskActions } from '@/contract/task/actions'
import { refuseIf, RuleError } from '@/domain/refusal'
import { mostExported } from '@/domain/task/ledger-columns'
import { ledgerKeyOf, whyNotExportLedger, whyNotRead } from '@/domain/task/readers'
import type { Call, Handler } from '../../_kit/handler'
import { describeRows } from '../../_stores/ledger-row'
import type { MembershipStore } from '../../_stores/membership-store'
import type { Stores } from '../../_stores/open-stores'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import type { TaskStore } from '../../_stores/task-store'
import { makeLedgerBook } from '../ledger/workbook'

interface Deps extends Pick<Stores, 'writer' | 'organization' | 'files' | 'cipher'> {
  readonly tasks: TaskStore
  readonly memberships: MembershipStore
}

type From = ActionInput<'documents.exportLedger'>['from']

interface Found {
  readonly tasks: readonly TaskRecord[]
  readonly left: boolean
}

/** One more is asked for, to know whether there is another page: the platform's limit is 100. */
const rowsOfPage = 99

/** @throws RuleError `THING.NOT_FOUND` for a task that the caller does not read */
const chosenTasks = async ({ tasks }: Deps, ids: readonly string[], call: Call): Promise<Found> => {
  const found = await tasks.findMany([...new Set(ids)])
  const chosen = [...new Set(ids)].map((id) => {
    const task = found.get(id)
    if (!task || !taskThing.isShown?.(task, call) || whyNotRead(task, call.actor))
      throw new RuleError('THING.NOT_FOUND', ['from'])
    return task
  })
  return { tasks: chosen, left: false }
}

/**
 * Page after page in the order of the list, no further than one file takes, and for words no
 * further than one look through the ledger goes.
 */
const filteredTasks = async (
  { tasks }: Deps,
  { filter: { led, ...filter }, query, sort }: Exclude<From, { taskIds: string[] }>,
  { actor }: Call,
): Promise<Found> => {
  const reader = ledgerKeyOf(actor, led)
  if (reader === null) throw new RuleError('ACCESS.ROLE')
  const { personId } = actor
  const found: TaskRecord[] = []
  for (let cursor: string | undefined; ;) {
    const asked = { reader, personId, ...filter, query, sort, cursor, size: rowsOfPage }
    const page = await tasks.page(asked)
    found.push(...page.items)
    const isFull = found.length > mostExported
    if (isFull || page.cursor === null || page.partly)
      return { tasks: found.slice(0, mostExported), left: isFull || page.cursor !== null }
    cursor = page.cursor
  }
}

/** What the audit says of it: words that were looked for as a digest. */
const auditedFrom = ({ cipher }: Deps, from: From) =>
  'taskIds' in from
    ? from
    : { ...from, ...(from.query !== undefined && { query: cipher.blind(`query ${from.query}`) }) }

/** 导出台账: written, noted with who took it, and reached by a link that lives minutes. */
export const exportLedger =
  (deps: Deps): Handler<'documents.exportLedger'> =>
  async ({ columns, from }, call) => {
    const { actor, today } = call
    refuseIf(whyNotExportLedger(actor))
    const { files, cipher, writer, memberships } = deps
    const { tasks, left } =
      'taskIds' in from
        ? await chosenTasks(deps, from.taskIds, call)
        : await filteredTasks(deps, from, call)
    // What the list's own function carries out, as the list shows it.
    const serves = (event: string) => Object.hasOwn(taskActions, `task.${event}`)
    const rows = await describeRows(deps, tasks, { ...call, serves })
    const bytes = await makeLedgerBook({ columns, rows, today, left })
    const membershipId = actor.membershipId!
    // The next one takes its place: none is kept.
    const path = `exports/${cipher.blind(`export ${membershipId}`)}/ledger.xlsx`
    await files.write(path, bytes)
    const url = (await files.links([path])).get(path)
    if (url === undefined) throw new RuleError('FILE.MISSING')
    return writer.write(call, async (acting) => {
      const changes = { columns, from: auditedFrom(deps, from), rows: rows.length, left }
      await memberships.keepExport(acting, membershipId, changes)
      return { url, rows: rows.length, left }
    })
  }
