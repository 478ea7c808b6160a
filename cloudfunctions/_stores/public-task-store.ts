import { regionsTouched } from '@/domain/organization/region-path'
import type { RegionCode } from '@/domain/organization/region'
import {
  publicDueOf,
  type PublicRow,
  type PublicTask,
  unlistedFacts,
  unlistedText,
} from '@/domain/release/public-task'
import { mostMatching } from '@/domain/release/matching'
import { type PublicState, publicStates } from '@/domain/task/schedule-words'
import { queryTerms, searchTerms } from '@/domain/task/search-terms'
import type { TaskCategory, TaskId } from '@/domain/task/task'
import { countTo, searchPage } from './bounded-query'
import type { Database, Filter } from './database'
import type { Doc } from './document'
import { decodeCursor, encodeCursor } from './page-cursor'
import { sortKey } from './sort-key'
import { orNone, rowsOf } from './shape'

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
const order = 'by.order'
/** Lies in every list of areas: no filter by place is one more place. */
const everywhere = 'everywhere'
/** By the day that counts. */
const orderOf = (task: PublicRow): string => sortKey(publicDueOf(task).dueOn, task.id)

export const publicTaskDoc = (task: PublicTask): Doc => {
  const { id, ...rest } = task
  const { text, facts } = task
  const codes = [...text.regions, ...text.villages].map(({ code }) => code)
  return {
    ...rest,
    _id: id,
    by: {
      areas: [everywhere, ...regionsTouched(codes)],
      category: text.category,
      state: facts.state,
      order: orderOf(task),
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

const readPublicTask = rowsOf<PublicTask>({
  id: 'text',
  text: 'row',
  facts: 'row',
  releasedOn: 'text',
  releasedSchedule: orNone(publicStates),
})

export const publicTaskOf = ({ _id, by: _by, ...rest }: Doc): PublicTask =>
  readPublicTask({ ...rest, id: _id })

const readPublicRow = rowsOf<PublicRow>({ id: 'text', text: 'row', facts: 'row' })
const publicRowOf = ({ _id, by: _by, ...rest }: Doc): PublicRow =>
  readPublicRow({ ...rest, id: _id })
/** A row is a third of its document, and twenty come at once. */
const unlisted = [
  'by',
  ...unlistedText.map((name) => `text.${name}`),
  ...unlistedFacts.map((name) => `facts.${name}`),
]

export class PublicTaskStore {
  constructor(private readonly database: Database) {}

  async find(id: TaskId): Promise<PublicTask | null> {
    const doc = await this.database.get(publicTasks, id)
    return doc ? publicTaskOf(doc) : null
  }

  /** By day due. Words are looked for in a part of the register at a time: `partly`. */
  async page(
    query: PublicQuery,
  ): Promise<{ items: PublicRow[]; cursor: string | null; partly: boolean }> {
    const [after = ''] = decodeCursor(query.cursor, 1) ?? []
    const range = { [order]: this.database.command.gt(after) }
    const [term, ...terms] = queryTerms(query.query ?? '')
    const [, otherArea] = query.areas
    const { all } = this.database.command
    if (term !== undefined)
      return this.search(
        { 'by.terms': term, ...range },
        { ...this.filterOf(query), ...(terms.length > 0 && { 'by.terms': all(terms) }) },
      )
    if (otherArea !== undefined)
      return this.search({ ...this.filterOf(query), ...range }, { 'by.areas': otherArea })
    const docs = await this.database.find(
      publicTasks,
      { ...this.filterOf(query), ...range },
      { sort: [[order, 'asc']], limit: pageSize + 1, omit: unlisted },
    )
    const items = docs.slice(0, pageSize).map(publicRowOf)
    const last = items.at(-1)
    const hasMore = docs.length > pageSize && last
    return {
      items,
      cursor: hasMore ? encodeCursor([orderOf(last)]) : null,
      partly: false,
    }
  }

  /** How many tasks the filters find, up to `mostMatching`, which stands for as many or more. */
  async count(query: Omit<PublicQuery, 'query'>): Promise<number> {
    const filter = { ...this.filterOf(query), [order]: this.database.command.gt('') }
    return countTo(this.database, publicTasks, filter, mostMatching)
  }

  private async search(lead: Filter, rest: Filter) {
    const found = await searchPage(this.database, publicTasks, { lead, rest, order, pageSize })
    return {
      items: found.docs.map(publicRowOf),
      cursor: found.next === null ? null : encodeCursor([found.next]),
      partly: found.partly,
    }
  }

  /** By the first area; each combination has an index that ends with the order. */
  private filterOf({ areas: [area = everywhere], category, state }: PublicQuery): Filter {
    return {
      'by.areas': area,
      ...(category && { 'by.category': category }),
      ...(state && { 'by.state': state }),
    }
  }
}
