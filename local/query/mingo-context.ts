import { Context, evalExpr } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { expressionOverrides } from './expression-overrides'
import { isTruthy } from './filter/condition'
import { parseFilter } from './filter/parse-filter'
import { pipelineOverrides } from './pipeline-overrides'

/** Stages that would write into collections from inside an aggregation. */
const WRITING_STAGES = new Set(['$out', '$merge'])

const readingStages = Object.fromEntries(
  Object.entries(pipeline).filter(([name]) => !WRITING_STAGES.has(name)),
)

/** Filters of an aggregation are matched as those of a query; `$expr` sees the pipeline's variables. */
const $match: (typeof pipeline)['$match'] = (documents, filter, options) => {
  const expression = (value: unknown) => (document: Record<string, unknown>) =>
    isTruthy(evalExpr(document, value, options))
  const condition = parseFilter(filter as Record<string, unknown>, {
    nested: false,
    near: false,
    expression,
  })
  return documents.filter((document) => condition.onDocument(document as Record<string, unknown>))
}

/** Every operator once, ours first: the first registration of a name wins. */
export const mingoContext = Context.init()
  .addQueryOps(query)
  .addExpressionOps(expressionOverrides)
  .addExpressionOps(expression)
  .addPipelineOps(pipelineOverrides)
  .addPipelineOps({ $match })
  .addPipelineOps(readingStages)
  .addAccumulatorOps(accumulator)
  .addProjectionOps(projection)
  .addWindowOps(window)

export const baseOptions: Partial<Options> = { context: mingoContext, scriptEnabled: false }

/**
 * mingo's own form of `baseOptions`. Given plain options, every `new Query` copies all operator tables;
 * given this object it does not. It is only handed to operators, so one is asked for it.
 */
function preparedOptions(): Partial<Options> {
  let prepared: Partial<Options> = baseOptions
  const reveal = Context.from(mingoContext).addQueryOps({
    $reveal: ((_field: string, _value: unknown, options: Options) => {
      prepared = options
      return () => true
    }) as (typeof query)['$eq'],
  })
  new Query({ field: { $reveal: 1 } } as Record<string, unknown>, {
    ...baseOptions,
    context: reveal,
  })
  return prepared
}

export const queryOptions = preparedOptions()
