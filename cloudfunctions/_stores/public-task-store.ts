import { regionsTouched } from '@/domain/organization/region-path'
import type { RegionCode } from '@/domain/organization/region'
import type { PublicTask } from '@/domain/release/public-task'
import type { PublicState } from '@/domain/task/schedule'
import { queryTerms, searchTerms } from '@/domain/task/search-terms'
import type { TaskCategory, TaskId } from '@/domain/task/task'
import type { Database, Filter } from './database'
import type { Doc } from './document'
import { decodeCursor, encodeCursor } from './page-cursor'
import { sortKey } from './sort-key'

/**
 * The public register: a projection that holds released text only, so that no query on it can
 * leak what was not released.
 */
export const publicTasks = 'publicTasks'

export interface PublicQuery {
  readonly areas: readonly RegionCode[]
  readonly category?: TaskCategory
  readonly state?: PublicState
  readonly query?: string
  readonly cursor?: string
}

const pageSize = 20

export const publicTaskDoc = (task: PublicTask): Doc => {
  const { id, ...rest } = task
  const { text, facts } = task
  const codes = [...text.regions, ...text.villages].map(({ code }) => code)
  return {
    ...rest,
    _id: id,
    by: {
      areas: regionsTouched(codes),
      category: text.category,
      state: facts.state,
      order: sortKey(text.dueOn, id),
      terms: searchTerms([
        text.number,
        text.title,
        text.problem,
        text.unitName,
        ...text.units.map(({ name }) => name),
        ...[...text.regions, ...text.villages].map(({ name }) => name),
      ]),
    },
  }
}

export const publicTaskOf = ({ _id, by: _by, ...rest }: Doc): PublicTask =>
  ({ ...rest, id: _id }) as unknown as PublicTask

export class PublicTaskStore {
  constructor(private readonly database: Database) {}

  async find(id: TaskId): Promise<PublicTask | null> {
    const doc = await this.database.get(publicTasks, id)
    return doc ? publicTaskOf(doc) : null
  }

  async page(query: PublicQuery): Promise<{ items: PublicTask[]; cursor: string | null }> {
    const [after = ''] = decodeCursor(query.cursor, 1) ?? []
    const filter = this.filterOf(query, after)
    const docs = await this.database.find(publicTasks, filter, {
      sort: [['by.order', 'asc']],
      limit: pageSize + 1,
    })
    const items = docs.slice(0, pageSize).map(publicTaskOf)
    const last = items.at(-1)
    return {
      items,
      cursor:
        docs.length > pageSize && last ? encodeCursor([sortKey(last.text.dueOn, last.id)]) : null,
    }
  }

  async count(query: PublicQuery): Promise<number> {
    return this.database.count(publicTasks, this.filterOf(query, ''))
  }

  /** The range on the order is the whole register's index, and every other one's last key. */
  private filterOf({ areas, category, state, query }: PublicQuery, after: string | number): Filter {
    const { command } = this.database
    const terms = queryTerms(query ?? '')
    const [area] = areas
    return {
      'by.order': command.gt(after),
      ...(area && { 'by.areas': areas.length > 1 ? command.all([...areas]) : area }),
      ...(category && { 'by.category': category }),
      ...(state && { 'by.state': state }),
      ...(terms.length > 0 && { 'by.terms': command.all(terms) }),
    }
  }
}
