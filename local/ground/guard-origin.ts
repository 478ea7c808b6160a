import type { FastifyInstance, FastifyRequest } from 'fastify'

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i

/**
 * Whether a request may have been caused by a page of ours, or by a program: the Host must name loopback
 * (a foreign name that resolves to it is DNS rebinding), and an Origin must be the very origin served here.
 */
export function mayCall({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const { host = '', origin } = headers
  if (!LOOPBACK.test(host)) return false
  if (origin !== undefined) return origin === `http://${host}`
  // A browser that sends no Origin (a GET) still says where the request comes from.
  const site = headers['sec-fetch-site']
  return site !== 'cross-site' || headers['sec-fetch-mode'] === 'navigate'
}

/** Refuses foreign pages for every route. */
export function guardOrigin(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!mayCall(request))
      await reply
        .code(403)
        .send({ code: 'INVALID_REQUEST_SOURCE', message: 'this server answers its own pages only' })
  })
}
