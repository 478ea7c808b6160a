import { addDays, beijingDay, beijingInstant, type IsoDay } from '@/domain/calendar/day'
import { systemActor } from '@/domain/organization/actor'
import { RuleError } from '@/domain/refusal'
import type { Doc } from './document'
import type { By, Decide, Thing } from './thing'
import type { Writer } from './writer'
import { storedAt, storedText } from './stored'

/** What the system does with a thing whose day has come. */
export interface Turn<T, F> {
  /** The decision names its event. */
  readonly decide: Decide<T, F>
  /** False while something has to happen first. */
  readonly isReady?: (record: T) => Promise<boolean>
}

const pageSize = 50
/** One tick does at most this much; the next one goes on. */
const mostTurns = 500

/** The system as who changes something, at this instant (epoch milliseconds). */
export const systemBy = (now: number): By => ({
  actor: systemActor,
  now,
  today: beijingDay(now),
  keep: () => null,
  serves: () => true,
})

const turnDayOf = (doc: Doc): IsoDay => storedText(storedAt(doc, 'by', 'turnOn'))

/**
 * The system's turns: on the day that `turnOn` named, it acts on the thing. Safe to run twice:
 * what was done has another day, or none. What is refused or not ready is looked at again after
 * the next digest.
 * @param now epoch milliseconds
 * @returns when it wants to run again; null when no thing has a day
 */
export const takeTurns = async <T extends { readonly id: string }, F, E extends string>(
  writer: Writer,
  thing: Thing<T, F, E>,
  { decide, isReady }: Turn<T, F>,
  now: number,
): Promise<{ readonly nextDueAt: number | null }> => {
  const by = systemBy(now)
  const context = writer.contextOn(by.today)
  let isDueAgain = false
  /** An answer that came in the meantime, or somebody at work on it, is no error. */
  const take = async (record: T): Promise<boolean> => {
    if (isReady && !(await isReady(record))) return false
    try {
      let isChanged = false
      const next = await writer.write(by, (acting) =>
        acting.change(thing, record.id, 'turn', async (...known) => {
          const decision = await decide(...known)
          isChanged = decision !== null
          return decision
        }),
      )
      // One turn of several that are due: the others at the next tick.
      const turnOn = thing.turnOn?.(next, context) ?? null
      isDueAgain ||= isChanged && turnOn !== null && turnOn <= by.today
      return true
    } catch (error) {
      if (error instanceof RuleError) return false
      throw error
    }
  }

  let left = 0
  let seen = 0
  for (let after: Doc | null = null; ;) {
    const docs: Doc[] = await dueAfter(writer, thing, by.today, after)
    for (const doc of docs) if (!(await take(thing.parsed(doc)))) left += 1
    seen += docs.length
    if (docs.length < pageSize) break
    if (seen >= mostTurns) return { nextDueAt: now }
    after = docs.at(-1)!
  }
  if (isDueAgain) return { nextDueAt: now }
  const next = await nextTurnDay(writer, thing, by.today)
  const later = next === null ? null : beijingInstant(next)
  if (left === 0) return { nextDueAt: later }
  const again = afterNextDigest(now, context.settings.on(by.today).digestHour)
  return { nextDueAt: later === null ? again : Math.min(again, later) }
}

/** Those whose day has come, the oldest first: the rest of the last one's day, then later days. */
const dueAfter = async (
  { database }: Writer,
  { collection }: { readonly collection: string },
  today: IsoDay,
  after: Doc | null,
): Promise<Doc[]> => {
  const { command } = database
  const sort = [
    ['by.turnOn', 'asc'],
    ['_id', 'asc'],
  ] as const
  if (!after)
    return database.find(collection, { 'by.turnOn': command.lte(today) }, { sort, limit: pageSize })
  const day = turnDayOf(after)
  const sameDay = await database.find(
    collection,
    { 'by.turnOn': day, _id: command.gt(after._id) },
    { sort, limit: pageSize },
  )
  if (sameDay.length === pageSize) return sameDay
  const laterDays = { 'by.turnOn': command.and(command.gt(day), command.lte(today)) }
  const limit = pageSize - sameDay.length
  return [...sameDay, ...(await database.find(collection, laterDays, { sort, limit }))]
}

const nextTurnDay = async (
  { database }: Writer,
  { collection }: { readonly collection: string },
  after: IsoDay,
): Promise<IsoDay | null> => {
  const [doc] = await database.find(
    collection,
    { 'by.turnOn': database.command.gt(after) },
    { sort: [['by.turnOn', 'asc']], limit: 1 },
  )
  return doc ? turnDayOf(doc) : null
}

/** Reminders go out with the day's digest: an hour later it is known whether one did. */
const afterNextDigest = (now: number, digestHour: number): number => {
  const today = beijingInstant(beijingDay(now), digestHour + 1)
  return now < today ? today : beijingInstant(addDays(beijingDay(now), 1), digestHour + 1)
}
