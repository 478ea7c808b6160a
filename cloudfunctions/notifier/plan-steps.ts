import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { digestAfter, digestInstant, messageKey, weeklySummaryAt } from '@/domain/reminder/message'
import type { Obligation } from '@/domain/reminder/obligation'
import type { Audience } from '@/domain/reminder/step-plans'
import { nextStepAfter, type Step, stepToTell } from '@/domain/reminder/steps'
import { callOfObligation } from '../_stores/call-list-store'
import {
  eachOnce,
  type MessageRecipients,
  type Recipient,
} from '../_stores/messages/message-recipients'
import { reminderId, type ReminderRow } from '../_stores/messages/message-reminders'
import type { Parts, Run } from './parts'
import { sideBySide } from './side-by-side'

/** Obligations read at once: small, so that a run that dies repeats little. */
const batchSize = 50

type Find = (obligation: Obligation, recipients: MessageRecipients) => Promise<Recipient[]>

/** The person who signed for it while they work there, else everybody with one of the roles. */
const ownersOf: Find = async (obligation, recipients) => {
  const { thingId, unitId, signerOwes, heldBy, notBy, roles, regionCode, hiddenFrom } = obligation
  // What has risen to the city leader is still owed by whoever owed it before.
  const owing = roles.filter((role) => role !== 'cityLeader' || roles.length === 1)
  const may = ({ personId }: Recipient) => !notBy.includes(personId)
  if (heldBy !== null) return recipients.holderOf(heldBy, hiddenFrom)
  if (unitId === null)
    return (await recipients.forRegion(regionCode, owing, hiddenFrom)).filter(may)
  const members = (await recipients.inUnit(unitId, roles, hiddenFrom)).filter(may)
  const signer = signerOwes ? recipients.signerOf(thingId, unitId) : null
  const own = members.filter(({ personId }) => personId === signer)
  return own.length > 0 ? own : members
}

const coordinators: Find = ({ regionCode, hiddenFrom }, recipients) =>
  recipients.forRegion(regionCode, ['coordinator'], hiddenFrom)

const findAudience: Readonly<Record<Audience, Find>> = {
  owner: ownersOf,
  unitLeader: async ({ unitId, hiddenFrom }, recipients) =>
    unitId === null ? [] : recipients.inUnit(unitId, ['unitLeader'], hiddenFrom),
  coordinator: coordinators,
  weeklySummary: coordinators,
  cityLeader: ({ regionCode, hiddenFrom }, recipients) =>
    recipients.forRegion(regionCode, ['cityLeader'], hiddenFrom),
}

/** Between two runs of the timer: what was made just before the digest still belongs to it. */
const timerIntervalMs = 600_000

/** Today's digest; what was only made after it waits for the next working day's. */
const digestInstantFor = (
  { calendar, settings }: Parts,
  { madeOn }: Obligation,
  now: number,
): number => {
  const today = beijingDay(now)
  const digestAt = digestInstant(today, settings)
  const isLate = madeOn === today && now > digestAt + timerIntervalMs
  return isLate ? digestAfter(now, calendar, settings) : digestAt
}

interface Planned {
  readonly obligation: Obligation
  readonly step: Step | null
  readonly owners: number
  readonly rows: readonly ReminderRow[]
}

interface Told {
  readonly recipient: Recipient
  readonly inSummary: boolean
}

/** Who is told of a step; who reads of it anyway does not read it again in the summary. */
const toldOf = async (
  obligation: Obligation,
  { to }: Step,
  recipients: MessageRecipients,
): Promise<Told[]> => {
  const find = async (audience: Audience) => findAudience[audience](obligation, recipients)
  const others = to.filter((audience) => audience !== 'weeklySummary')
  const daily = eachOnce((await Promise.all(others.map(find))).flat())
  const weekly = to.includes('weeklySummary') ? await find('weeklySummary') : []
  const isDaily = ({ personId }: Recipient) => daily.some((each) => each.personId === personId)
  return [
    ...daily.map((recipient) => ({ recipient, inSummary: false })),
    ...weekly
      .filter((recipient) => !isDaily(recipient))
      .map((recipient) => ({ recipient, inSummary: true })),
  ]
}

/** The step's row for one person, and those of the steps that it stands for. */
const rowsFor = (
  parts: Parts,
  obligation: Obligation,
  step: Step,
  { recipient, inSummary }: Told,
  digestAt: number,
): ReminderRow[] =>
  [step.name, ...step.with].map((name, index) => ({
    ...recipient,
    id: reminderId(messageKey(obligation, { name }, recipient.personId)),
    obligation,
    step: { ...step, name },
    state: index === 0 ? 'waiting' : 'told',
    inSummary,
    notBefore: inSummary ? weeklySummaryAt(digestAt, parts.calendar, parts.settings) : digestAt,
    messageId: null,
  }))

const planOne = async (
  parts: Parts,
  obligation: Obligation,
  { now, recipients }: Run,
): Promise<Planned> => {
  const today = beijingDay(now)
  const step = stepToTell(obligation, obligation.nextStepOn ?? today, today, parts)
  if (!step) return { obligation, step, owners: 0, rows: [] }
  const digestAt = digestInstantFor(parts, obligation, now)
  const told = await toldOf(obligation, step, recipients)
  const owners = await ownersOf(obligation, recipients)
  return {
    obligation,
    step,
    owners: owners.length,
    rows: told.flatMap((each) => rowsFor(parts, obligation, step, each, digestAt)),
  }
}

/** Writes what was planned; a step with nobody to tell goes on the call list at once. */
const saveOne = async (
  parts: Parts,
  { obligation, step, owners, rows }: Planned,
  known: ReadonlySet<string>,
  today: IsoDay,
): Promise<void> => {
  const { reminders, calls } = parts
  if (step && owners === 0)
    await calls.add(callOfObligation(obligation, null), step.on, 'noRecipient')
  await reminders.plan(
    obligation,
    rows.filter(({ id }) => !known.has(id)),
    {
      nextStepOn: nextStepAfter(obligation, today, parts),
      hasRisen: step?.to.includes('cityLeader') ?? false,
    },
  )
}

/**
 * Turns obligations whose step has come into one row per person, and moves them on to their
 * next step. Only on working days from the digest hour on: before it the day's steps may still
 * change.
 */
export const planSteps = async (parts: Parts, run: Run): Promise<void> => {
  const { now, stopAt } = run
  const today = beijingDay(now)
  if (!parts.calendar.isWorkingDay(today)) return
  if (now < digestInstant(today, parts.settings)) return
  while (parts.clock() < stopAt) {
    const due = await parts.reminders.due(today, batchSize)
    const signed = due.filter(({ signerOwes }) => signerOwes).map(({ thingId }) => thingId)
    await run.recipients.lookUpSigners(signed)
    const planned = []
    for (const obligation of due) planned.push(await planOne(parts, obligation, run))
    const known = await parts.reminders.planned(
      planned.flatMap(({ rows }) => rows.map(({ id }) => id)),
    )
    await sideBySide(planned, (each) => saveOne(parts, each, known, today))
    if (due.length < batchSize) return
  }
}
