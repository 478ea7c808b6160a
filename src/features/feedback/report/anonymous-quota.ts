import { quotas, takenWith } from '@/domain/feedback/quota'
import { serverNow } from '@/src/platform/clock'
import { readOutbox } from '@/src/platform/outbox'
import { isItemOf } from '@/src/platform/outbox-item'
import { readStored, writeStored } from '@/src/platform/storage'

const taken = () => readStored('anonymousSent') ?? []

const waiting = () =>
  readOutbox().filter(
    (item) => isItemOf(item, 'feedback.submit') && item.input.protection === 'anonymous',
  )

/**
 * Whether this phone may send one more without a name: no server may know whose they are, so the
 * phone itself keeps to what everybody may send. What waits for a network counts too.
 */
export const mayReportAnonymously = () => {
  const now = serverNow()
  const more = waiting().reduce<readonly number[] | null>(
    (minutes) => minutes && takenWith(minutes, quotas.report, now),
    taken(),
  )
  return more !== null && takenWith(more, quotas.report, now) !== null
}

/** One without a name has arrived: its minute, which goes within a day. */
export const countAnonymous = () => {
  const now = takenWith(taken(), quotas.report, serverNow())
  if (now) writeStored('anonymousSent', now)
}
