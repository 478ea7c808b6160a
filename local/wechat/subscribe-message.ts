import { randomInt } from 'node:crypto'
import { fieldFault } from './message-fields'
import type { MessageLedger } from './message-ledger'
import { isPage } from './pages'
import { isOpenid, refuse } from './reply'
import type { WeChatReply } from './reply'
import type { SubscribeEvents } from './subscribe-events'
import type { MessageTemplate } from './templates'

export interface SubscribeMessageOptions {
  ledger: MessageLedger
  /** Null: every template id is known and only the given fields are checked, by their names. */
  templates: MessageTemplate[] | null
  /** Null: any path of the form of a page will do. */
  pages: readonly string[] | null
  now: () => number
  events: SubscribeEvents
}

/** A word that WeChat would find in a message and refuse it for. */
const SENSITIVE_WORD = '#sensitive#'

/** Real ms that a message is on its way: another one to the same person meanwhile is concurrent. */
const SENDING_MS = 4

const ENUMS: Record<string, readonly string[]> = {
  miniprogram_state: ['developer', 'trial', 'formal'],
  lang: ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'],
}

type Fields = Record<string, { value?: unknown } | undefined>

/** What is wrong with the fields, as a 47003 says it; null for nothing. More fields than needed do no harm. */
function dataFault(data: unknown, template: MessageTemplate | undefined): string | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'data is empty'
  const given = data as Fields
  const names = Object.keys(template ? template.fields : given)
  if (names.length === 0 && !template) return 'data is empty'
  for (const name of names) {
    const fault = fieldFault(name, given[name]?.value)
    if (fault) return `data.${name}.value ${fault}`
  }
  return null
}

const readFields = (data: Fields, template: MessageTemplate | undefined) =>
  Object.keys(template ? template.fields : data).map((name) => ({
    name,
    label: template?.fields[name] ?? name,
    value: String(data[name]?.value),
  }))

/** `POST /cgi-bin/message/subscribe/send` */
export class SubscribeMessage {
  private readonly sending = new Set<string>()

  constructor(private readonly options: SubscribeMessageOptions) {}

  async send(body: Record<string, unknown>): Promise<WeChatReply> {
    const { touser, template_id: templateId } = body
    if (!isOpenid(touser)) return refuse(40003)
    if (typeof templateId !== 'string' || templateId === '') return refuse(40037)
    const template = this.options.templates?.find(({ id }) => id === templateId)
    if (this.options.templates && !template) return refuse(40037)
    const refused = this.checkContent(body, template)
    if (refused) return refused
    // WeChat takes one message to a person at a time.
    if (this.sending.has(touser)) return refuse(43108)
    this.sending.add(touser)
    try {
      return await this.deliver({ ...body, touser, template_id: templateId }, template)
    } finally {
      this.sending.delete(touser)
    }
  }

  /** Templates as `/wxaapi/newtmpl/gettemplate` lists them. */
  list(): WeChatReply {
    const data = (this.options.templates ?? []).map(({ id, title, fields, longTerm }) => ({
      priTmplId: id,
      title,
      content: Object.entries(fields)
        .map(([name, label]) => `${label}:{{${name}.DATA}}\n`)
        .join(''),
      example: '',
      type: longTerm ? 3 : 2,
    }))
    return { errcode: 0, errmsg: 'ok', data }
  }

  private checkContent(
    body: Record<string, unknown>,
    template: MessageTemplate | undefined,
  ): WeChatReply | null {
    const { page, data } = body
    const named = page !== undefined && page !== null && page !== ''
    if (named && !isPage(page, this.options.pages)) return refuse(41030)
    const fault = dataFault(data, template)
    if (fault) return refuse(47003, `argument invalid! ${fault}`)
    for (const [name, allowed] of Object.entries(ENUMS)) {
      const value = body[name]
      if (value !== undefined && value !== null && !allowed.includes(String(value)))
        return refuse(40097, `invalid args ${name}`)
    }
    return JSON.stringify(data).includes(SENSITIVE_WORD) ? refuse(45168) : null
  }

  private async deliver(
    body: Record<string, unknown> & { touser: string; template_id: string },
    template: MessageTemplate | undefined,
  ): Promise<WeChatReply> {
    const { touser: openid, template_id: templateId, page } = body
    // As long as WeChat's, but short enough for a number of JavaScript to hold.
    const msgid = randomInt(1e14, 2 ** 48 - 1)
    const message = {
      openid,
      templateId,
      title: template?.title ?? templateId,
      page: typeof page === 'string' ? page : '',
      miniprogramState: String(body.miniprogram_state ?? 'formal'),
      fields: readFields(body.data as Fields, template),
      at: this.options.now(),
      msgId: String(msgid),
    }
    const taken = await this.options.ledger.send(message, template?.longTerm ? 0 : 1)
    if (!taken) return refuse(43101)
    await new Promise((resolve) => setTimeout(resolve, SENDING_MS))
    this.options.events.sent(openid, templateId, message.msgId)
    return { errcode: 0, errmsg: 'ok', msgid }
  }
}
