import { randomBytes } from 'node:crypto'

export type WeChatReply = { errcode?: number; errmsg?: string } & Record<string, unknown>

/** Id of a request or a trace as WeChat writes them: three times eight hex digits, seconds first. */
export function requestId(now = Date.now()): string {
  const seconds = Math.floor(now / 1000).toString(16)
  return [seconds, randomBytes(4).toString('hex'), randomBytes(4).toString('hex')].join('-')
}

/** WeChat's words for codes that are asked for by hand, in tests. */
const WORDS: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40037: 'invalid template_id',
  40164: 'invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message capability is banned',
  43108: 'Cannot make concurrent calls to the same OpenID, please try again',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit must slower retry next minute',
  45168: 'data contain sensitive words',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
}

export const wordsOf = (errcode: number): string => WORDS[errcode] ?? 'refused by hand'

export const refuse = (errcode: number, errmsg = wordsOf(errcode)): WeChatReply => ({
  errcode,
  errmsg: `${errmsg} rid: ${requestId()}`,
})

/** Openids as WeChat makes them: letters, digits, `_` and `-`. Shorter ones are allowed for readable test data. */
export const isOpenid = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{2,64}$/.test(value)
