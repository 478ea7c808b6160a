import type { Collection } from '../../engine/collection'
import { findDocuments } from '../find-documents'
import { planQuery } from '../plan/plan-query'
import type { SortOrder } from '../sort-documents'
import { compileMatch, findingFilter } from './match'
import type { Match } from './match'
import { readLimit, readSkip, readSort } from './simple-stages'
import type { Pipeline, RawStage, Request, StageContext } from './stage'

/** The beginning of a pipeline that finding documents takes over. */
interface Beginning {
  matches: Match[]
  order: SortOrder
  skip: number
  limit: number
  /** How many stages it takes over with and without sorting. */
  taken: number
  takenUnsorted: number
}

const hasMeta = (specification: unknown) =>
  JSON.stringify(specification)?.includes('$meta') ?? false

/** Stages that hand on one document for each that they get. */
const ONE_TO_ONE = new Set([
  '$addFields',
  '$graphLookup',
  '$lookup',
  '$project',
  '$replaceRoot',
  '$replaceWith',
  '$set',
  '$unset',
])

/** How many documents a limit further on lets through, when nothing before it changes their number. */
function laterLimit(stages: readonly RawStage[], from: number): number {
  let at = from
  while (ONE_TO_ONE.has(stages[at]?.name ?? '')) at += 1
  const next = stages[at]
  return next?.name === '$limit' ? readLimit(next.specification) : Infinity
}

/** Reads `$match …, $sort, $skip …, $limit …`, as far as they follow each other. */
function readBeginning(stages: readonly RawStage[], context: StageContext): Beginning {
  const matches: Match[] = []
  let at = 0
  for (; stages[at]?.name === '$match'; at++)
    matches.push(compileMatch(stages[at]?.specification, context))
  const takenUnsorted = at
  let order: SortOrder = []
  const next = stages[at]
  if (next?.name === '$sort' && !hasMeta(next.specification)) {
    order = readSort(next.specification)
    at += 1
  }
  let skip = 0
  let limit = Infinity
  for (; stages[at]; at++) {
    const { name, specification } = stages[at] as RawStage
    if (name === '$limit') limit = Math.min(limit, readLimit(specification))
    else if (name === '$skip') {
      const count = readSkip(specification)
      skip += count
      limit = Math.max(0, limit - count)
    } else break
  }
  limit = Math.min(limit, laterLimit(stages, at))
  return { matches, order, skip, limit, taken: at, takenUnsorted }
}

/** What is found for the beginning of a pipeline, and how many stages that covers. */
export interface Source {
  run: Pipeline
  taken: number
}

/** Whether documents should be found in the wanted order, rather than sorted by a stage afterwards. */
function findsInOrder(collection: Collection, beginning: Beginning, request: Request): boolean {
  const { order, matches } = beginning
  if (order.length === 0) return true
  // In strict mode the filter has to be covered, not the order of what it finds.
  return (
    !request.limits.strict ||
    planQuery(collection, findingFilter(matches, request.frame), order).covered
  )
}

/**
 * The documents a pipeline begins with, found through the indexes.
 * @param operation names it in a strict-mode refusal
 */
export function compileSource(
  collection: Collection,
  stages: readonly RawStage[],
  context: StageContext,
  operation: string,
): Source {
  const { request } = context
  const beginning = readBeginning(stages, context)
  const { matches, order, skip, limit, taken, takenUnsorted } = beginning
  const whole = findsInOrder(collection, beginning, request)
  return {
    taken: whole ? taken : takenUnsorted,
    run: () => {
      const found = findDocuments(
        request.store,
        request.view,
        {
          collection,
          filter: findingFilter(matches, request.frame),
          order: whole ? order : [],
          skip: whole ? skip : 0,
          limit: whole ? limit : Infinity,
          operation,
        },
        request.limits,
      )
      return found.map(({ document }) => document)
    },
  }
}
