import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CloudError } from '../ground/cloud-error'
import { BlobTooLarge } from './blob-store'
import { contentTypeOf } from './content-type'
import { nameRequest, refuse } from './cos-reply'
import type { FileStore, StoredFile } from './file-store'
import { checkDigest, WrongDigest } from './check-digest'
import { etagOf, lastModifiedOf, readingOf } from './read-conditions'
import type { Reading } from './read-conditions'

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

/** What forms and `fetch` name by themselves says nothing about a file. */
const UNTOLD = /^(application\/x-www-form-urlencoded|text\/plain;charset=UTF-8)$/

const contentTypeFor = (request: FastifyRequest, path: string) => {
  const named = request.headers['content-type']
  return named && !UNTOLD.test(named) ? named : contentTypeOf(path)
}

/** A full or broken disk, under the bytes or under their record: no fault of the request, and none of ours. */
const isOfDisk = (error: unknown) =>
  error instanceof CloudError || typeof (error as NodeJS.ErrnoException).code === 'string'

async function takeUpload(
  files: FileStore,
  mostBytes: number,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const path = wildcard(request)
  const signature = request.headers.authorization ?? request.headers.signature
  if (!signature) return refuse(request, reply, 'AccessDenied')
  const verdict = files.mayUpload(path, signature)
  if (verdict === 'wrong') return refuse(request, reply, 'SignatureDoesNotMatch')
  if (verdict === 'expired') return refuse(request, reply, 'Expired')
  if (Number(request.headers['content-length'] ?? 0) > mostBytes)
    return refuse(request, reply, 'EntityTooLarge')
  const body = checkDigest(
    request.raw as AsyncIterable<Buffer>,
    request.headers['content-md5'] as string | undefined,
  )
  try {
    const file = await files.save(path, body, contentTypeFor(request, path), mostBytes)
    nameRequest(reply)
    return await reply.code(200).header('etag', etagOf(file)).send('')
  } catch (error) {
    // The sender broke off: there is nobody to answer.
    if (request.raw.destroyed && !request.raw.complete) return reply.hijack()
    if (error instanceof BlobTooLarge) return refuse(request, reply, 'EntityTooLarge')
    if (error instanceof WrongDigest) return refuse(request, reply, 'BadDigest')
    if (isOfDisk(error)) return refuse(request, reply, 'InternalError')
    throw error
  }
}

function describe(reply: FastifyReply, file: StoredFile): void {
  nameRequest(reply)
  void reply
    .type(file.contentType)
    .header('etag', etagOf(file))
    .header('last-modified', lastModifiedOf(file))
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'private, no-store')
    // Files share an origin with the application here: nothing in them may run.
    .header('content-security-policy', 'sandbox')
    .header('x-content-type-options', 'nosniff')
}

async function sendFile(
  files: FileStore,
  file: StoredFile,
  reading: Reading & { kind: 'whole' | 'part' },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const range = reading.kind === 'part' ? reading.range : undefined
  const body = request.method === 'HEAD' ? undefined : await files.read(file, range)
  if (body === null) return refuse(request, reply, 'NoSuchKey')
  describe(reply, file)
  void reply
    .code(range ? 206 : 200)
    .header('content-length', range ? range.end - range.start + 1 : file.size)
  if (range) void reply.header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  return body === undefined ? reply.send() : reply.send(body)
}

async function answerLink(
  files: FileStore,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { sign, t } = request.query as { sign?: string; t?: string }
  const verdicts = possiblePaths(request).map((path) => ({
    path,
    verdict: files.mayRead(path, sign, t),
  }))
  const path = verdicts.find(({ verdict }) => verdict === 'valid')?.path
  if (path === undefined) {
    const expired = verdicts.some(({ verdict }) => verdict === 'expired')
    return refuse(request, reply, expired ? 'Expired' : 'AccessDenied')
  }
  const file = files.find(path)
  if (!file) return refuse(request, reply, 'NoSuchKey')
  const reading = readingOf(request.headers, file)
  switch (reading.kind) {
    case 'changed':
      return refuse(request, reply, 'PreconditionFailed')
    case 'unsatisfiable':
      void reply.header('content-range', `bytes */${file.size}`)
      return refuse(request, reply, 'InvalidRange')
    case 'unchanged':
      describe(reply, file)
      return reply.code(304).send()
    default:
      return sendFile(files, file, reading, request, reply)
  }
}

/**
 * `PUT …/cos/<path>` takes a signed upload, `GET|HEAD …/files/<path>` answers a signed link: of the main
 * environment at the root, of another below `/environments/<id>`.
 * @param filesOf null for an environment that nobody has named yet
 */
export function registerFileRoutes(
  server: FastifyInstance,
  filesOf: (environment: string | undefined) => FileStore | null,
  mostBytes: number,
): void {
  const within =
    (answer: (files: FileStore, request: FastifyRequest, reply: FastifyReply) => unknown) =>
    (request: FastifyRequest, reply: FastifyReply) => {
      const files = filesOf((request.params as { environment?: string }).environment)
      return files ? answer(files, request, reply) : refuse(request, reply, 'AccessDenied')
    }
  void server.register(async (scope) => {
    // Bodies stay streams here, whatever type they claim.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    for (const prefix of ['', '/environments/:environment']) {
      scope.put(
        `${prefix}/cos/*`,
        { bodyLimit: Number.MAX_SAFE_INTEGER },
        within((files, request, reply) => takeUpload(files, mostBytes, request, reply)),
      )
      scope.route({
        method: ['GET', 'HEAD'],
        url: `${prefix}/files/*`,
        handler: within(answerLink),
      })
    }
  })
}
