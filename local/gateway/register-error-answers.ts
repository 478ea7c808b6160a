import type { FastifyError, FastifyInstance } from 'fastify'
import { MOST_EVENT_BYTES } from './register-call-route'

/** Gives every refusal of the HTTP side the form `{ code, message }`; what is our own fault is reported. */
export function registerErrorAnswers(
  server: FastifyInstance,
  report: (message: string) => void,
): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status === 413) {
      const message = `a request may carry ${MOST_EVENT_BYTES / 1024} KB`
      return reply.code(413).send({ code: 'EXCEED_REQUEST_SIZE_LIMIT', message })
    }
    if (status < 500)
      return reply.code(status).send({ code: 'INVALID_PARAM', message: error.message })
    report(`${request.method} ${request.url.split('?')[0]} failed: ${error.stack ?? error.message}`)
    return reply
      .code(500)
      .send({ code: 'SYS_ERR', message: 'the local cloud failed on this request; see its log' })
  })
}

/** Answers what no route serves. With a web application its own handler does. */
export function registerNothingFound(server: FastifyInstance): void {
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ code: 'NOT_FOUND', message: `nothing at ${request.url.split('?')[0]}` }),
  )
}
