import { beijingInstant } from '@/domain/calendar/day'
import type { Feedback } from '@/domain/feedback/feedback'
import type { NoticeToSend } from '@/domain/reminder/notice'
import type { Call } from '../_kit/handler'
import { tellLater } from '../_stores/messages/message-store'
import type { Acting } from '../_stores/thing'
import type { Parts } from './parts'

/**
 * For `Decision.also`: news to everybody who reported this matter. The row names the report and
 * carries the day: who the reporters are the notifier finds in its own run.
 */
export const tellReporters =
  (
    { city }: Pick<Parts, 'city'>,
    { id, number, regionCode, accusedUnitIds: hiddenFrom }: Feedback,
    what: Pick<NoticeToSend, 'notice' | 'node' | 'dueOn'>,
    { today }: Pick<Call, 'today'>,
  ) =>
  ({ transaction }: Pick<Acting, 'transaction'>): Promise<void> =>
    tellLater(
      [
        {
          ...what,
          thing: 'feedback',
          thingId: id,
          to: { reportersOf: id },
          title: number,
          regionCode: regionCode ?? city,
          hiddenFrom,
        },
      ],
      beijingInstant(today),
    )(transaction)
