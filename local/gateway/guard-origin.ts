import type { FastifyInstance, FastifyRequest } from 'fastify'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

function hostOf(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/**
 * Whether a request may have been caused by a page of ours, or by a program: the Host must name loopback
 * (a foreign name that resolves to it is DNS rebinding), and an Origin must be the very origin served here.
 */
export function mayCall(request: Pick<FastifyRequest, 'headers'>): boolean {
  const host = hostOf(`http://${request.headers.host ?? ''}`)
  if (!host || !LOOPBACK.has(host.hostname)) return false
  const { origin } = request.headers
  if (origin !== undefined)
    return hostOf(origin)?.host === host.host && origin.startsWith('http://')
  // A browser that sends no Origin (a GET) still says where the request comes from.
  const site = request.headers['sec-fetch-site']
  return site !== 'cross-site' || request.headers['sec-fetch-mode'] === 'navigate'
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
