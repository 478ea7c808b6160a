import type { IsoDay } from '@/domain/calendar/day'
import type { Actor } from '@/domain/organization/actor'
import { type Obligation, thingKinds } from '@/domain/reminder/obligation'
import { ownerKeysOf, ownerKeysOfActor } from '@/domain/reminder/owners'
import type { Database, Filter } from './database'
import type { Doc } from './document'
import { decodeCursor, encodeCursor } from './page-cursor'
import { orNone, rowsOf, type Shape } from './shape'
import { obligationKinds } from '@/domain/reminder/kinds'

const pageSize = 20
/** A to-do is counted up to here, so that counting costs the same however much is owed. */
const mostCounted = 100
const mostForReminders = 100

/** What is owed as it is stored: beside it the keys by which its owners find it. */
export const obligationDoc = ({ id, ...rest }: Obligation): Doc => ({
  _id: id,
  ...rest,
  owners: ownerKeysOf(rest),
})

const listed = [
  'kind',
  'thing',
  'thingId',
  'node',
  'title',
  'dueOn',
  'provisional',
  'risesOn',
] as const satisfies readonly (keyof Obligation)[]
/** What is owed as a to-do shows it. */
type Owed = Pick<Obligation, 'id' | (typeof listed)[number]>

/** What is owed, read by whoever owes it. Written only with the thing itself. */
export class ObligationStore {
  constructor(private readonly database: Database) {}

  /** By due day, with the counts of what is overdue and due on `today`; 100 stands for more. */
  async page(
    actor: Actor,
    cursor: string | undefined,
    today: IsoDay,
  ): Promise<{
    items: Owed[]
    cursor: string | null
    overdue: number
    dueToday: number
  }> {
    const first = (await this.after(actor, null, mostCounted, listed)).map(owedOf)
    const after = decodeCursor(cursor, 2)
    const rows = after ? (await this.after(actor, after, pageSize + 1, listed)).map(owedOf) : first
    const items = rows.slice(0, pageSize)
    const last = items.at(-1)
    return {
      items,
      cursor: rows.length > pageSize && last ? encodeCursor([last.dueOn, last.id]) : null,
      ...(await this.counts(actor, first, today)),
    }
  }

  /** One that is owed, as the notifier has left it; null when it is no longer owed. */
  async find(id: string): Promise<Obligation | null> {
    const doc = await this.database.get('obligations', id)
    return doc ? obligationOf(doc) : null
  }

  /** What is due first, for the coming reminder days. */
  async dueFirst(actor: Actor): Promise<Obligation[]> {
    return (await this.after(actor, null, mostForReminders)).map(obligationOf)
  }

  /** From what is due first; where that does not reach beyond today, today's are asked for. */
  private async counts(
    actor: Actor,
    first: readonly Owed[],
    today: IsoDay,
  ): Promise<{ overdue: number; dueToday: number }> {
    const overdue = first.filter(({ dueOn }) => dueOn < today).length
    const last = first.at(-1)
    const reachesOn = first.length < mostCounted || (last !== undefined && last.dueOn > today)
    if (reachesOn) return { overdue, dueToday: first.filter(({ dueOn }) => dueOn === today).length }
    const ofToday = await this.sorted({ ...this.owedBy(actor), dueOn: today }, mostCounted, [
      'dueOn',
    ])
    return { overdue, dueToday: ofToday.length }
  }

  /** Two queries after the first page: the rest of the last day, then later days. */
  private async after(
    actor: Actor,
    last: readonly (string | number)[] | null,
    limit: number,
    only?: readonly string[],
  ): Promise<Doc[]> {
    const owed = this.owedBy(actor)
    const { command } = this.database
    if (!last) return this.sorted(owed, limit, only)
    const [dueOn, id] = last
    const sameDay = await this.sorted({ ...owed, dueOn, _id: command.gt(id) }, limit, only)
    if (sameDay.length === limit) return sameDay
    const later = { ...owed, dueOn: command.gt(dueOn) }
    return [...sameDay, ...(await this.sorted(later, limit - sameDay.length, only))]
  }

  private async sorted(filter: Filter, limit: number, only?: readonly string[]): Promise<Doc[]> {
    return this.database.find('obligations', filter, {
      sort: [
        ['dueOn', 'asc'],
        ['_id', 'asc'],
      ],
      limit,
      only,
    })
  }

  private owedBy(actor: Actor): Filter {
    const { command } = this.database
    return {
      owners: command.in(ownerKeysOfActor(actor)),
      hiddenFrom: command.nin([...actor.belongsTo]),
      ...(actor.personId !== null && { notBy: command.nin([actor.personId]) }),
    }
  }
}

const shown: Shape<Owed> = {
  id: 'text',
  kind: obligationKinds,
  thing: thingKinds,
  thingId: 'text',
  node: 'text',
  title: 'text',
  dueOn: 'text',
  provisional: 'flag',
  risesOn: orNone('text'),
}
const readOwed = rowsOf<Owed>(shown)
const owedOf = ({ _id, ...rest }: Doc): Owed => readOwed({ provisional: false, ...rest, id: _id })

const readObligation = rowsOf<Obligation>({
  ...shown,
  madeOn: 'text',
  unitId: orNone('text'),
  signerOwes: 'flag',
  heldBy: orNone('text'),
  notBy: 'list',
  roles: 'list',
  regionCode: 'text',
  hiddenFrom: 'list',
  open: 'flag',
  nextStepOn: orNone('text'),
})

/** What older rows lack is filled in. */
export const obligationOf = ({ _id, owners: _owners, ...rest }: Doc): Obligation =>
  readObligation({ provisional: false, notBy: [], risesOn: null, ...rest, id: _id })
