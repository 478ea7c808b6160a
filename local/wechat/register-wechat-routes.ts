import type { FastifyInstance } from 'fastify'
import type { WeChatReply, WeChatStandIn } from './stand-in'

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

/** Serves the stand-in under `/wechat`, with the paths of `https://api.weixin.qq.com`. */
export function registerWeChatRoutes(server: FastifyInstance, standIn: WeChatStandIn): void {
  type Handler = (
    token: unknown,
    body: Record<string, unknown>,
  ) => WeChatReply | Promise<WeChatReply>
  const post = (path: string, handler: Handler) =>
    server.post(`/wechat${path}`, (request) =>
      handler((request.query as { access_token?: string }).access_token, object(request.body)),
    )

  post('/cgi-bin/stable_token', (_token, body) => standIn.stableToken(body))
  post('/cgi-bin/message/subscribe/send', (token, body) =>
    standIn.sendSubscribeMessage(token, body),
  )
  post('/wxa/msg_sec_check', (token, body) => standIn.checkMessage(token, body))
  post('/wxa/media_check_async', (token, body) => standIn.checkMedia(token, body))
}
