import type { FastifyInstance } from 'fastify'
import type { Parameters } from './action'
import type { Dispatch } from './dispatch-action'

/** A request may carry a 16 MB document and its envelope. */
const MOST_BYTES = 20 * 1024 * 1024

const refusal = (code: string, message: string) => ({ code, message, requestId: 'local' })

/** `POST /admin`: always answers 200 with JSON, because the SDK takes any other status for a code. */
export function registerAdminRoute(server: FastifyInstance, dispatch: Dispatch): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // The text is parsed here, so that malformed JSON is answered in the protocol's own way.
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) =>
      done(null, text),
    )
    scope.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'string' },
      (_request, _text, done) => done(null, null),
    )
    scope.setErrorHandler((error: Error, _request, reply) =>
      // The exact type matters: for binary answers the SDK parses JSON only under this one.
      reply
        .code(200)
        .type('application/json; charset=utf-8')
        .send(refusal('INVALID_PARAM', error.message)),
    )
    scope.post('/admin', { bodyLimit: MOST_BYTES }, async (request, reply) => {
      void reply.type('application/json; charset=utf-8')
      if (typeof request.body !== 'string')
        return refusal('INVALID_ACTION', 'multipart requests are not supported')
      let parameters: unknown
      try {
        parameters = JSON.parse(request.body)
      } catch {
        return refusal('INVALID_PARAM', 'the body is not valid JSON')
      }
      if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
        return refusal('INVALID_PARAM', 'the body must be an object')
      }
      return dispatch(parameters as Parameters)
    })
  })
}
