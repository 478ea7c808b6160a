import { cloneValue } from '../ground/document'
import type { Document } from '../ground/document'
import type { Condition } from './filter/condition'
import { applyTree } from './update/apply-tree'
import type { Update } from './update/read-update'

/**
 * The document after an update with operators; the one given stays as it is.
 * @param matched the filter that found it: the positional `$` is the element it matched
 * @throws CloudError DATABASE_REQUEST_FAILED with MongoDB's text
 */
export function applyUpdate(
  document: Document,
  update: Update,
  matched: Condition | null,
): Document {
  const copy = cloneValue(document)
  const details = { position: null }
  if (update.positional) matched?.onDocument(document, details)
  applyTree(update.tree, [], { root: copy, position: details.position })
  return copy
}
