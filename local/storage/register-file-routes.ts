import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { BlobTooLarge } from './blob-store'
import { contentTypeOf } from './content-type'
import type { FileStore } from './file-store'

/** An upload that fails answers with XML, as COS does; success is an empty body. */
function xmlError(
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
): FastifyReply {
  return reply
    .code(status)
    .type('application/xml')
    .send(
      `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${randomUUID()}</RequestId><TraceId>${randomUUID()}</TraceId></Error>`,
    )
}

function wildcard(request: FastifyRequest): string {
  return (request.params as { '*': string })['*']
}

/** The path as sent, and as it is when the SDK has encoded an address whose separators were encoded before. */
function possiblePaths(request: FastifyRequest): string[] {
  const path = wildcard(request)
  try {
    return [path, decodeURIComponent(path)]
  } catch {
    return [path]
  }
}

function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? '')
  if (!match) return null
  const start = Number(match[1])
  const end = match[2] ? Math.min(Number(match[2]), size - 1) : size - 1
  return start <= end ? { start, end } : null
}

/** `PUT /cos/<path>` takes a signed upload, `GET|HEAD /files/<path>` answers a signed link. */
export function registerFileRoutes(
  server: FastifyInstance,
  files: FileStore,
  mostBytes: number,
): void {
  void server.register(async (scope) => {
    // Bodies stay streams here, whatever type they claim.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

    scope.put('/cos/*', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      const path = wildcard(request)
      const signature = request.headers.authorization ?? request.headers.signature
      if (!files.mayUpload(path, signature))
        return xmlError(
          reply,
          403,
          'SignatureDoesNotMatch',
          'The signature is not valid for this path or has expired',
        )
      const declared = Number(request.headers['content-length'] ?? 0)
      if (declared > mostBytes)
        return xmlError(
          reply,
          400,
          'EntityTooLarge',
          `The upload is larger than ${mostBytes} bytes`,
        )
      const named = request.headers['content-type']
      const contentType =
        named && named !== 'application/x-www-form-urlencoded' ? named : contentTypeOf(path)
      try {
        const file = await files.save(
          path,
          request.raw as AsyncIterable<Buffer>,
          contentType,
          mostBytes,
        )
        return reply.code(200).header('etag', `"${file.md5}"`).send('')
      } catch (error) {
        if (error instanceof BlobTooLarge)
          return xmlError(
            reply,
            400,
            'EntityTooLarge',
            `The upload is larger than ${mostBytes} bytes`,
          )
        throw error
      }
    })

    scope.route({
      method: ['GET', 'HEAD'],
      url: '/files/*',
      handler: async (request, reply) => {
        const { sign, t } = request.query as { sign?: string; t?: string }
        const path = possiblePaths(request).find((candidate) => files.mayRead(candidate, sign, t))
        if (path === undefined)
          return xmlError(reply, 403, 'AccessDenied', 'The link is not valid or has expired')
        const file = files.find(path)
        if (!file) return xmlError(reply, 404, 'NoSuchKey', 'There is no such file')
        const range = readRange(request.headers.range, file.size)
        void reply
          .code(range ? 206 : 200)
          .type(file.contentType)
          .header('etag', `"${file.md5}"`)
          .header('accept-ranges', 'bytes')
          .header('cache-control', 'private, no-store')
          .header('content-length', range ? range.end - range.start + 1 : file.size)
          // Files share an origin with the application here: nothing in them may run.
          .header('content-security-policy', 'sandbox')
          .header('x-content-type-options', 'nosniff')
        if (range)
          void reply.header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
        if (request.method === 'HEAD') return reply.send()
        const stream = await files.read(file, range ?? undefined)
        if (!stream) return xmlError(reply, 404, 'NoSuchKey', 'There is no such file')
        return reply.send(stream)
      },
    })
  })
}
