import { randomBytes } from 'node:crypto'
import type { MessageLedger } from './message-ledger'
import { fieldFault } from './message-fields'
import type { MessageTemplate } from './templates'

export type WeChatReply = { errcode?: number; errmsg?: string } & Record<string, unknown>

export interface StandInOptions {
  ledger: MessageLedger
  /** Null: every template id is known and only the given fields are checked, by their names. */
  templates: MessageTemplate[] | null
  now: () => number
  /** Epoch ms at which this person last used the application; null for never. */
  lastSeen: (openid: string) => number | null
}

const TOKEN_LIFE = 7200_000
/** A stable token is handed out again until this long before its end. */
const RENEW_BEFORE = 300_000
const TWO_HOURS = 7_200_000
const MOST_CHECKED_CHARACTERS = 2500

const refuse = (errcode: number, errmsg: string): WeChatReply => ({
  errcode,
  errmsg: `${errmsg} rid: local-${randomBytes(4).toString('hex')}`,
})

/** Words that make the content check answer something other than `pass`. */
export const RISKY_WORD = '#risky#'
export const REVIEW_WORD = '#review#'

/** Openids as WeChat makes them: letters, digits, `_` and `-`. Shorter ones are allowed for readable test data. */
const isOpenid = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{2,64}$/.test(value)

interface Token {
  text: string
  expires: number
}

/** WeChat's HTTPS API as far as a cloud function uses it, with the real error codes. */
export class WeChatStandIn {
  private token: Token | null = null

  constructor(private readonly options: StandInOptions) {}

  /** `POST /cgi-bin/stable_token` */
  stableToken(body: Record<string, unknown>): WeChatReply {
    const { grant_type: grant, appid, secret, force_refresh: force } = body
    if (grant !== 'client_credential') return refuse(40002, 'invalid grant_type')
    if (typeof appid !== 'string' || appid === '') return refuse(41002, 'appid missing')
    if (!/^wx[0-9a-zA-Z]{6,32}$/.test(appid)) return refuse(40013, 'invalid appid')
    if (typeof secret !== 'string' || secret === '') return refuse(41004, 'appsecret missing')
    if (secret.length < 8) return refuse(40125, 'invalid appsecret')
    const now = this.options.now()
    if (!this.token || force === true || this.token.expires - now < RENEW_BEFORE) {
      this.token = { text: `local-${randomBytes(24).toString('hex')}`, expires: now + TOKEN_LIFE }
    }
    return {
      access_token: this.token.text,
      expires_in: Math.floor((this.token.expires - now) / 1000),
    }
  }

  /** `POST /cgi-bin/message/subscribe/send` */
  async sendSubscribeMessage(
    accessToken: unknown,
    body: Record<string, unknown>,
  ): Promise<WeChatReply> {
    const refused = this.checkToken(accessToken)
    if (refused) return refused
    const { touser, template_id: templateId, page, data } = body
    if (!isOpenid(touser)) return refuse(40003, 'invalid openid')
    if (typeof templateId !== 'string' || templateId === '')
      return refuse(40037, 'invalid template_id')
    const template = this.options.templates?.find(({ id }) => id === templateId)
    if (this.options.templates && !template) return refuse(40037, 'invalid template_id')
    if (page !== undefined && page !== '' && !isPage(page)) return refuse(41030, 'invalid page')
    const fault = this.dataFault(data, template)
    if (fault) return refuse(47003, `argument invalid! ${fault}`)
    for (const [name, allowed] of Object.entries(ENUMS)) {
      if (body[name] !== undefined && !allowed.includes(String(body[name])))
        return refuse(40097, `invalid args ${name}`)
    }
    const taken = await this.options.ledger.send({
      openid: touser,
      templateId,
      title: template?.title ?? templateId,
      page: typeof page === 'string' ? page : '',
      miniprogramState: String(body.miniprogram_state ?? 'formal'),
      fields: readFields(data as Record<string, { value: unknown }>, template),
      at: this.options.now(),
    })
    return taken ? { errcode: 0, errmsg: 'ok' } : refuse(43101, 'user refuse to accept the msg')
  }

  /** `POST /wxa/msg_sec_check`, version 2 */
  checkMessage(accessToken: unknown, body: Record<string, unknown>): WeChatReply {
    const refused = this.checkToken(accessToken) ?? this.checkPerson(body)
    if (refused) return refused
    const { content } = body
    if (typeof content !== 'string' || content === '') return refuse(44002, 'empty post data')
    if ([...content].length > MOST_CHECKED_CHARACTERS)
      return refuse(45002, 'content size out of limit')
    const suggest = content.includes(RISKY_WORD)
      ? 'risky'
      : content.includes(REVIEW_WORD)
        ? 'review'
        : 'pass'
    const label = suggest === 'pass' ? 100 : 20001
    return {
      errcode: 0,
      errmsg: 'ok',
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
      trace_id: randomBytes(8).toString('hex'),
    }
  }

  /** `POST /wxa/media_check_async`, version 2; the verdict would be pushed later */
  checkMedia(accessToken: unknown, body: Record<string, unknown>): WeChatReply {
    const refused = this.checkToken(accessToken) ?? this.checkPerson(body)
    if (refused) return refused
    const { media_url: url, media_type: type } = body
    if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url))
      return refuse(40097, 'invalid args media_url')
    if (type !== 1 && type !== 2) return refuse(40097, 'invalid args media_type')
    return { errcode: 0, errmsg: 'ok', trace_id: randomBytes(16).toString('hex') }
  }

  private checkToken(accessToken: unknown): WeChatReply | null {
    if (typeof accessToken !== 'string' || accessToken === '')
      return refuse(41001, 'access_token missing')
    if (accessToken !== this.token?.text)
      return refuse(40001, 'invalid credential, access_token is invalid or not latest')
    return this.token.expires <= this.options.now() ? refuse(42001, 'access_token expired') : null
  }

  private checkPerson({ version, openid, scene }: Record<string, unknown>): WeChatReply | null {
    if (version !== 2) return refuse(40097, 'invalid args version')
    if (![1, 2, 3, 4].includes(scene as number)) return refuse(40129, 'invalid scene')
    if (!isOpenid(openid)) return refuse(40003, 'invalid openid')
    const seen = this.options.lastSeen(openid)
    // WeChat checks content only for people who used the application within the last two hours.
    return seen === null || this.options.now() - seen > TWO_HOURS
      ? refuse(61010, 'code is expired')
      : null
  }

  private dataFault(data: unknown, template: MessageTemplate | undefined): string | null {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'data is empty'
    const given = data as Record<string, { value?: unknown } | undefined>
    for (const name of Object.keys(template ? template.fields : given)) {
      const fault = fieldFault(name, given[name]?.value)
      if (fault) return `data.${name}.value ${fault}`
    }
    return null
  }
}

const ENUMS: Record<string, string[]> = {
  miniprogram_state: ['developer', 'trial', 'formal'],
  lang: ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'],
}

const isPage = (page: unknown) =>
  typeof page === 'string' && /^\/?[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*(\?\S*)?$/.test(page)

function readFields(
  data: Record<string, { value: unknown }>,
  template: MessageTemplate | undefined,
): Array<{ name: string; label: string; value: string }> {
  return Object.keys(template ? template.fields : data).map((name) => ({
    name,
    label: template?.fields[name] ?? name,
    value: String(data[name]?.value),
  }))
}
