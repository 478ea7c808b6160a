import { resultOf, verdictOf } from './content-verdict'
import type { MediaChecks } from './media-checks'
import { isOpenid, refuse, requestId } from './reply'
import type { WeChatReply } from './reply'

export interface ContentCheckOptions {
  now: () => number
  /** Epoch ms at which this person last used the application; null for never. */
  lastSeen: (openid: string) => number | null
  /** Null: results of media checks are never pushed. */
  media: MediaChecks | null
}

const TWO_HOURS = 7_200_000
const MOST_CHARACTERS = 2500
const MOST_OLD_BYTES = 512_000

const RISKY = 87014

/** The text of every field that version 2 looks at. */
const textOf = ({ content, title, nickname, signature }: Record<string, unknown>) =>
  [content, title, nickname, signature].filter((part) => typeof part === 'string').join('\n')

/** `POST /wxa/msg_sec_check` and `POST /wxa/media_check_async` */
export class ContentCheck {
  constructor(private readonly options: ContentCheckOptions) {}

  checkMessage(body: Record<string, unknown>): WeChatReply {
    if (body.version === undefined || body.version === 1) return this.checkOld(body)
    const refused = this.checkPerson(body)
    if (refused) return refused
    const { content } = body
    if (typeof content !== 'string' || content === '') return refuse(44002, 'empty post data')
    if ([...content].length > MOST_CHARACTERS) return refuse(45002, 'content size out of limit')
    const verdict = resultOf(verdictOf(textOf(body)))
    return { errcode: 0, errmsg: 'ok', ...verdict, trace_id: requestId() }
  }

  /** Answers at once; the verdict is pushed later. */
  async checkMedia(body: Record<string, unknown>): Promise<WeChatReply> {
    const refused = this.checkPerson(body)
    if (refused) return refused
    const { media_url: url, media_type: type, openid } = body
    if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url))
      return refuse(40097, 'invalid args media_url')
    if (type !== 1 && type !== 2) return refuse(40097, 'invalid args media_type')
    const traceId = requestId()
    await this.options.media?.begin({ traceId, openid: String(openid), url })
    return { errcode: 0, errmsg: 'ok', trace_id: traceId }
  }

  /** Version 1 knows no person and answers with a code. */
  private checkOld({ content }: Record<string, unknown>): WeChatReply {
    if (typeof content !== 'string' || content === '') return refuse(44002, 'empty post data')
    if (Buffer.byteLength(content) > MOST_OLD_BYTES)
      return refuse(45002, 'content size out of limit')
    return verdictOf(content).suggest === 'risky'
      ? refuse(RISKY, 'risky content')
      : { errcode: 0, errmsg: 'ok' }
  }

  private checkPerson({ version, openid, scene }: Record<string, unknown>): WeChatReply | null {
    if (version !== 2) return refuse(40097, 'invalid args version')
    if (![1, 2, 3, 4].includes(scene as number)) return refuse(40129, 'invalid scene')
    if (!isOpenid(openid)) return refuse(40003)
    const seen = this.options.lastSeen(openid)
    // WeChat checks content only for people who used the application within the last two hours.
    return seen === null || this.options.now() - seen > TWO_HOURS
      ? refuse(61010, 'code is expired')
      : null
  }
}
