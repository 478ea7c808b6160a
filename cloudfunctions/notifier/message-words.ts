import {
  andMore,
  digestHint,
  emptyField,
  messageFields,
  noticeTexts,
  summaryHint,
  summaryTitle,
} from '@/copy/message-templates'
import { fullDay } from '@/copy/moment'
import { beijingDay, daysBetween } from '@/domain/calendar/day'
import { staffPageOf } from '@/domain/reminder/notice'
import type { MessageBody, MessageRow } from '../_stores/messages/message-queue'
import { cutTo, fieldTypeOf, fitField, thingLength } from '../_stores/wechat-fields'

/** Values by field key, each within its field's limit and none empty. */
const fitted = (
  fields: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, key]) => {
      const type = fieldTypeOf(key)
      const value = type ? fitField(type, values[name] ?? '') : ''
      return [key, value === '' ? emptyField : value]
    }),
  )

/** The title of a digest is a `thing`: its end must still be read when its beginning is long. */
const withEnd = (text: string, end: string): string =>
  `${cutTo(text, thingLength - [...end].length)}${end}`

type Said = Pick<MessageRow, 'template' | 'things' | 'at'>

/** Days are counted from the day on which it is sent. */
const valuesOf = ({ things, at }: Said, body: MessageBody, now: number): Record<string, string> => {
  if (body.kind === 'notice')
    return {
      title: body.title,
      ...noticeTexts[body.notice],
      count: String(things),
      // Without a day to answer by, the day of the news stands there: an empty date is refused.
      dueOn: fullDay(body.dueOn ?? beijingDay(at)),
    }
  const dated = { dueOn: fullDay(body.dueOn), count: String(things) }
  if (body.kind === 'summary') return { ...dated, title: summaryTitle(things), hint: summaryHint }
  return {
    ...dated,
    title: things > 1 ? withEnd(body.title, andMore(things)) : body.title,
    hint: digestHint(daysBetween(beijingDay(now), body.dueOn)),
  }
}

/** The message's data as WeChat takes it; `now` is the instant of sending. */
export const messageData = (message: Said, body: MessageBody, now: number) =>
  fitted(messageFields[message.template], valuesOf(message, body, now))

/** Where a tap on the message leads. */
export const pageOf = ({ body }: Pick<MessageRow, 'body'>): string => {
  if (body?.kind === 'summary') return 'subpackages/unit/ledger/index'
  if (body?.kind !== 'notice') return 'pages/todo/index'
  if (body.thing === 'feedback') return `pages/progress/index?id=${body.thingId}`
  if (body.thing === 'timeline') return `subpackages/enterprise/timeline/index?id=${body.thingId}`
  if (body.thing === 'objection')
    return `subpackages/resident/objection/index?objection=${body.thingId}`
  const staffPage = staffPageOf[body.notice]
  if (staffPage === null) return 'pages/todo/index'
  const page = staffPage ? `subpackages/${staffPage}` : 'pages/task'
  return `${page}/index?id=${body.thingId}`
}
