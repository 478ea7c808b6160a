import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FaultList } from '../faults/fault-list'
import { ConnectionDropped, underFaults } from '../faults/suffer-faults'
import type { FunctionRunner } from '../functions/function-runner'
import { CloudError } from '../ground/cloud-error'
import { SESSION_COOKIE } from './sessions'
import type { Sessions } from './sessions'

/** What a client may send to a function: the cloud's limit for one event, as text. */
export const MOST_EVENT_BYTES = 100 * 1024

export interface GatewayOptions {
  runner: FunctionRunner
  sessions: Sessions
  appId: string
  /** Whether `x-local-openid` names the caller. */
  trustHeader: boolean
  /** Faults that may strike calls; null when there can be none. */
  faults: FaultList | null
  /** Told about each person who uses the application. */
  onPerson: (openid: string) => void
}

const STATUS: Record<string, number> = {
  FUNCTION_NOT_FOUND: 404,
  INVALID_PARAM: 400,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: 500,
  FUNCTIONS_EXECUTE_FAIL: 500,
}

/** The caller's openid: from the session cookie, never from the body. A visitor without one gets a session. */
export async function callerOf(
  options: Pick<GatewayOptions, 'sessions' | 'trustHeader'>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const header = request.headers['x-local-openid']
  if (options.trustHeader && typeof header === 'string' && header !== '') return header
  const known = options.sessions.openidOf(readCookie(request.headers.cookie, SESSION_COOKIE))
  if (known !== null) return known
  const { session, openid } = await options.sessions.begin()
  setSession(reply, session)
  return openid
}

/** Value of one cookie of a `Cookie` header. */
function readCookie(header: string | undefined, name: string): string | undefined {
  const pair = header
    ?.split(';')
    .map((text) => text.trim())
    .find((text) => text.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

const YEAR_SECONDS = 365 * 86_400

/** Session names are of the base64url alphabet, so they need no encoding. */
export function setSession(reply: FastifyReply, session: string): void {
  void reply.header(
    'set-cookie',
    `${SESSION_COOKIE}=${session}; Max-Age=${YEAR_SECONDS}; Path=/; HttpOnly; SameSite=Lax`,
  )
}

/**
 * A visitor's session begins with the page: its first calls go side by side, and each would begin a session of its own.
 * The answer that came last would say who one is, also after another identity was chosen meanwhile.
 */
export function beginWithPage(server: FastifyInstance, sessions: Sessions): void {
  server.addHook('onRequest', async (request, reply) => {
    const wantsPage =
      request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage && !request.url.startsWith('/_local'))
      await callerOf({ sessions, trustHeader: false }, request, reply)
  })
}

/** Closes the connection without an answer. */
function drop(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.socket.destroy()
  return reply.hijack()
}

/** `POST /call/<function>`: the event as JSON in, the function's return value as JSON out. */
export function registerCallRoute(server: FastifyInstance, options: GatewayOptions): void {
  server.post('/call/:name', { bodyLimit: MOST_EVENT_BYTES }, async (request, reply) => {
    const { name } = request.params as { name: string }
    const openid = await callerOf(options, request, reply)
    options.onPerson(openid)
    const invoke = () =>
      options.runner.invoke(name, request.body ?? {}, {
        kind: 'person',
        openid,
        appId: options.appId,
      })
    try {
      const text = options.faults
        ? await underFaults(options.faults, [`call.${name}`, `functions.${name}`], invoke)
        : await invoke()
      return await reply
        .type('application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(text)
    } catch (error) {
      if (error instanceof ConnectionDropped) return drop(request, reply)
      if (!(error instanceof CloudError)) throw error
      return reply
        .code(STATUS[error.code] ?? 500)
        .send({ code: error.code, message: error.message })
    }
  })
}
