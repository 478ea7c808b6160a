import type { FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'

/** Refusals of the object store with COS's own codes and words. */
const REFUSALS = {
  AccessDenied: [403, 'Access Denied.'],
  Expired: [403, 'Request has expired'],
  SignatureDoesNotMatch: [403, 'The Signature you specified is invalid.'],
  NoSuchKey: [404, 'The specified key does not exist.'],
  PreconditionFailed: [412, 'At least one of the pre-conditions you specified did not hold.'],
  InvalidRange: [416, 'The requested range cannot be satisfied.'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed object size.'],
  BadDigest: [400, 'The Content-MD5 you specified did not match what we received.'],
  InvalidURI: [400, 'Could not parse the specified URI.'],
  InternalError: [500, 'We encountered an internal error. Please try again.'],
} as const

export type Refusal = keyof typeof REFUSALS

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** Text inside an XML element; characters that XML cannot hold at all are left out. */
const escaped = (text: string) =>
  text.replace(/\p{Cc}|\p{Cs}/gu, '').replace(/[<>&]/g, (character) => ENTITIES[character] ?? '')

/** Every reply of the object store has an id. */
export function nameRequest(reply: FastifyReply): string {
  const id = randomUUID()
  void reply.header('x-cos-request-id', id)
  return id
}

/** An upload or a link that fails answers with XML, as COS does. */
export function refuse(request: FastifyRequest, reply: FastifyReply, refusal: Refusal) {
  const [status, message] = REFUSALS[refusal]
  // An expired signature is an access that is denied, with words of its own.
  const code = refusal === 'Expired' ? 'AccessDenied' : refusal
  const resource = escaped(request.url.split('?')[0] ?? '')
  const id = nameRequest(reply)
  return reply
    .code(status)
    .type('application/xml')
    .send(
      `<?xml version='1.0' encoding='utf-8' ?>\n<Error>\n\t<Code>${code}</Code>\n\t<Message>${message}</Message>\n\t<Resource>${resource}</Resource>\n\t<RequestId>${id}</RequestId>\n\t<TraceId>${randomUUID()}</TraceId>\n</Error>\n`,
    )
}
