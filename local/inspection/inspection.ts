import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { whenIndexed } from '../engine/index/index-pending'
import type { Html } from './html'
import { page } from './shell'

/** Nothing but the page's own style and forms; no script, so that a stored text can never become one. */
const POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export const HOME = '/_local'

/** Browsers name HTML. Who takes anything gets the page at its own address, and JSON below it. */
const wantsPage = (accept: string, path: string): boolean =>
  accept.includes('text/html') ||
  (path === HOME && accept.includes('*/*') && !accept.includes('application/json'))

export interface View {
  title: string
  /** What a program gets that does not ask for HTML. */
  data: unknown
  body: () => Html
  said?: string | undefined
  status?: number
}

/** Registers views and answers them. */
export class Inspection {
  constructor(
    private readonly scope: FastifyInstance,
    private readonly clock: { now: () => number },
    /** With `--control`: faults can be switched on. */
    private readonly control: boolean,
  ) {}

  /** One view, for people as a page and for programs as JSON. */
  view(path: string, show: (request: FastifyRequest) => View): void {
    this.scope.get(path, async (request, reply) =>
      this.answer(request, reply, path, await whenIndexed(() => show(request))),
    )
  }

  answer(request: FastifyRequest, reply: FastifyReply, path: string, view: View): FastifyReply {
    const { title, data, body, said, status = 200 } = view
    void reply.code(status).header('cache-control', 'no-store')
    if (!wantsPage(request.headers.accept ?? '*/*', path)) return reply.send(data)
    const now = this.clock.now()
    const current = path.startsWith('/_local/inspect/collections') ? HOME : path
    const shell = { current, title, now, control: this.control, said }
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', POLICY)
      .header('referrer-policy', 'no-referrer')
      .send(page(shell, body()))
  }
}
