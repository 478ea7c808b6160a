import { whenIndexed } from '../../engine/index/index-pending'
import { project } from '../../query/projection/project'
import { countDocuments, findDocuments } from '../../query/find-documents'
import { runAggregate } from '../../query/run-aggregate'
import type { Stage } from '../../query/run-aggregate'
import { readOrder } from '../../query/sort-documents'
import { invalidParam } from '../../ground/cloud-error'
import { decodeEjson } from '../../ground/decode-ejson'
import { encodeList } from '../encode-list'
import type { Action, Actions, Answer, Parameters } from '../../ground/action'
import type { DatabaseContext } from './database-context'
import {
  DEFAULT_ROWS,
  isOneDocument,
  MOST_ROWS,
  readCollection,
  readCount,
  readFilter,
  readOptions,
} from './read-parameters'
import { runReads } from './run-reads'

function getDocument(context: DatabaseContext, parameters: Parameters): Answer {
  const { store, limits } = context
  const now = context.now()
  const one = isOneDocument(parameters)
  const filter = readFilter(parameters, now)
  const order = readOrder(readOptions(parameters, 'order', now))
  const projection = readOptions(parameters, 'projection', now)
  const skip = readCount(parameters, 'offset', 0)
  // As with the driver, a limit of 0 is no limit of one's own.
  const limit = Math.min(readCount(parameters, 'limit', 0) || (one ? 1 : DEFAULT_ROWS), MOST_ROWS)
  const collection = readCollection(store, parameters)
  const request = { collection, filter, order, skip, limit, operation: 'get' }
  const documents = runReads(context, parameters, (view) => {
    const found = findDocuments(store, view, request, limits)
    return project(
      found.map(({ document }) => document),
      filter,
      projection,
      now,
    )
  })
  return { data: { list: encodeList(documents) }, offset: skip, ...(one ? {} : { limit }) }
}

function calculateDocument(context: DatabaseContext, parameters: Parameters): Answer {
  const { store } = context
  isOneDocument(parameters)
  const filter = readFilter(parameters, context.now())
  const collection = readCollection(store, parameters)
  const total = runReads(context, parameters, (view) =>
    countDocuments(store, view, { collection, filter }, context.limits),
  )
  return { data: { total } }
}

function readStages(parameters: Parameters, now: number): Stage[] {
  const { stages } = parameters
  if (!Array.isArray(stages)) throw invalidParam('stages must be a list')
  return stages.map((stage: unknown) => {
    const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown }
    if (typeof stageKey !== 'string' || !stageKey.startsWith('$'))
      throw invalidParam('a stage needs a stageKey')
    return { [stageKey]: decodeEjson(stageValue, now, stageKey) }
  })
}

function aggregateDocuments(context: DatabaseContext, parameters: Parameters): Answer {
  const { store, limits } = context
  const now = context.now()
  const stages = readStages(parameters, now)
  const collection = readCollection(store, parameters).name
  const documents = runReads(context, parameters, (view) =>
    runAggregate(store, view, { collection, stages, now }, limits),
  )
  return { data: { list: encodeList(documents) } }
}

/** Actions that read documents. */
export function databaseReads(context: DatabaseContext): Actions {
  const reading =
    (read: (context: DatabaseContext, parameters: Parameters) => Answer): Action =>
    (parameters) =>
      whenIndexed(() => read(context, parameters))
  return {
    'database.getDocument': reading(getDocument),
    'database.calculateDocument': reading(calculateDocument),
    'database.aggregateDocuments': reading(aggregateDocuments),
  }
}
