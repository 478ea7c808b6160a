import { whenIndexed } from '../engine/index/index-pending'
import { isPlainObject } from '../ground/document'
import type { Filter } from '../query/compile-filter'
import { readOrder } from '../query/sort-documents'
import { CloudError, invalidParam } from '../ground/cloud-error'
import { decodeObject } from '../ground/decode-ejson'
import type { WatchClient, WatchRegistry } from './watch-registry'
import type { WatchedQuery, WatchRequest } from './watched-query'
import { answer, readMessage } from './watch-messages'
import type { ChangeEvent, RequestMessage } from './watch-messages'

export interface ConnectionOptions {
  registry: WatchRegistry
  envId: string
  /** The text that `auth.wsWebSign` handed out; whoever does not know it may not log in. */
  signature: string
  now: () => number
  send: (text: string) => void
}

const eventData = (query: WatchedQuery, events: ChangeEvent[]) => ({
  queryID: query.id,
  currEvent: query.current,
  events,
})

/** The filter comes as JSON of the EJSON text that other requests carry; of `doc().watch()` as JSON itself. */
function readWatchFilter(value: unknown, now: number): Filter {
  if (typeof value !== 'string') throw invalidParam('query must be a text')
  let inner: unknown
  try {
    inner = value === '' ? '' : JSON.parse(value)
  } catch {
    throw invalidParam('query is not valid JSON')
  }
  if (inner === '') return {}
  return decodeObject(typeof inner === 'string' ? inner : JSON.stringify(inner), now, 'query')
}

function readWatch(data: Record<string, unknown>, now: number): WatchRequest {
  const { collName, query, limit, orderBy } = data
  if (typeof collName !== 'string' || collName === '') throw invalidParam('collName is missing')
  if (limit !== undefined && !(Number.isInteger(limit) && (limit as number) > 0))
    throw invalidParam('limit must be a whole number')
  const directions = isPlainObject(orderBy) ? orderBy : {}
  return {
    collection: collName,
    filter: readWatchFilter(query, now),
    order: readOrder(
      Object.fromEntries(
        Object.entries(directions).map(([path, direction]) => [
          path,
          direction === 'desc' || direction === -1 ? -1 : 1,
        ]),
      ),
    ),
    limit: typeof limit === 'number' ? limit : Infinity,
  }
}

/** One connection of the SDK's realtime client, which carries any number of watches. */
export class WatchConnection {
  private loggedIn = false
  private gone = false
  /** The client's name of a watch → the query behind it, and who shows its events. */
  private readonly shown = new Map<string, { query: WatchedQuery; client: WatchClient }>()

  constructor(private readonly options: ConnectionOptions) {}

  /** Answers one message. Never throws: a refusal is sent as an `ERROR` message. */
  async receive(raw: string): Promise<void> {
    const message = readMessage(raw)
    if (!message) return
    try {
      await whenIndexed(() => this.handle(message))
    } catch (error) {
      this.options.send(answer(message, 'ERROR', refusal(error)))
    }
  }

  /** The connection is gone; the watches wait for the client to come back. */
  closed(): void {
    this.gone = true
    for (const { query, client } of this.shown.values())
      this.options.registry.leave(query.id, client)
    this.shown.clear()
  }

  private handle(message: RequestMessage): void {
    const { send, envId } = this.options
    switch (message.msgType) {
      case 'PING':
        send(answer(message, 'PONG', {}))
        return
      case 'LOGIN':
        this.logIn(message)
        send(answer(message, 'LOGIN_EVENT', { envId }))
        return
      case 'INIT_WATCH':
        this.begin(message)
        return
      case 'REBUILD_WATCH':
        this.resume(message)
        return
      case 'CHECK_LAST':
        this.check(message)
        return
      case 'CLOSE_WATCH':
        this.end(message)
        return
      default:
        throw invalidParam(`unknown message ${message.msgType}`)
    }
  }

  private logIn(message: RequestMessage): void {
    this.loggedIn = message.exMsgData.signStr === this.options.signature
    if (!this.loggedIn) throw new CloudError('SIGN_INVALID_ERROR', 'the signature is not valid')
  }

  private begin(message: RequestMessage): void {
    // It may have waited for an index.
    if (this.gone) return
    const watchId = this.requireWatch(message)
    const request = readWatch(message.msgData, this.options.now())
    const client = this.clientFor(watchId)
    const { query, events } = this.options.registry.begin(request, client)
    // A client that begins anew under the same name has no use for the one before.
    this.end(message)
    this.shown.set(watchId, { query, client })
    this.options.send(answer(message, 'INIT_EVENT', eventData(query, events)))
  }

  private resume(message: RequestMessage): void {
    const watchId = this.requireWatch(message)
    const { queryID, eventID } = message.msgData
    const client = this.clientFor(watchId)
    const { query, events } = this.options.registry.resume(String(queryID), Number(eventID), client)
    this.shown.set(watchId, { query, client })
    this.options.send(answer(message, 'NEXT_EVENT', eventData(query, events)))
  }

  private check(message: RequestMessage): void {
    const query = this.shown.get(this.requireWatch(message))?.query
    if (!query) throw new CloudError('QUERYID_INVALID_ERROR', 'this watch is not known any more')
    const { id: queryID, current: currEvent } = query
    this.options.send(answer(message, 'CHECK_EVENT', { queryID, currEvent }))
  }

  private end({ watchId = '' }: RequestMessage): void {
    const query = this.shown.get(watchId)?.query
    if (query) this.options.registry.end(query.id)
    this.shown.delete(watchId)
  }

  private requireWatch({ watchId }: RequestMessage): string {
    if (!this.loggedIn) throw new CloudError('CHECK_LOGIN_FAILED', 'log in first')
    if (watchId === undefined) throw invalidParam('watchId is missing')
    return watchId
  }

  private clientFor(watchId: string): WatchClient {
    const { send } = this.options
    const about = { watchId, requestId: '' }
    return {
      next: (query, events) => send(answer(about, 'NEXT_EVENT', eventData(query, events))),
      fail: (_query, error) => {
        this.shown.delete(watchId)
        send(answer(about, 'ERROR', refusal(error)))
      },
    }
  }
}

const refusal = (error: unknown) =>
  error instanceof CloudError
    ? { code: error.code, message: error.message }
    : { code: 'SYS_ERR', message: 'the local cloud failed on this message' }
