import { performance } from 'node:perf_hooks'
import type { Collection } from '../engine/collection'
import type { Document } from '../ground/document'
import type { DocumentStore, View } from '../engine/store'
import { requestFailed } from '../ground/cloud-error'
import { candidates, countEntries, hasOwnWrites, ownWrites } from './candidates'
import type { Found, Scope } from './candidates'
import { compileFilter } from './compile-filter'
import type { Filter } from './compile-filter'
import { refuseNear, splitNear } from './near-query'
import type { Near } from './near-query'
import { byDistance, searchOutwards } from './near-search'
import type { Measured } from './near-search'
import { planText } from './plan/plan'
import type { Plan } from './plan/plan'
import { planQuery } from './plan/plan-query'
import { queryShape } from './plan/query-shape'
import { sortBy } from './sort-documents'
import type { SortOrder } from './sort-documents'

/** What one query cost. */
export interface QueryRecord {
  collection: string
  operation: string
  /** The query without its values. */
  shape: string
  /** Documents read. */
  examined: number
  returned: number
  ms: number
  plan: string
}

/** What queries may cost. */
export interface QueryLimits {
  /** Refuse what no declared index covers. */
  strict: boolean
  /** Refuse what reads more documents than this; null for no limit. */
  mostExamined: number | null
  /** Told of every query that was answered. */
  onQuery?: (record: QueryRecord) => void
}

export interface FindRequest {
  collection: Collection
  filter: Filter
  order: SortOrder
  skip: number
  /** Most documents wanted; Infinity for all. */
  limit: number
  /** Names the operation in a strict-mode refusal. */
  operation: string
}

/** Operations in which MongoDB allows no `$near`. */
const WITHOUT_NEAR = new Set(['aggregate', 'count'])

const byDocument = ({ document }: Found) => document

/** One query being answered. */
export class QueryRun {
  readonly plan: Plan
  readonly near: Near | null
  private readonly scope: Scope
  private readonly test: ((document: Document) => boolean) | null
  private readonly own: boolean
  private readonly started = performance.now()
  private examined = 0

  constructor(
    store: DocumentStore,
    view: View,
    private readonly request: FindRequest,
    private readonly limits: QueryLimits,
  ) {
    const { collection, filter, order } = request
    this.scope = { store, collection, view, order }
    if (WITHOUT_NEAR.has(request.operation)) refuseNear(filter)
    const split = splitNear(filter)
    this.near = split?.near ?? null
    const rest = split?.rest ?? filter
    this.own = hasOwnWrites(this.scope)
    this.plan = planQuery(collection, rest, order, this.near)
    if (limits.strict && !this.plan.covered) {
      const why = this.near ? ': unable to find index for $geoNear query' : ''
      throw requestFailed(`strict mode: no declared index covers ${this.name}${why}`)
    }
    this.test = this.plan.exact && !this.own ? null : compileFilter(rest, store.now())
  }

  private get name(): string {
    const { operation, collection, filter, order } = this.request
    return `${operation} ${queryShape(collection.name, filter, order)}`
  }

  /** Reads a document: counts it, and says whether the filter lets it pass. */
  private readonly matches = ({ document }: Found): boolean => {
    this.examined += 1
    const { mostExamined } = this.limits
    if (mostExamined !== null && this.examined > mostExamined)
      throw requestFailed(`strict mode: more than ${mostExamined} documents read by ${this.name}`)
    return this.test === null || this.test(document)
  }

  find(): Found[] {
    const { skip, limit, order } = this.request
    const found =
      this.plan.kind === 'near' && this.near && !this.own
        ? this.outwards(this.near)
        : this.collect(this.near)
    const sorted = order.length > 0 && !this.inOrder ? sortBy(found, order, byDocument) : found
    return this.report(sorted.slice(skip, skip + limit))
  }

  /** How many documents match. An index that says it all is counted without reading a document. */
  count(): number {
    const { plan, scope } = this
    if (!plan.exact || this.own) return this.find().length
    let total = 0
    if (plan.kind === 'index' && !plan.index.isMultikey) total = countEntries(scope, plan)
    else {
      // An array under a key that the filter does not name gives a document several entries.
      const seen = plan.kind === 'index' ? new Set<Found['record']>() : null
      for (const { record } of candidates(scope, plan)) {
        if (seen?.has(record)) continue
        seen?.add(record)
        total += 1
      }
    }
    this.report([], total)
    return total
  }

  private get inOrder(): boolean {
    const { order } = this.request
    return order.length === 0 || (this.plan.sorted && !this.own)
  }

  private outwards(near: Near): Measured[] {
    const { order, skip, limit } = this.request
    const wanted = order.length === 0 ? skip + limit : Infinity
    if (this.plan.kind !== 'near') return []
    return searchOutwards(this.scope, this.plan, near, { matches: this.matches, wanted })
  }

  private collect(near: Near | null): Found[] {
    const { skip, limit } = this.request
    const enough = near === null && this.inOrder ? skip + limit : Infinity
    const found: Found[] = []
    if (enough === 0) return found
    const seen = this.plan.kind === 'scan' ? null : new Set<Found['record']>()
    for (const candidate of this.everything()) {
      if (seen?.has(candidate.record)) continue
      seen?.add(candidate.record)
      if (this.matches(candidate)) found.push(candidate)
      if (found.length >= enough) break
    }
    return near ? byDistance(found, near) : found
  }

  private *everything(): Generator<Found> {
    yield* candidates(this.scope, this.plan)
    if (this.own && this.plan.kind !== 'scan') yield* ownWrites(this.scope)
  }

  private report<T>(result: T[], returned = result.length): T[] {
    const { limits, request, plan, started, examined } = this
    limits.onQuery?.({
      collection: request.collection.name,
      operation: request.operation,
      // Put into words only when somebody looks: most queries are never looked at.
      get shape() {
        return queryShape(request.collection.name, request.filter, request.order)
      },
      examined,
      returned,
      ms: performance.now() - started,
      plan: planText(plan),
    })
    return result
  }
}
