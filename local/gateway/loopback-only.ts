import type { FastifyInstance } from 'fastify'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Makes the routes of a scope answer this machine only; to others they do not exist. */
export function loopbackOnly(scope: FastifyInstance): void {
  scope.addHook('onRequest', async (request, reply) => {
    if (!LOOPBACK.has(request.ip))
      await reply.code(404).send({ code: 'NOT_FOUND', message: 'not found' })
  })
}
