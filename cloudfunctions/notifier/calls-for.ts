import { summaryTitle } from '@/copy/message-templates'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { isPublicNews } from '@/domain/reminder/notice'
import type { MembershipId } from '@/domain/organization/actor'
import { coveringRegion } from '@/domain/organization/scope'
import {
  type Call,
  type Callee,
  callOfNotice,
  callOfObligation,
  callOfSummary,
} from '../_stores/call-list-store'
import type { MessageRow } from '../_stores/messages/message-queue'
import type { Capacity, Recipient } from '../_stores/messages/message-recipients'
import type { ReminderRow } from '../_stores/messages/message-reminders'
import type { Parts } from './parts'

/** What somebody has to be phoned about, and of which day it is. */
export interface DatedCall {
  readonly call: Call
  readonly on: IsoDay
}

type Capacities = ReadonlyMap<MembershipId, Capacity>

const calleeOf = ({ personId, membershipId }: Recipient, capacities: Capacities): Callee => ({
  personId,
  capacity: capacities.get(membershipId ?? ''),
})

const ofSummary = (
  { things }: MessageRow,
  dueOn: IsoDay,
  rows: readonly ReminderRow[],
  capacities: Capacities,
): Call[] => {
  const [first] = rows
  const regionCode = coveringRegion(rows.map(({ obligation }) => obligation.regionCode))
  if (first === undefined || regionCode === null) return []
  const summary = { title: summaryTitle(things), dueOn, regionCode }
  return [callOfSummary(calleeOf(first, capacities), summary)]
}

/**
 * What a phone call has to say in the message's place: the steps of a digest one by one, the
 * week's summary and news as one.
 */
export const callsFor = async (
  { reminders, openRecipients }: Pick<Parts, 'reminders' | 'openRecipients'>,
  message: MessageRow,
): Promise<DatedCall[]> => {
  const { body, personId, at } = message
  if (body === null) return []
  // A call about it would tell the caller whose report it was.
  if (body.kind === 'notice' && isPublicNews(body.notice)) return []
  const rows = body.kind === 'notice' ? [] : await reminders.toldBy(message.id)
  const told = body.kind === 'notice' ? [body] : rows
  const capacities = await openRecipients().capacities([
    ...new Set(told.flatMap(({ membershipId }) => membershipId ?? [])),
  ])
  const on = beijingDay(at)
  if (body.kind === 'notice')
    return [{ call: callOfNotice(body, calleeOf({ ...body, personId }, capacities)), on }]
  if (body.kind === 'summary')
    return ofSummary(message, body.dueOn, rows, capacities).map((call) => ({ call, on }))
  return rows.map((row) => ({
    call: callOfObligation(row.obligation, calleeOf(row, capacities)),
    on: row.step.on,
  }))
}
