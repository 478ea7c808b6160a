import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What a control route was sent is not what it takes; its message says what would be. */
export class BadInput extends Error {}

/** The fields of an object; none of anything else. */
export const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

export const bodyOf = (request: FastifyRequest): Record<string, unknown> => fieldsOf(request.body)

/** @throws BadInput unless a text of 1 to 200 characters */
export function readText(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '' || value.length > 200)
    throw new BadInput(`${name} must be a text`)
  return value
}

/** Answers bad input of the scope's routes with 400 and its reason. */
export function refuseBadInput(
  scope: FastifyInstance,
  isBad: (error: Error) => boolean = (error) => error instanceof BadInput,
): void {
  scope.setErrorHandler((error: Error, _request, reply) => {
    if (!isBad(error)) throw error
    return reply.code(400).send({ code: 'INVALID_PARAM', message: error.message })
  })
}
