import type { IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import { regionPrefix } from '@/domain/organization/region'
import type { Role } from '@/domain/organization/role'
import type { Obligation } from '@/domain/reminder/obligation'
import type { Database, Filter } from './database'
import type { Doc } from './document'
import { decodeCursor, encodeCursor } from './page-cursor'

/** Roles that owe as a body; the others owe as an office of a region. */
const bodyRoles: readonly Role[] = ['unitStaff', 'unitLeader', 'villageOfficer', 'enterpriseAgent']

const pageSize = 20
const mostForReminders = 100

/** What is owed, read by whoever owes it. Written only with the thing itself. */
export class ObligationStore {
  constructor(private readonly database: Database) {}

  /** By due day. */
  async page(
    actor: Actor,
    cursor: string | undefined,
  ): Promise<{ items: Obligation[]; cursor: string | null }> {
    const docs = await this.after(actor, decodeCursor(cursor, 2), pageSize + 1)
    const items = docs.slice(0, pageSize).map(obligationOf)
    const last = items.at(-1)
    return {
      items,
      cursor: docs.length > pageSize && last ? encodeCursor([last.dueOn, last.id]) : null,
    }
  }

  /** What is due first, for the coming reminder days. */
  async dueFirst(actor: Actor): Promise<Obligation[]> {
    return (await this.after(actor, null, mostForReminders)).map(obligationOf)
  }

  /** How many are past, and how many are due on `today`. */
  async counts(actor: Actor, today: IsoDay): Promise<{ overdue: number; dueToday: number }> {
    const owed = this.owedBy(actor)
    const { command } = this.database
    return {
      overdue: await this.database.count('obligations', { ...owed, dueOn: command.lt(today) }),
      dueToday: await this.database.count('obligations', { ...owed, dueOn: today }),
    }
  }

  /** Two queries after the first page: the rest of the last day, then later days. */
  private async after(
    actor: Actor,
    last: readonly (string | number)[] | null,
    limit: number,
  ): Promise<Doc[]> {
    const owed = this.owedBy(actor)
    const { command } = this.database
    if (!last) return this.sorted(owed, limit)
    const [dueOn, id] = last
    const sameDay = await this.sorted({ ...owed, dueOn, _id: command.gt(id) }, limit)
    if (sameDay.length === limit) return sameDay
    const later = { ...owed, dueOn: command.gt(dueOn) }
    return [...sameDay, ...(await this.sorted(later, limit - sameDay.length))]
  }

  private async sorted(filter: Filter, limit: number): Promise<Doc[]> {
    return this.database.find('obligations', filter, {
      sort: [
        ['dueOn', 'asc'],
        ['_id', 'asc'],
      ],
      limit,
    })
  }

  private owedBy({ role, unitId, regionCode }: Actor): Filter {
    if (bodyRoles.includes(role)) return { unitId, roles: role }
    const prefix = regionPrefix(regionCode ?? '')
    const { command } = this.database
    return {
      unitId: null,
      roles: role,
      regionCode: new RegExp(`^${prefix}`),
      hiddenFrom: command.neq(unitId),
    }
  }
}

const obligationOf = ({ _id, ...rest }: Doc): Obligation =>
  ({ ...rest, id: _id }) as unknown as Obligation
