import type { Document } from '../ground/document'
import type { DocumentStore, View } from '../engine/store'
import { outermostScope } from './expressions/compile-expression'
import type { QueryLimits } from './find-documents'
import { compilePipeline } from './stages/compile-pipeline'
import { readStages } from './stages/read-stages'

export type Stage = Record<string, unknown>

/** CloudBase gives the first 20 results of an aggregation that names no limit of its own. */
const DEFAULT_ROWS = 20

/** And never more than these, whatever the limit. */
const MOST_ROWS = 10_000

/**
 * Runs an aggregation. Its beginning (`$match`, `$sort`, `$skip`, `$limit`) is found through the indexes; in
 * strict mode it must be. Documents are never copied as a whole nor changed: results may share values with
 * them, so the caller must not change results either.
 * @param now epoch ms of `$$NOW`
 * @throws CloudError DATABASE_REQUEST_FAILED with MongoDB's text
 */
export function runAggregate(
  store: DocumentStore,
  view: View,
  request: { collection: string; stages: Stage[]; now: number },
  limits: QueryLimits,
): Document[] {
  const { name } = store.collection(request.collection)
  const stages = readStages(request.stages)
  const limited = stages.some((stage) => stage.name === '$limit')
  stages.push({ name: '$limit', specification: limited ? MOST_ROWS : DEFAULT_ROWS })
  const scope = outermostScope(new Date(request.now))
  const working = { store, view, limits, frame: { root: {}, slots: [] } }
  return [...compilePipeline(name, stages, working, scope, 'aggregate')()]
}
