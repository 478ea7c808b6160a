import { readSchema } from '@/local/engine/schema'
import { DocumentStore } from '@/local/engine/store'
import { databaseReads } from '@/local/wire/actions/database-reads'
import { databaseWrites } from '@/local/wire/actions/database-writes'
import { createDispatch } from '@/local/wire/dispatch-action'
import type { Dispatch } from '@/local/wire/dispatch-action'
import type { Doc } from './naive-values'
import type { Operation } from './property-operations'
import { fromWire, wireText } from './wire-values'

/** Unique indexes of the collection `d`, for the model. */
export const UNIQUE = [['u'], ['s', 'tags']]

export const propertySchema = readSchema({
  collections: {
    c: {
      indexes: [
        { name: 'n', keys: [['n', 1]] },
        {
          name: 's_n',
          keys: [
            ['s', 1],
            ['n', -1],
          ],
        },
        {
          name: 'tags_n',
          keys: [
            ['tags', 1],
            ['n', 1],
          ],
        },
        {
          name: 'ox_n',
          keys: [
            ['o.x', 1],
            ['n', 1],
          ],
        },
        { name: 'lk', keys: [['list.k', -1]] },
        {
          name: 'lk_lv',
          keys: [
            ['list.k', 1],
            ['list.v', 1],
          ],
        },
        {
          name: 'when_s',
          keys: [
            ['when', -1],
            ['s', 1],
          ],
        },
        { name: 'l0', keys: [['list.0.k', 1]] },
      ],
    },
    d: {
      indexes: [
        { name: 'u', keys: [['u', 1]], unique: true },
        {
          name: 's_tags',
          keys: [
            ['s', 1],
            ['tags', -1],
          ],
          unique: true,
        },
      ],
    },
  },
})

/** What an operation gave: a number of documents, documents, or a code. */
export interface Outcome {
  count?: number
  docs?: Doc[]
  code?: string
  message?: string
}

/** Runs operations somewhere. */
export interface Driver {
  run: (operation: Operation, inside: boolean) => Promise<Outcome>
  close: () => Promise<void>
}

/** The engine behind the wire protocol, without HTTP. */
export class WireDriver implements Driver {
  private store: DocumentStore
  private dispatch: Dispatch
  private transactionId: unknown

  constructor(
    private readonly directory: string | null,
    private readonly collectionName: string,
  ) {
    this.store = this.open()
    this.dispatch = this.dispatcher()
  }

  private open(): DocumentStore {
    return DocumentStore.open({
      directory: this.directory,
      schema: propertySchema,
      now: () => 0,
      lockWaitMs: 0,
      // So small that a sequence is compacted several times.
      compactAfterBytes: 400,
    })
  }

  private dispatcher(): Dispatch {
    const context = {
      store: this.store,
      now: () => 0,
      limits: { strict: false, mostExamined: null },
    }
    return createDispatch(
      { ...databaseReads(context), ...databaseWrites(context) },
      {
        report: (message) => {
          throw new Error(message)
        },
      },
    )
  }

  async close(): Promise<void> {
    await this.store.close()
  }

  async run(operation: Operation, inside: boolean): Promise<Outcome> {
    if (operation.kind === 'reopen') {
      await this.close()
      this.store = this.open()
      this.dispatch = this.dispatcher()
      return {}
    }
    const request = { ...requestFor(operation), collectionName: this.collectionName }
    const answer = await this.dispatch({
      ...request,
      ...(inside ? { transactionId: this.transactionId } : {}),
    })
    if (operation.kind === 'begin') this.transactionId = answer.transactionId
    return outcomeOf(answer)
  }
}

function outcomeOf(answer: Record<string, unknown>): Outcome {
  if (answer.code) return { code: String(answer.code), message: String(answer.message) }
  const data = (answer.data ?? {}) as {
    list?: string[]
    doc?: string | null
    updated?: number
    deleted?: number
    total?: number
    insertedIds?: unknown[]
  }
  const count = data.updated ?? data.deleted ?? data.total ?? data.insertedIds?.length
  const docs = data.list?.map(fromWire) ?? (data.doc ? [fromWire(data.doc)] : undefined)
  return { ...(count === undefined ? {} : { count }), ...(docs ? { docs } : {}) }
}

function requestFor(operation: Operation): Record<string, unknown> {
  switch (operation.kind) {
    case 'insert':
      return { action: 'database.insertDocument', data: operation.docs.map(wireText) }
    case 'set':
      return modify({ _id: operation.id }, operation.data, { merge: false, upsert: true })
    case 'update':
      return modify({ _id: operation.id }, operation.update, { merge: true, upsert: false })
    case 'updateWhere':
      return {
        ...modify(operation.filter, operation.update, { merge: true, upsert: false }),
        queryType: 'WHERE',
        multi: true,
      }
    case 'updateAndReturn':
      return {
        action: 'database.modifyAndReturnDoc',
        queryType: 'WHERE',
        query: wireText({ _id: operation.id }),
        data: wireText(operation.update),
      }
    case 'remove':
      return {
        action: 'database.removeDocument',
        queryType: 'DOC',
        query: wireText({ _id: operation.id }),
        multi: false,
      }
    case 'removeWhere':
      return {
        action: 'database.removeDocument',
        queryType: 'WHERE',
        query: wireText(operation.filter),
        multi: true,
      }
    case 'count':
      return {
        action: 'database.calculateDocument',
        queryType: 'WHERE',
        query: wireText(operation.filter),
      }
    case 'find':
      return {
        action: 'database.getDocument',
        queryType: 'WHERE',
        query: wireText(operation.filter),
        offset: operation.skip,
        limit: operation.limit,
        ...(operation.sort.length > 0
          ? { order: wireText(Object.fromEntries(operation.sort)) }
          : {}),
        ...(operation.projection ? { projection: wireText(operation.projection) } : {}),
      }
    case 'begin':
      return { action: 'database.startTransaction' }
    case 'commit':
      return { action: 'database.commitTransaction' }
    default:
      return { action: 'database.abortTransaction' }
  }
}

const modify = (query: Doc, data: Doc, how: object) => ({
  action: 'database.modifyDocument',
  queryType: 'DOC',
  multi: false,
  query: wireText(query),
  data: wireText(data),
  ...how,
})
