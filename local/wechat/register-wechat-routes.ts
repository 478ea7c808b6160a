import type { FastifyInstance } from 'fastify'
import type { WeChatReply, WeChatStandIn } from './stand-in'

type Handler = (token: unknown, body: Record<string, unknown>) => WeChatReply | Promise<WeChatReply>

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
      const post = (path: string, handler: Handler) =>
        scope.post(path, async (request) => {
          const body = readBody(request.body)
          if (!body) return { errcode: 47001, errmsg: 'data format error' }
          return handler((request.query as { access_token?: string }).access_token, body)
        })

      post('/cgi-bin/stable_token', (_token, body) => standIn.stableToken(body))
      post('/cgi-bin/message/subscribe/send', (token, body) =>
        standIn.sendSubscribeMessage(token, body),
      )
      post('/wxa/msg_sec_check', (token, body) => standIn.checkMessage(token, body))
      post('/wxa/media_check_async', (token, body) => standIn.checkMedia(token, body))
    },
    { prefix: '/wechat' },
  )
}
