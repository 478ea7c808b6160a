import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultList } from './fault-list'
import type { FaultRule } from './fault-rule'
import { sufferingOf } from './suffer-faults'

/** Name under which a request of the HTTP side can be struck; the SDK's and the clients' are struck elsewhere. */
function pointOf({ method, url }: FastifyRequest): string | null {
  const [path = ''] = url.split('?')
  if (path.startsWith('/wechat/')) return `wechat.${path.slice('/wechat/'.length)}`
  if (path.startsWith('/cos/') && method === 'PUT') return 'upload'
  if (path.startsWith('/files/')) return 'download'
  return null
}

const escapeXml = (text: string) =>
  text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`)

/** An error as the service behind this path words it. */
function errorText(reply: FastifyReply, point: string, rule: FaultRule): string {
  if (point.startsWith('wechat.')) {
    void reply.code(200).type('application/json; charset=utf-8')
    return JSON.stringify({ errcode: rule.errcode, errmsg: rule.errmsg })
  }
  void reply.code(503).type('application/xml')
  return `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${escapeXml(rule.code)}</Code><Message>${escapeXml(rule.message)}</Message></Error>`
}

function drop(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  request.raw.socket.destroy()
}

/** Lets rules strike the WeChat stand-in, uploads and downloads. Called before the routes are registered. */
export function registerFaultHooks(server: FastifyInstance, faults: FaultList): void {
  const later = new WeakMap<FastifyRequest, FaultRule>()
  const applies = ({ kind }: FaultRule) => kind !== 'conflict'

  server.addHook('preHandler', async (request, reply) => {
    const point = faults.empty ? null : pointOf(request)
    if (point === null) return
    const { ms, end } = sufferingOf(faults, [point], applies)
    if (ms > 0) await sleep(ms)
    if (!end) return
    if (end.when === 'after') later.set(request, end)
    else if (end.kind === 'drop') drop(request, reply)
    else await reply.send(errorText(reply, point, end))
  })

  server.addHook('onSend', async (request, reply, payload) => {
    const rule = later.get(request)
    if (!rule) return payload
    if (rule.kind === 'error') {
      void reply.removeHeader('content-length')
      return errorText(reply, pointOf(request) ?? '', rule)
    }
    request.raw.socket.destroy()
    return null
  })
}
