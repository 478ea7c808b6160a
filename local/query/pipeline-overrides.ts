import { Lazy } from 'mingo/lazy'
import type { Iterator } from 'mingo/lazy'
import type { $sort as mingoSort } from 'mingo/operators/pipeline'
import { readOrder, sortDocuments } from './sort-documents'

type PipelineOperator = typeof mingoSort

/** Same order as in queries and indexes. */
const $sort = ((source: Iterator, order: Record<string, unknown>) =>
  source.transform(((documents: Array<Record<string, unknown>>) =>
    Lazy(sortDocuments(documents, readOrder(order)))) as never)) as unknown as PipelineOperator

export const pipelineOverrides: Record<string, PipelineOperator> = { $sort }
