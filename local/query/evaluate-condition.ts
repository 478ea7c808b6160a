import { outermostScope } from './expressions/compile-expression'
import { isTrue } from './expressions/expression'
import type { Expression, Frame, Scope } from './expressions/expression'
import type { ExpressionTest } from './filter/parse-scope'

type DocumentTest = ReturnType<ExpressionTest>

/** Whether documents satisfy a compiled expression; 0 and null do not count as true, '' does. */
export const expressionTest =
  ({ run }: Expression, frame: Frame): DocumentTest =>
  (document) => {
    frame.root = document
    return isTrue(run(frame))
  }

/** Evaluates `$expr` in a scope: an aggregation brings its variables and its one reading of the clock. */
const conditionsIn =
  (scope: Scope, frame: Frame): ExpressionTest =>
  (expression) =>
    expressionTest(scope.operand(expression), frame)

/**
 * Evaluates `$expr` of a query. An aggregation has put its own test in the expression's place already.
 * @param now epoch ms of `$$NOW`
 */
export const conditionsAt =
  (now: number): ExpressionTest =>
  (expression) =>
    typeof expression === 'function'
      ? (expression as DocumentTest)
      : conditionsIn(outermostScope(new Date(now)), { root: {}, slots: [] })(expression)
