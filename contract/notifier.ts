import { callReasons, messageStates } from '@/domain/reminder/message-state'
import { messageTemplates } from '@/domain/reminder/template'
import { read } from './action'
import { count, cursor, id, instant, isoDay, oneOf, page } from './fields'
import * as z from './zod'

export const notifierActions = {
  /** 电话提醒名单: steps that no message could carry, for the coordinator to phone. */
  'notifier.listCallList': read(
    'member',
    z.strictObject({ cursor: z.optional(cursor) }),
    page(
      z.strictObject({
        id,
        on: isoDay,
        unitName: z.string(),
        personName: z.nullable(z.string()),
        phone: z.nullable(z.string()),
        title: z.string(),
        dueOn: isoDay,
        reason: oneOf(callReasons),
      }),
    ),
  ),
  /** The caller's own messages, newest first. */
  'notifier.listMyMessages': read(
    'person',
    z.strictObject({ cursor: z.optional(cursor) }),
    page(
      z.strictObject({
        id,
        template: oneOf(messageTemplates),
        at: instant,
        state: oneOf(messageStates),
        things: count,
      }),
    ),
  ),
} as const
