import { addDays, beijingDay, beijingInstant } from '@/domain/calendar/day'
import { atOnceSendAt, digestSendAt } from '@/domain/reminder/message'
import { isAnswer } from '@/domain/reminder/notice'
import type { CallReason } from '@/domain/reminder/message-state'
import { log } from '../_kit/logger'
import { reporterKeyOf } from '../_stores/reporter-key'
import type { MessageRow } from '../_stores/messages/message-queue'
import { callsFor } from './calls-for'
import { contentOf, standing } from './make-digests'
import { messageData, pageOf } from './message-words'
import type { Parts, Run } from './parts'
import { configurationErrorOf, mostAttempts, outcomeOf, retryAfterMs } from './send-outcome'

const batchSize = 20
const hourMs = 3_600_000

/** Until then nothing may be sent at all; null when the next message may try. */
type Hold = number | null

/** The message has its outcome. What it said is forgotten; who was not reached is phoned. */
const settle = async (
  parts: Parts,
  message: MessageRow,
  state: 'sent' | CallReason,
): Promise<null> => {
  const { queue, calls } = parts
  for (const { call, on } of await callsFor(parts, message)) {
    if (state === 'sent') await calls.remove(call)
    else await calls.add(call, on, state)
  }
  const outcome = state === 'noRecipient' ? 'failed' : state
  await queue.put({ ...message, state: outcome, body: null })
  return null
}

const isDigest = ({ body }: MessageRow): boolean => body !== null && body.kind !== 'notice'

/** A digest that had to wait tells what still stands; null when nothing of it does. */
const refreshed = async (parts: Parts, message: MessageRow): Promise<MessageRow | null> => {
  const { body } = message
  if (body === null || body.kind === 'notice') return message
  const rows = await standing(parts, await parts.reminders.toldBy(message.id))
  const content = contentOf(body.kind, rows)
  return content && { ...message, ...content }
}

/** Nothing went out: the consent is given back and the message waits. */
const postpone = async (
  { queue, consents }: Parts,
  message: MessageRow,
  notBefore: number,
): Promise<void> => {
  await consents.add(message.personId, message.template, 1)
  await queue.put({ ...message, state: 'pending', notBefore })
}

/** Nothing rings at night, and no digest on a holiday. */
const mayRingAt = ({ calendar, settings }: Parts, message: MessageRow, at: number): number =>
  isDigest(message) ? digestSendAt(at, calendar, settings) : atOnceSendAt(at, settings)

const giveUp = async (parts: Parts, message: MessageRow): Promise<null> => {
  await parts.consents.add(message.personId, message.template, 1)
  return settle(parts, message, 'failed')
}

const afterAnswer = async (
  parts: Parts,
  message: MessageRow,
  reply: Awaited<ReturnType<Parts['wechat']['sendSubscribe']>>,
  now: number,
): Promise<Hold> => {
  switch (outcomeOf(reply)) {
    case 'sent':
      return settle(parts, message, 'sent')
    case 'noConsent':
      // WeChat's word is the truth: whatever the ledger still held is not there.
      await parts.consents.empty(message.personId, message.template)
      return settle(parts, message, 'noConsent')
    case 'unknown':
      return settle(parts, message, 'unknown')
    case 'never':
      return giveUp(parts, message)
    case 'later':
      if (message.attempts >= mostAttempts) return giveUp(parts, message)
      await postpone(
        parts,
        message,
        mayRingAt(parts, message, now + retryAfterMs(message.attempts)),
      )
      return null
    case 'tomorrow': {
      const tomorrow = addDays(beijingDay(now), 1)
      const hold = beijingInstant(tomorrow, parts.settings.on(tomorrow).quietToHour)
      await postpone(parts, message, hold)
      return hold
    }
    case 'configuration': {
      const code = configurationErrorOf(reply.errcode)
      log({ level: 'error', requestId: message.id, action: 'notifier.send', code })
      await postpone(parts, message, now + hourMs)
      return now + hourMs
    }
  }
}

/**
 * Consents of a reporter are kept for answers: other news of theirs spends one only while more
 * are left than answers are still to come, those that wait for the morning included.
 */
const isKeptForAnswers = async (parts: Parts, message: MessageRow): Promise<boolean> => {
  const { consents, queue, reports } = parts
  const { body, personId, template } = message
  if (body?.kind !== 'notice' || isAnswer(body.notice)) return false
  const { thing, thingId, membershipId } = body
  const isResident = membershipId === null
  if (thing === 'timeline' || !isResident) return false
  const left = (await consents.balances(personId)).get(template) ?? 0
  if (left === 0) return false
  const coming = await queue.pendingAnswers(personId)
  // The reply to the objection itself is still to come.
  const own = thing === 'objection' ? 1 : 0
  const key =
    thing === 'feedback' || thing === 'objection'
      ? await reports.reporterKeyOf(thing, thingId)
      : reporterKeyOf(parts.cipher, { personId, membershipId, role: 'resident' })
  return left <= coming + own + (await reports.awaitingAnswer(key))
}

/** reserve a consent → send → mark. */
const sendOne = async (parts: Parts, waiting: MessageRow, now: number): Promise<Hold> => {
  const { queue, consents, people, wechat, templateIds } = parts
  const opensAt = mayRingAt(parts, waiting, now)
  if (opensAt > now) {
    await queue.put({ ...waiting, notBefore: opensAt })
    return null
  }
  const pending = waiting.at === now ? waiting : await refreshed(parts, waiting)
  if (pending === null) {
    await queue.remove(waiting.id)
    return null
  }
  if (!(await queue.take(pending.id)) || !pending.body) return null
  const message = { ...pending, attempts: pending.attempts + 1 }
  const openid = await people.openidOf(message.personId)
  if (openid === null) return settle(parts, message, 'failed')
  if (await isKeptForAnswers(parts, message)) return settle(parts, message, 'kept')
  if (!(await consents.reserve(message.personId, message.template)))
    return settle(parts, message, 'noConsent')
  const reply = await wechat.sendSubscribe({
    openid,
    templateId: templateIds[message.template],
    page: pageOf(message),
    data: messageData(message, pending.body, now),
  })
  const { template } = message
  const name = String(reply.errcode ?? 'none')
  parts.watch.count({ kind: 'send', functionName: 'notifier', name, template }, now)
  return afterAnswer(parts, message, reply, now)
}

/** A run died between sending and marking: listed, never sent again by itself. */
const settleInterrupted = async (parts: Parts): Promise<void> => {
  for (const message of await parts.queue.interrupted(batchSize))
    await settle(parts, message, 'unknown')
}

/**
 * Sends what is ready.
 * @returns the instant before which no later run may send; 0 when there is none
 */
export const sendMessages = async (parts: Parts, { now, stopAt }: Run): Promise<number> => {
  await settleInterrupted(parts)
  // What was ready in the evening, or waited for mended settings, does not ring at night.
  const opensAt = atOnceSendAt(now, parts.settings)
  if (opensAt > now) return opensAt
  while (parts.clock() < stopAt) {
    const ready = await parts.queue.ready(now, batchSize)
    for (const message of ready) {
      const hold = await sendOne(parts, message, now)
      if (hold !== null) return hold
      if (parts.clock() >= stopAt) return 0
    }
    if (ready.length < batchSize) return 0
  }
  return 0
}
