import { type Fields, fieldsOf, isKeyOf } from '@/domain/known'
import { messageTemplates, type MessageTemplate } from '@/domain/reminder/template'
import type { Parts } from './parts'

/** What WeChat pushes about subscriptions: one item as an object, several as an array. */
const eventLists = {
  subscribe_msg_popup_event: 'SubscribeMsgPopupEvent',
  subscribe_msg_change_event: 'SubscribeMsgChangeEvent',
  subscribe_msg_sent_event: 'SubscribeMsgSentEvent',
} as const
type PushEvent = keyof typeof eventLists

export interface Pushed {
  readonly event: PushEvent
  readonly openid: string
  readonly items: readonly Fields[]
}

/** Null when the event is none of the three. The list stands at the top or in its own element. */
const readPush = (raw: unknown): Pushed | null => {
  const fields = fieldsOf(raw)
  const { Event: event, FromUserName: openid } = fields
  if (!isKeyOf(eventLists, event)) return null
  if (typeof openid !== 'string' || openid === '') return null
  const list = fields.List ?? fieldsOf(fields[eventLists[event]]).List
  const items = Array.isArray(list) ? list : list ? [list] : []
  return { event, openid, items: items.map(fieldsOf) }
}

/**
 * Whether the item says that nothing is left. An acceptance is not counted here: the phone
 * reports it itself, and counting it twice would promise messages that cannot be sent.
 */
const hasEnded = (event: PushEvent, item: Fields): boolean => {
  if (event === 'subscribe_msg_sent_event') return String(item.ErrorCode) === '43101'
  return event === 'subscribe_msg_change_event' && item.SubscribeStatusString === 'reject'
}

const templateOf = (
  { templateIds }: Pick<Parts, 'templateIds'>,
  item: Fields,
): MessageTemplate | undefined =>
  messageTemplates.find((template) => templateIds[template] === item.TemplateId)

/** For `serve`: null when the event is not ours. */
export const onPush =
  (parts: Pick<Parts, 'consents' | 'people' | 'templateIds'>) =>
  (raw: unknown): Promise<unknown> | null => {
    const pushed = readPush(raw)
    return pushed && take(parts, pushed)
  }

const take = async (
  parts: Pick<Parts, 'consents' | 'people' | 'templateIds'>,
  { event, openid, items }: Pushed,
): Promise<string> => {
  const personId = (await parts.people.findPerson(openid))?.id ?? null
  for (const item of personId === null ? [] : items) {
    const template = templateOf(parts, item)
    if (personId !== null && template && hasEnded(event, item))
      await parts.consents.empty(personId, template)
  }
  return 'success'
}
