import { randomBytes } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { DocumentStore } from '../engine/store'
import type { QueryLimits } from '../query/find-documents'
import type { Actions } from '../ground/action'
import { WatchConnection } from './watch-connection'
import { WatchRegistry } from './watch-registry'

const PATH = '/realtime'
const MOST_BYTES = 1024 * 1024

export interface RealtimeOptions {
  store: DocumentStore
  limits: QueryLimits
  envId: string
  /** Epoch ms on the local clock. */
  now: () => number
  /** The server's own `http://127.0.0.1:PORT`. */
  origin: () => string
  /** Whether a request comes from a page of ours or from a program. */
  mayConnect: (request: IncomingMessage) => boolean
}

/** `watch()`: a WebSocket beside the protocol's route, whose address `auth.wsWebSign` tells the SDK. */
export class RealtimeServer {
  readonly registry: WatchRegistry
  private readonly signature = randomBytes(16).toString('hex')
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES })
  private readonly unsubscribe: () => void

  constructor(private readonly options: RealtimeOptions) {
    this.registry = new WatchRegistry(options.store, options.limits)
    this.unsubscribe = options.store.subscribe((...change) => this.registry.changed(...change))
  }

  actions(): Actions {
    return {
      'auth.wsWebSign': () => ({
        data: {
          signStr: this.signature,
          wsUrl: `${this.options.origin().replace(/^http/, 'ws')}${PATH}`,
          secretVersion: 1,
          envId: this.options.envId,
        },
      }),
    }
  }

  /** Takes over upgrades of `server`; others are refused. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head))
  }

  close(): void {
    this.unsubscribe()
    for (const socket of this.sockets.clients) socket.terminate()
    this.sockets.close()
    this.registry.close()
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?')[0]
    if (path !== PATH || !this.options.mayConnect(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
      return
    }
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const { envId, now } = this.options
      const connection = new WatchConnection({
        registry: this.registry,
        envId,
        now,
        signature: this.signature,
        send: (text) => webSocket.send(text),
      })
      webSocket.on('message', (data) => void connection.receive(String(data)))
      webSocket.on('close', () => connection.closed())
      // A broken frame ends the connection; the client begins another one.
      webSocket.on('error', () => webSocket.terminate())
    })
  }
}
