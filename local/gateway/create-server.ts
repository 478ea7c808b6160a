import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { createServer } from 'node:http'
import { KEEP_ALIVE_MS, adminListener } from '../wire/admin-listener'
import type { AnsweredRequest } from '../wire/admin-listener'
import type { Dispatch } from '../wire/dispatch-action'

/** An HTTP server without routes yet, which answers the SDK's requests by `dispatch`. */
export function createHttpServer(
  dispatch: Dispatch,
  onAnswer: ((answered: AnsweredRequest) => void) | null,
): FastifyInstance {
  return Fastify({
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 4096 },
    serverFactory: (others) => {
      const server = createServer(adminListener(dispatch, others, onAnswer))
      server.keepAliveTimeout = KEEP_ALIVE_MS
      return server
    },
  })
}
