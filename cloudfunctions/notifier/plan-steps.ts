import { addDays, beijingDay, beijingInstant, type IsoDay } from '@/domain/calendar/day'
import type { PersonId } from '@/domain/organization/actor'
import { messageKey } from '@/domain/reminder/message'
import type { Obligation } from '@/domain/reminder/obligation'
import type { Settings } from '@/domain/settings'
import { type Audience, latestStepIn, nextStepAfter, type Step } from '@/domain/reminder/steps'
import type { MessageRecipients } from '../_stores/message-recipients'
import { reminderId, type ReminderRow } from '../_stores/message-reminders'
import type { Parts, Run } from './parts'
import { sideBySide } from './side-by-side'

/** Obligations read at once: small, so that a run that dies repeats little. */
const batchSize = 50

/** The person who owes it while they still work there, else everybody with one of the roles. */
const ownersOf = async (
  { unitId, personId, roles, regionCode, hiddenFrom }: Obligation,
  recipients: MessageRecipients,
): Promise<PersonId[]> => {
  if (unitId === null)
    return personId ? [personId] : recipients.forRegion(regionCode, roles, hiddenFrom)
  const members = await recipients.inUnit(unitId, roles)
  return personId !== null && members.includes(personId) ? [personId] : members
}

const audienceOf = (
  audience: Audience,
  obligation: Obligation,
  recipients: MessageRecipients,
): Promise<PersonId[]> => {
  if (audience === 'owner') return ownersOf(obligation, recipients)
  if (audience === 'coordinator')
    return recipients.forRegion(obligation.regionCode, ['coordinator'], obligation.hiddenFrom)
  return obligation.unitId === null
    ? Promise.resolve([])
    : recipients.inUnit(obligation.unitId, ['unitLeader'])
}

/** Between two runs of the timer: what was made just before the digest still belongs to it. */
const timerIntervalMs = 600_000

/** Today's digest; what was only made after it waits for tomorrow's. */
const digestInstantFor = (
  { madeOn }: Obligation,
  now: number,
  { digestHour }: Settings,
): number => {
  const today = beijingDay(now)
  const digestAt = beijingInstant(today, digestHour)
  const isLate = madeOn === today && now > digestAt + timerIntervalMs
  return isLate ? beijingInstant(addDays(today, 1), digestHour) : digestAt
}

interface Planned {
  readonly obligation: Obligation
  readonly step: Step | null
  readonly owners: number
  readonly rows: readonly ReminderRow[]
}

/** The latest step that is due, as a row for each person who is told. */
const planOne = async (
  { calendar, settings }: Parts,
  obligation: Obligation,
  { now, recipients }: Run,
): Promise<Planned> => {
  const today = beijingDay(now)
  const since = obligation.nextStepOn ?? today
  const step = latestStepIn(obligation, since, today, calendar, settings)
  if (!step) return { obligation, step, owners: 0, rows: [] }
  const notBefore = digestInstantFor(obligation, now, settings)
  const told = await Promise.all(step.to.map((to) => audienceOf(to, obligation, recipients)))
  const rows = [...new Set(told.flat())].map((personId): ReminderRow => ({
    id: reminderId(messageKey(obligation, step, personId)),
    personId,
    obligation,
    step,
    state: 'waiting',
    notBefore,
    messageId: null,
  }))
  return { obligation, step, owners: told[0]?.length ?? 0, rows }
}

/** Writes what was planned; a step with nobody to tell goes on the call list at once. */
const saveOne = async (
  { reminders, calls, calendar, settings }: Parts,
  { obligation, step, owners, rows }: Planned,
  known: ReadonlySet<string>,
  today: IsoDay,
): Promise<void> => {
  if (step && owners === 0) await calls.add(obligation, null, step.on, 'noRecipient')
  await reminders.plan(
    obligation,
    rows.filter(({ id }) => !known.has(id)),
    nextStepAfter(obligation, today, calendar, settings),
  )
}

/**
 * Turns obligations whose step has come into one row per person, and moves them on to their
 * next step. Only from the digest hour on: before it the day's steps may still change.
 */
export const planSteps = async (parts: Parts, run: Run): Promise<void> => {
  const { now, stopAt } = run
  const today = beijingDay(now)
  if (now < beijingInstant(today, parts.settings.digestHour)) return
  while (parts.clock() < stopAt) {
    const due = await parts.reminders.due(today, batchSize)
    const planned = []
    for (const obligation of due) planned.push(await planOne(parts, obligation, run))
    const known = await parts.reminders.planned(
      planned.flatMap(({ rows }) => rows.map(({ id }) => id)),
    )
    await sideBySide(planned, (each) => saveOne(parts, each, known, today))
    if (due.length < batchSize) return
  }
}
