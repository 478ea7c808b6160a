import { addDays, beijingDay, beijingInstant } from '@/domain/calendar/day'
import type { PersonId } from '@/domain/organization/actor'
import { atOnceSendAt, planDigest } from '@/domain/reminder/message'
import type { MessageRow } from '../_stores/message-queue'
import type { ReminderRow } from '../_stores/message-reminders'
import { digestOf } from '../_stores/message-store'
import type { Parts, Run } from './parts'
import { sideBySide } from './side-by-side'

/** People found at once; each gets one message a day whatever they owe. */
const batchSize = 100

/** Steps marked in the digest's own transaction, which must be short. */
const toldTogether = 40

/** What is done meanwhile, or has another day now, is not told any more. */
const standing = async (
  { reminders }: Parts,
  rows: readonly ReminderRow[],
): Promise<ReminderRow[]> => {
  const found = await reminders.standing(rows.map(({ obligation }) => obligation.id))
  return rows.filter(({ obligation }) => found.get(obligation.id)?.dueOn === obligation.dueOn)
}

/** The day's one digest of a person, together with the steps it tells. */
const digestFor = async (parts: Parts, personId: PersonId, { now }: Run): Promise<void> => {
  const { reminders, queue, settings } = parts
  const day = beijingDay(now)
  const id = digestOf('digest', personId, day)
  const rows = await reminders.waitingOf(personId, now)
  const present = await queue.find(id)
  if (present && present.at !== now) {
    // Today's has gone out: what came up since waits for tomorrow's.
    const notBefore = beijingInstant(addDays(day, 1), settings.digestHour)
    for (const row of rows) await reminders.put({ ...row, notBefore })
    return
  }
  const [digest] = planDigest(await standing(parts, rows))
  const first = digest?.entries[0]
  const told = rows.map((row): ReminderRow => ({
    ...row,
    state: 'told',
    messageId: digest ? id : null,
  }))
  if (!digest || !first || present) {
    for (const row of told) await reminders.put(row)
    return
  }
  // A digest that an outage delayed into the night waits for the morning, and speaks of it.
  const notBefore = atOnceSendAt(now, settings)
  const message: MessageRow = {
    id,
    personId,
    template: 'deadline',
    state: 'pending',
    at: now,
    notBefore,
    // Two steps of one thing (half-time and the day before) are one thing to do.
    things: new Set(digest.entries.map(({ obligation }) => obligation.id)).size,
    attempts: 0,
    body: {
      kind: 'digest',
      title: first.obligation.title,
      dueOn: digest.dueOn,
      day: beijingDay(notBefore),
    },
  }
  await queue.addDigest(message, (transaction) =>
    reminders.putIn(transaction, told.slice(0, toldTogether)),
  )
  for (const row of told.slice(toldTogether)) await reminders.put(row)
}

/** Gathers each person's waiting steps into the day's one digest. */
export const makeDigests = async (parts: Parts, run: Run): Promise<void> => {
  while (parts.clock() < run.stopAt) {
    const rows = await parts.reminders.waiting(run.now, batchSize)
    const people = [...new Set(rows.map((row) => row.personId))]
    await sideBySide(people, (personId) => digestFor(parts, personId, run))
    if (rows.length < batchSize) return
  }
}
