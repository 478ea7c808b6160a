import { beijingInstant } from '@/domain/calendar/day'
import type { Objection } from '@/domain/objection/objection'
import { coveringRegion } from '@/domain/organization/scope'
import type { Notice } from '@/domain/reminder/notice'
import type { Call } from '../_kit/handler'
import { tellLater } from '../_stores/messages/message-store'
import type { Acting } from '../_stores/thing'

/**
 * For `Decision.also`: news to whoever objected. The row names the objection and carries the day:
 * who that is the notifier finds in its own run.
 */
export const tellObjector =
  (
    { id, taskNumber, state, regionCodes, doingUnitIds: hiddenFrom, dueOn }: Objection,
    notice: Notice,
    { today }: Pick<Call, 'today'>,
  ) =>
  ({ transaction, context }: Pick<Acting, 'transaction' | 'context'>): Promise<void> =>
    tellLater(
      [
        {
          notice,
          thing: 'objection',
          thingId: id,
          node: state,
          to: { objectorOf: id },
          title: taskNumber,
          dueOn: notice === 'objectionAdmitted' ? dueOn : null,
          regionCode: coveringRegion(regionCodes) ?? context.rootRegion,
          hiddenFrom,
        },
      ],
      beijingInstant(today),
    )(transaction)
