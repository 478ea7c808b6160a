import { compileCondition } from '../compile-filter'
import type { Filter } from '../compile-filter'
import { projectFields } from './project-fields'
import { readProjection } from './read-projection'

/**
 * Applies a projection of find: fields in or out, `$slice`, `$elemMatch`, and the positional `$`, which
 * stands for the element that `filter` matched. Fields keep the order they have in the document.
 * @param now epoch ms of `$$NOW` in an `$expr` of the filter
 * @throws CloudError DATABASE_REQUEST_FAILED with MongoDB's text for a malformed one
 */
export function project(
  documents: Filter[],
  filter: Filter,
  projection: Filter,
  now: number,
): Filter[] {
  if (Object.keys(projection).length === 0) return documents
  const plan = readProjection(projection, filter)
  const condition = plan.positional ? compileCondition(filter, now) : null
  return documents.map((document) => {
    const details = { position: null }
    condition?.onDocument(document, details)
    return projectFields(document, plan, details.position)
  })
}
