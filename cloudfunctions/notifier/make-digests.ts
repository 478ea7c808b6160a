import { beijingDay } from '@/domain/calendar/day'
import type { PersonId } from '@/domain/organization/actor'
import { digestAfter, digestSendAt, planDigest, weeklySummaryAt } from '@/domain/reminder/message'
import type { MessageRow } from '../_stores/messages/message-queue'
import type { ReminderRow } from '../_stores/messages/message-reminders'
import { digestOf } from '../_stores/messages/message-store'
import type { Parts, Run } from './parts'
import { sideBySide } from './side-by-side'

/** People found at once; each gets one message a day whatever they owe. */
const batchSize = 100

/** Steps marked in the digest's own transaction, which must be short. */
const toldTogether = 40

type Kind = 'digest' | 'summary'

/** What is done meanwhile, or has another day now, is not told any more. */
export const standing = async (
  { reminders }: Pick<Parts, 'reminders'>,
  rows: readonly ReminderRow[],
): Promise<ReminderRow[]> => {
  const found = await reminders.standing(rows.map(({ obligation }) => obligation.id))
  return rows.filter(({ obligation }) => found.get(obligation.id)?.dueOn === obligation.dueOn)
}

/** What came up after the message had gone out waits for the next one of its kind. */
const nextOf = (kind: Kind, now: number, { calendar, settings }: Parts): number => {
  const next = digestAfter(now, calendar, settings)
  return kind === 'summary' ? weeklySummaryAt(next, calendar, settings) : next
}

/** What a digest of these steps says; null when none of them stands. */
export const contentOf = (
  kind: Kind,
  rows: readonly ReminderRow[],
): Pick<MessageRow, 'about' | 'things' | 'body'> | null => {
  const [digest] = planDigest(rows)
  const first = digest?.entries[0]
  if (!digest || !first) return null
  return {
    about: kind,
    // Two steps of one thing (half-time and the day before) are one thing to do.
    things: new Set(digest.entries.map(({ obligation }) => obligation.id)).size,
    body: { kind, title: first.obligation.title, dueOn: digest.dueOn },
  }
}

/** The day's one message of its kind to a person, together with the steps it tells. */
const makeOne = async (
  parts: Parts,
  kind: Kind,
  personId: PersonId,
  rows: readonly ReminderRow[],
  now: number,
): Promise<void> => {
  const { reminders, queue, calendar, settings } = parts
  const id = digestOf(kind, personId, beijingDay(now))
  const present = await queue.find(id)
  if (present && present.at !== now) {
    const notBefore = nextOf(kind, now, parts)
    for (const row of rows) await reminders.put({ ...row, notBefore })
    return
  }
  const content = contentOf(kind, await standing(parts, rows))
  const told = rows.map((row): ReminderRow => ({
    ...row,
    state: 'told',
    messageId: content ? id : null,
  }))
  if (!content || present) {
    for (const row of told) await reminders.put(row)
    return
  }
  const message: MessageRow = {
    ...content,
    id,
    personId,
    template: 'deadline',
    state: 'pending',
    at: now,
    notBefore: digestSendAt(now, calendar, settings),
    attempts: 0,
  }
  await queue.addDigest(message, (transaction) =>
    reminders.putIn(transaction, told.slice(0, toldTogether)),
  )
  for (const row of told.slice(toldTogether)) await reminders.put(row)
}

const digestsFor = async (parts: Parts, personId: PersonId, now: number): Promise<void> => {
  const rows = await parts.reminders.waitingOf(personId, now)
  for (const kind of ['digest', 'summary'] as const) {
    const own = rows.filter(({ inSummary }) => inSummary === (kind === 'summary'))
    if (own.length > 0) await makeOne(parts, kind, personId, own, now)
  }
}

/** Gathers each person's waiting steps into the day's digest, on working days only. */
export const makeDigests = async (parts: Parts, run: Run): Promise<void> => {
  if (!parts.calendar.isWorkingDay(beijingDay(run.now))) return
  while (parts.clock() < run.stopAt) {
    const rows = await parts.reminders.waiting(run.now, batchSize)
    const people = [...new Set(rows.map((row) => row.personId))]
    await sideBySide(people, (personId) => digestsFor(parts, personId, run.now))
    if (rows.length < batchSize) return
  }
}
