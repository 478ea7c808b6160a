import { roles } from '@/domain/organization/role'
import { callReasons, messageStates } from '@/domain/reminder/message-state'
import { messageAbouts, notices } from '@/domain/reminder/notice'
import { thingKinds } from '@/domain/reminder/obligation'
import { messageTemplates } from '@/domain/reminder/template'
import { read, write } from '../action'
import { count, cursor, id, instant, isoDay, oneOf, page, text } from '../fields'
import * as z from '../zod'
import { consentView } from './consent'
import { todoActions } from './todo'

export const notifierActions = {
  ...todoActions,

  /**
   * 电话提醒名单: steps and news that no message could carry. The coordinator phones units, firms
   * and desks of the region; intake the reporters, whom it finds through the report.
   */
  'notifier.listCallList': read(
    'member',
    z.strictObject({ cursor: z.optional(cursor) }),
    page(
      z.strictObject({
        id,
        on: isoDay,
        about: z.enum(['obligation', 'summary', 'notice']),
        notice: z.nullable(oneOf(notices)),
        thing: z.nullable(oneOf(thingKinds)),
        thingId: z.nullable(id),
        /** Of the person who was not reached, else of who owes it; empty for a desk without people. */
        unitName: z.string(),
        role: z.nullable(oneOf(roles)),
        personName: z.nullable(z.string()),
        phone: z.nullable(z.string()),
        title: z.string(),
        dueOn: z.nullable(isoDay),
        dueProvisional: z.boolean(),
        reason: oneOf(callReasons),
      }),
    ),
  ),
  /**
   * 屡次被反映: firms and villages on which three reports were admitted, for the case officer and the
   * office. Of a report its number and day only.
   */
  'notifier.listRepeats': read(
    'member',
    z.strictObject({ cursor: z.optional(cursor) }),
    page(
      z.strictObject({
        id,
        kind: z.enum(['unit', 'village']),
        name: z.string(),
        reports: count,
        /** The latest first. */
        sources: z.array(z.strictObject({ number: z.string(), admittedOn: isoDay })),
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
        about: oneOf(messageAbouts),
        at: instant,
        state: oneOf(messageStates),
        things: count,
      }),
    ),
  ),
  /** What the phone's dialog answered, template by template. */
  'notifier.recordConsent': write(
    'person',
    z.strictObject({
      results: z
        .array(
          z.strictObject({
            templateId: text(80),
            outcome: z.enum(['accept', 'reject', 'ban', 'filter']),
          }),
        )
        .check(z.minLength(1), z.maxLength(3)),
    }),
    z.strictObject({ consents: z.array(consentView) }),
  ),
} as const
