import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { ConnectionDropped } from '../faults/suffer-faults'
import { mayCall } from '../ground/guard-origin'
import type { Answer, Parameters } from '../ground/action'
import { CloudError, invalidParam } from '../ground/cloud-error'
import { targetOf } from './dispatch-action'
import type { Dispatch } from './dispatch-action'
import { parseForm } from './parse-form'

/** One request of the SDK, as it was answered. Times are real ms of `performance.now()`. */
export interface AnsweredRequest {
  action: string
  /** Collection, function, path or API that it named; empty for none. */
  target: string
  beganAt: number
  endedAt: number
  bytesIn: number
  bytesOut: number
}

/** A request may carry a 16 MB document and its envelope. */
const MOST_BYTES = 20 * 1024 * 1024

/** The exact type matters: where the SDK expects bytes it parses JSON only under this one. */
const JSON_TYPE = 'application/json; charset=utf-8'
const BYTES_TYPE = 'application/octet-stream'

/** Keeps idle connections longer than any client does, so that none is closed while a request is on its way. */
export const KEEP_ALIVE_MS = 72_000

const isAdmin = ({ method, url }: IncomingMessage) =>
  method === 'POST' && (url === '/admin' || url?.startsWith('/admin?') === true)

/** The whole body; null when it is too large, after it has been read to its end. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MOST_BYTES) chunks.push(chunk)
      else chunks.length = 0
    })
    request.on('end', () => {
      if (size > MOST_BYTES) resolve(null)
      else resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))
    })
    request.on('error', reject)
  })
}

function parseJson(body: Buffer): Parameters {
  let parameters: unknown
  try {
    parameters = JSON.parse(body.toString('utf8'))
  } catch {
    throw invalidParam('the body is not valid JSON')
  }
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters))
    throw invalidParam('the body must be an object')
  return parameters as Parameters
}

async function readParameters(request: IncomingMessage): Promise<Parameters> {
  const body = await readBody(request)
  if (!body) throw invalidParam(`a request may carry ${MOST_BYTES / 1024 / 1024} MB`)
  const type = request.headers['content-type'] ?? ''
  if (/^multipart\/form-data\b/i.test(type)) return parseForm(body, type)
  if (/^application\/json\b/i.test(type)) return parseJson(body)
  throw invalidParam(`content type ${type || '(none)'} is not supported`)
}

/** @returns the bytes of the body */
function send(response: ServerResponse, answer: Answer): number {
  const { raw } = answer
  // Text is joined to the headers before it is written, bytes are not.
  const body = Buffer.isBuffer(raw) ? raw : JSON.stringify(answer)
  const type = Buffer.isBuffer(raw) ? BYTES_TYPE : JSON_TYPE
  const length = Buffer.byteLength(body)
  response.writeHead(200, { 'content-type': type, 'content-length': length }).end(body)
  return length
}

function sendFailure(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // A fault that was asked for, or the sender is gone: there is nobody to answer.
  // (A request that has been read to its end counts as destroyed; its socket does not.)
  if (error instanceof ConnectionDropped || request.socket.destroyed || response.headersSent)
    request.socket.destroy()
  else if (error instanceof CloudError)
    send(response, { code: error.code, message: error.message, requestId: 'local' })
  else send(response, { code: 'SYS_ERR', message: String(error), requestId: 'local' })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  dispatch: Dispatch,
  onAnswer: ((answered: AnsweredRequest) => void) | null,
): Promise<void> {
  const beganAt = performance.now()
  try {
    const parameters = await readParameters(request)
    const bytesOut = send(response, await dispatch(parameters))
    onAnswer?.({
      action: String(parameters.action),
      target: targetOf(parameters),
      beganAt,
      endedAt: performance.now(),
      bytesIn: Number(request.headers['content-length'] ?? 0),
      bytesOut,
    })
  } catch (error) {
    sendFailure(request, response, error)
  }
}

function refuse(response: ServerResponse): void {
  const body = JSON.stringify({
    code: 'INVALID_REQUEST_SOURCE',
    message: 'this server answers its own pages only',
  })
  response.writeHead(403, { 'content-type': JSON_TYPE, connection: 'close' }).end(body)
}

/**
 * `POST /admin`, which every call of the SDK is: answered before the framework sees it, because a router,
 * hooks and a reply object cost more than reading a document does. Always 200 with JSON, since the SDK takes
 * any other status for a code; an answer that holds `raw` is sent as bytes.
 * @param others answers every other request
 * @param onAnswer told of every answer
 */
export function adminListener(
  dispatch: Dispatch,
  others: RequestListener,
  onAnswer: ((answered: AnsweredRequest) => void) | null = null,
): RequestListener {
  return (request, response) => {
    if (!isAdmin(request)) others(request, response)
    else if (!mayCall(request)) refuse(response)
    else void answer(request, response, dispatch, onAnswer)
  }
}
