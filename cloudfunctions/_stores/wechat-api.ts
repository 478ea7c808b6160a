import type { Environment } from './environment'
import { type Answer, type NoAnswer, post } from './wechat-post'
import { storedAt } from './stored'

/**
 * WeChat over HTTPS. From a timer this way works; cloud calls would need a token that a timer
 * does not carry.
 */

/** One subscription message as WeChat takes it. */
export interface SubscribeMessage {
  readonly openid: string
  readonly templateId: string
  /** Path in the mini-program, with its query. */
  readonly page: string
  /** Values by field key, already cut to the field's limits. */
  readonly data: Readonly<Record<string, string>>
}

export interface SendReply {
  readonly ok: boolean
  /** Null when no answer came back: then nobody knows whether the message went out. */
  readonly errcode: number | null
  readonly errmsg: string
}

/** 1 资料, 2 评论, 3 论坛, 4 社交日志 */
export type ContentScene = 1 | 2 | 3 | 4

/** What WeChat advises; null when the check itself did not work. It never refuses anything. */
export type TextVerdict = 'pass' | 'review' | 'risky' | null

export interface WechatApi {
  sendSubscribe(message: SubscribeMessage): Promise<SendReply>
  /** @param openid one seen within the last two hours */
  checkText(openid: string, scene: ContentScene, text: string): Promise<TextVerdict>
  /**
   * Starts a check whose result is pushed later.
   * @param url public https address of at most 10 MB
   * @returns the trace id of the push to come; null when the check could not be started
   */
  checkImage(openid: string, scene: ContentScene, url: string): Promise<string | null>
}

export interface WechatSettings {
  readonly baseUrl: string
  readonly appId: string
  readonly secret: string
  readonly miniProgramState: 'developer' | 'trial' | 'formal'
}

type Named = Pick<
  Environment,
  'WECHAT_API_BASE' | 'WECHAT_APPID' | 'WECHAT_SECRET' | 'MINI_PROGRAM_STATE'
>

export const wechatSettingsFrom = (env: Named): WechatSettings => ({
  baseUrl: env.WECHAT_API_BASE ?? 'https://api.weixin.qq.com',
  appId: env.WECHAT_APPID,
  secret: env.WECHAT_SECRET,
  miniProgramState: env.MINI_PROGRAM_STATE,
})

/** WeChat's limit of one text check, in characters. */
const maxTextCheck = 2_500
/** Token unknown, malformed or expired. */
const tokenErrors: readonly number[] = [40001, 40014, 42001]
/** Risky content, as checks of the first version say it. */
const riskyContent = 87014
/** The system is busy: what we answer when the token itself could not be fetched. */
const busy = -1

/** One token for the life of the process, asked for anew when WeChat no longer takes it. */
class StableToken {
  private current: string | null = null

  constructor(private readonly settings: WechatSettings) {}

  async get(): Promise<string | Answer> {
    if (this.current) return this.current
    return this.fetch(false)
  }

  /** After WeChat refused `refused`; asks by force only when the same token comes back. */
  async renew(refused: string): Promise<string | Answer> {
    this.current = null
    const next = await this.fetch(false)
    return next === refused ? this.fetch(true) : next
  }

  private async fetch(byForce: boolean): Promise<string | Answer> {
    const { baseUrl, appId, secret } = this.settings
    const answer = await post(`${baseUrl}/cgi-bin/stable_token`, {
      grant_type: 'client_credential',
      appid: appId,
      secret,
      force_refresh: byForce,
    })
    if (answer.errcode === null) return { errcode: busy, errmsg: 'no access token' }
    if (typeof answer.access_token !== 'string') return answer
    this.current = answer.access_token
    return this.current
  }
}

export const openWechatApi = (settings: WechatSettings): WechatApi => {
  const token = new StableToken(settings)

  const ask = async (path: string, body: unknown): Promise<Answer | NoAnswer> => {
    const first = await token.get()
    if (typeof first !== 'string') return first
    const url = (value: string) => `${settings.baseUrl}${path}?access_token=${value}`
    const answer = await post(url(first), body)
    if (!tokenErrors.includes(answer.errcode ?? 0)) return answer
    const second = await token.renew(first)
    return typeof second === 'string' ? post(url(second), body) : second
  }

  return {
    async sendSubscribe({ openid, templateId, page, data }) {
      const answer = await ask('/cgi-bin/message/subscribe/send', {
        touser: openid,
        template_id: templateId,
        page,
        data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
        miniprogram_state: settings.miniProgramState,
        lang: 'zh_CN',
      })
      const errcode = answer.errcode === undefined ? 0 : answer.errcode
      return { ok: errcode === 0, errcode, errmsg: answer.errmsg ?? '' }
    },

    async checkText(openid, scene, text) {
      const content = [...text].slice(0, maxTextCheck).join('')
      const answer = await ask('/wxa/msg_sec_check', { version: 2, openid, scene, content })
      if (answer.errcode === riskyContent) return 'risky'
      const suggest = storedAt(answer, 'result', 'suggest')
      return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : null
    },

    async checkImage(openid, scene, url) {
      const body = { version: 2, openid, scene, media_url: url, media_type: 2 }
      const answer = await ask('/wxa/media_check_async', body)
      const traceId = storedAt(answer, 'trace_id')
      return typeof traceId === 'string' ? traceId : null
    },
  }
}
