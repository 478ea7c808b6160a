import type { Fields } from './condition'

/** Prepares an aggregation expression: the returned test says whether its value counts as true. */
export type ExpressionTest = (expression: unknown) => (document: Fields) => boolean

/** What a filter may hold depends on where it stands. */
export interface ParseScope {
  /** Inside `$elemMatch` and the like: criteria apply to embedded documents. */
  nested: boolean
  /** Evaluates `$expr`; null where expressions are not allowed. */
  expression: ExpressionTest | null
  /** Whether `$near` may stand here. */
  near: boolean
}
