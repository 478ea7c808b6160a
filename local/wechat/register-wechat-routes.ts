import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from './reply'
import type { WeChatReply } from './reply'
import type { WeChatStandIn } from './stand-in'

/** The body as an object; null when it is none. WeChat reads JSON whatever type is named. */
function readBody(text: unknown): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(String(text))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** Serves the stand-in under `/wechat`, with the paths of `https://api.weixin.qq.com`. */
export function registerWeChatRoutes(server: FastifyInstance, standIn: WeChatStandIn): void {
  void server.register(
    async (scope) => {
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) =>
        done(null, text),
      )
      registerTokens(scope, standIn)
      for (const api of standIn.apis) {
        const method = api.path.endsWith('/gettemplate') ? 'GET' : 'POST'
        const answer = async (request: FastifyRequest, reply: FastifyReply) => {
          const { access_token: token } = request.query as { access_token?: string }
          const refused = standIn.tokens.check(token)
          if (refused) return refused
          const body = method === 'GET' ? {} : readBody(request.body)
          if (!body) return refuse(47001, 'data format error')
          const result = await api.answer(body)
          return Buffer.isBuffer(result) ? reply.type('image/png').send(result) : result
        }
        scope.route({ method, url: api.path, handler: answer })
        if (method === 'POST')
          scope.get(api.path, { exposeHeadRoute: false }, () =>
            refuse(43002, 'require POST method'),
          )
      }
    },
    { prefix: '/wechat' },
  )
}

function registerTokens(scope: FastifyInstance, standIn: WeChatStandIn): void {
  const { tokens } = standIn
  scope.post('/cgi-bin/stable_token', (request): WeChatReply => {
    const body = readBody(request.body)
    if (!body) return refuse(47001, 'data format error')
    return tokens.stable(body)
  })
  scope.get('/cgi-bin/token', { exposeHeadRoute: false }, (request): WeChatReply => {
    const query = request.query as Record<string, unknown>
    return tokens.plain(query)
  })
}
