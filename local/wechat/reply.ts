import { randomBytes } from 'node:crypto'

export type WeChatReply = { errcode?: number; errmsg?: string } & Record<string, unknown>

/** Id of a request or a trace as WeChat writes them: three times eight hex digits, seconds first. */
export function requestId(now = Date.now()): string {
  const seconds = Math.floor(now / 1000).toString(16)
  return [seconds, randomBytes(4).toString('hex'), randomBytes(4).toString('hex')].join('-')
}

/** WeChat's words for its codes. */
const WORDS = {
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40037: 'invalid template_id',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  43108: 'Cannot make concurrent calls to the same OpenID, please try again',
  45009: 'reach max api daily quota limit',
  45168: 'data contain sensitive words',
} as const

/** @param errmsg needed where the code alone does not say it */
export function refuse(errcode: keyof typeof WORDS): WeChatReply
export function refuse(errcode: number, errmsg: string): WeChatReply
export function refuse(errcode: number, errmsg?: string): WeChatReply {
  const words = errmsg ?? WORDS[errcode as keyof typeof WORDS]
  return { errcode, errmsg: `${words} rid: ${requestId()}` }
}

/** Openids as WeChat makes them: letters, digits, `_` and `-`. Shorter ones are allowed for readable test data. */
export const isOpenid = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{2,64}$/.test(value)
