/** What is asked of every request that comes through the proxy, before anything else. */
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Read by the machine itself, which names no host of ours. */
export const healthPath = '/serve/health'

/**
 * Whether a page of ours, or a person who follows a link, causes it. Behind a proxy every request
 * comes from 127.0.0.1, so nothing is believed for where it comes from.
 */
const isOurs = ({ headers, method }: FastifyRequest, origin: string): boolean => {
  if (headers.host !== new URL(origin).host) return false
  if (method !== 'GET' && method !== 'HEAD') return headers.origin === origin
  if (headers.origin !== undefined) return headers.origin === origin
  return headers['sec-fetch-site'] !== 'cross-site' || headers['sec-fetch-mode'] === 'navigate'
}

export const guard = (server: FastifyInstance, origin: string): void => {
  server.addHook('onRequest', async (request, reply) => {
    void reply
      .header('strict-transport-security', 'max-age=31536000')
      .header('x-frame-options', 'DENY')
      .header('referrer-policy', 'same-origin')
    if (request.url === healthPath || isOurs(request, origin)) return
    await reply
      .code(403)
      .send({ code: 'INVALID_REQUEST_SOURCE', message: 'this server answers its own pages only' })
  })
}
