import { AccessTokens } from './access-tokens'
import { ContentCheck } from './content-check'
import type { MediaChecks } from './media-checks'
import type { MessageLedger } from './message-ledger'
import type { MessagePush } from './message-push'
import { pathCode, sceneCode } from './mini-program-code'
import { PhoneCodes } from './phone-codes'
import type { WeChatReply } from './reply'
import { SubscribeEvents } from './subscribe-events'
import { SubscribeMessage } from './subscribe-message'
import type { MessageTemplate } from './templates'

export interface StandInOptions {
  ledger: MessageLedger
  /** Null: every template id is known and only the given fields are checked, by their names. */
  templates: MessageTemplate[] | null
  /** Null or absent: any path of the form of a page will do. */
  pages?: readonly string[] | null
  now: () => number
  /** Epoch ms at which this person last used the application; null for never. */
  lastSeen: (openid: string) => number | null
  appId?: string
  /** Absent: nothing is pushed. */
  push?: MessagePush
  media?: MediaChecks
}

type Handler = (
  body: Record<string, unknown>,
) => WeChatReply | Buffer | Promise<WeChatReply | Buffer>

/** One API: called with a token over HTTPS by its path, and by its name from a cloud function. */
export interface WeChatApi {
  path: string
  name: string
  answer: Handler
}

/**
 * WeChat's API as far as a cloud function uses it, with the real error codes. The same answers serve HTTPS
 * (`/wechat`) and the cloud's own calls (`wx.api`, `wx.openApi`).
 */
export class WeChatStandIn {
  readonly tokens: AccessTokens
  readonly phoneCodes: PhoneCodes
  readonly subscriptions: SubscribeEvents
  readonly apis: readonly WeChatApi[]

  constructor(private readonly options: StandInOptions) {
    const { ledger, templates, now, lastSeen, push = null, media = null, pages = null } = options
    this.tokens = new AccessTokens(now)
    this.phoneCodes = new PhoneCodes(options.appId ?? 'wx0000000000000000', now)
    this.subscriptions = new SubscribeEvents(ledger, push)
    const events = this.subscriptions
    const messages = new SubscribeMessage({ ledger, templates, pages, now, events })
    const content = new ContentCheck({ now, lastSeen, media })
    this.apis = [
      api('/cgi-bin/message/subscribe/send', 'subscribeMessage.send', (b) => messages.send(b)),
      api('/wxaapi/newtmpl/gettemplate', 'subscribeMessage.getTemplateList', () => messages.list()),
      api('/wxa/msg_sec_check', 'security.msgSecCheck', (b) => content.checkMessage(b)),
      api('/wxa/media_check_async', 'security.mediaCheckAsync', (b) => content.checkMedia(b)),
      api('/wxa/business/getuserphonenumber', 'phonenumber.getPhoneNumber', (b) =>
        this.phoneCodes.redeem(b),
      ),
      api('/wxa/getwxacode', 'wxacode.get', (b) => pathCode(b, pages)),
      api('/wxa/getwxacodeunlimit', 'wxacode.getUnlimited', (b) => sceneCode(b, pages)),
      api('/cgi-bin/wxaapp/createwxaqrcode', 'wxacode.createQRCode', (b) => pathCode(b, pages)),
    ]
  }

  get push(): MessagePush | null {
    return this.options.push ?? null
  }

  get media(): MediaChecks | null {
    return this.options.media ?? null
  }

  /** Begins to push what was left when the local cloud was stopped. */
  start(): void {
    this.options.media?.start()
  }

  close(): void {
    this.options.push?.close()
    this.options.media?.close()
  }
}

const api = (path: string, name: string, answer: Handler): WeChatApi => ({ path, name, answer })
