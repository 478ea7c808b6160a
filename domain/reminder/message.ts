import { addDays, beijingDay, beijingHour, beijingInstant, type IsoDay } from '../calendar/day'
import { firstWorkingDay, opensTheWeek, type WorkCalendar } from '../calendar/work-calendar'
import type { PersonId } from '../organization/actor'
import type { SettingsBook } from '../settings-book'
import type { Obligation } from './obligation'
import type { Step } from './steps'

/**
 * A message is sent once for ever: thing, node, due day, step with its ordinal and person make
 * its key. A deadline that moves has another due day, and so runs its own steps.
 */
export const messageKey = (
  obligation: Pick<Obligation, 'id' | 'dueOn'>,
  step: Pick<Step, 'name'>,
  personId: PersonId,
): string => `${obligation.id}.${obligation.dueOn}.${step.name}.${personId}`

export interface PlannedStep {
  readonly personId: PersonId
  readonly obligation: Obligation
  readonly step: Step
}

/** One message a day for one person. */
export interface Digest {
  readonly personId: PersonId
  readonly entries: readonly (PlannedStep & { readonly key: string })[]
  /** The day on which the most pressing entry is or was due. */
  readonly dueOn: IsoDay
}

const byDueDay = (a: PlannedStep, b: PlannedStep): number => {
  const [left, right] = [
    `${a.obligation.dueOn} ${a.obligation.id}`,
    `${b.obligation.dueOn} ${b.obligation.id}`,
  ]
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * Groups the steps of one day by person, the most pressing first. A person who is told of one
 * step in two capacities (owner and leader) gets it once.
 */
export const planDigest = (steps: readonly PlannedStep[]): readonly Digest[] => {
  const people = [...new Set(steps.map(({ personId }) => personId))]
  return people.map((personId) => {
    const own = new Map<string, PlannedStep & { readonly key: string }>()
    for (const planned of steps) {
      if (planned.personId !== personId) continue
      const key = messageKey(planned.obligation, planned.step, personId)
      own.set(key, { ...planned, key })
    }
    const entries = [...own.values()].sort(byDueDay)
    return { personId, entries, dueOn: entries[0]?.obligation.dueOn ?? '' }
  })
}

/** True from `quietFromHour` (inclusive) over midnight to `quietToHour` (exclusive), Beijing time. */
export const isQuiet = (now: number, settings: SettingsBook): boolean => {
  const { quietFromHour, quietToHour } = settings.on(beijingDay(now))
  const hour = beijingHour(now)
  return quietFromHour > quietToHour
    ? hour >= quietFromHour || hour < quietToHour
    : hour >= quietFromHour && hour < quietToHour
}

/** When at-once news may go out: now, or at the end of the quiet hours. Epoch milliseconds. */
export const atOnceSendAt = (now: number, settings: SettingsBook): number => {
  if (!isQuiet(now, settings)) return now
  const today = beijingDay(now)
  const { quietToHour } = settings.on(today)
  const ends = beijingInstant(today, quietToHour)
  return ends > now ? ends : beijingInstant(addDays(today, 1), quietToHour)
}

/** The instant of a day's digest. */
export const digestInstant = (day: IsoDay, settings: SettingsBook): number =>
  beijingInstant(day, settings.on(day).digestHour)

/** The next instant, `now` included, at which a digest goes out: on working days only. */
export const nextDigestAt = (
  now: number,
  calendar: WorkCalendar,
  settings: SettingsBook,
): number => {
  const today = beijingDay(now)
  const isOver = now > digestInstant(today, settings)
  return digestInstant(firstWorkingDay(isOver ? addDays(today, 1) : today, calendar), settings)
}

/** The digest after that of an instant's day. */
export const digestAfter = (now: number, calendar: WorkCalendar, settings: SettingsBook): number =>
  nextDigestAt(beijingInstant(addDays(beijingDay(now), 1)), calendar, settings)

/** The first digest, that of `digestAt` included, on a day that opens a working week. */
export const weeklySummaryAt = (
  digestAt: number,
  calendar: WorkCalendar,
  settings: SettingsBook,
): number =>
  opensTheWeek(beijingDay(digestAt), calendar)
    ? digestAt
    : weeklySummaryAt(digestAfter(digestAt, calendar, settings), calendar, settings)

/**
 * When a digest that is ready at `now` may be sent: one that an outage, a quota or a busy
 * system kept back rings neither at night nor on a holiday.
 */
export const digestSendAt = (
  now: number,
  calendar: WorkCalendar,
  settings: SettingsBook,
): number => {
  const at = atOnceSendAt(now, settings)
  const day = beijingDay(at)
  if (calendar.isWorkingDay(day)) return at
  const next = firstWorkingDay(day, calendar)
  return beijingInstant(next, settings.on(next).quietToHour)
}
