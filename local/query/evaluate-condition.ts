import { evalExpr } from 'mingo/core'
import type { Options } from 'mingo/types'
import { isTruthy } from './filter/condition'
import { queryOptions } from './mingo-context'

/** `$expr`: whether the value of an aggregation expression counts as true; 0 and null do not, '' does. */
export const evaluateCondition = (expression: unknown) => (document: Record<string, unknown>) =>
  isTruthy(evalExpr(document, expression, queryOptions as Options))
