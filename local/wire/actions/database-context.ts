import type { DocumentStore } from '../../engine/store'
import type { QueryLimits } from '../../query/find-documents'

/** What every database action needs. */
export interface DatabaseContext {
  store: DocumentStore
  /** Epoch ms on the local cloud's clock. */
  now: () => number
  limits: QueryLimits
}
