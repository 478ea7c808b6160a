import { type IsoDay } from '@/domain/calendar/day'
import { publishedUntil } from '@/domain/calendar/work-calendar'
import { RuleError } from '@/domain/refusal'
import { type Obligation, type ThingKind, thingKinds } from '@/domain/reminder/obligation'
import type { Doc } from './document'
import { handledReport } from './feedback-thing'
import { objectionThing } from './objection-thing'
import { opinionThing } from './opinion-thing'
import { roundThing } from './round-store'
import { summaryThing } from './summary-thing'
import { systemBy } from './system-turns'
import { taskThing } from './task-thing'
import type { Thing } from './thing'
import { timelineThing } from './timeline-thing'
import { visitThing } from './visit-thing'
import type { Writer } from './writer'
import { storedOneOf, storedText } from './stored'

const pageSize = 50

type Owed = Pick<Obligation, 'id' | 'dueOn' | 'provisional'>
const saysTheSame = (a: Owed, b: Owed): boolean =>
  a.dueOn === b.dueOn && a.provisional === b.provisional

/** Counts one thing's days anew, and with them what is owed on it and when it reminds. */
type Recount = (writer: Writer, id: string, stored: readonly Owed[], now: number) => Promise<void>

const recounting =
  <T extends { readonly id: string }, F, E extends string>(thing: Thing<T, F, E>): Recount =>
  async (writer, id, stored, now) => {
    await writer.write(systemBy(now), (acting) =>
      acting.change(thing, id, 'recountDays', (record) => {
        const next = thing.recounted?.(record, acting.context) ?? record
        const anew = new Map(thing.owed(next, acting.context).map((owed) => [owed.id, owed]))
        const moved = stored.filter((old) => {
          const owed = anew.get(old.id)
          return !owed || !saysTheSame(owed, old)
        })
        // What cannot be counted anew stays as it is: nothing is written for nothing.
        if (moved.length === 0) return null
        const dueOn = moved.map(({ id: owedId, dueOn: before }) => [
          owedId,
          before,
          anew.get(owedId)?.dueOn ?? null,
        ])
        return { next, changes: { dueOn } }
      }),
    )
  }

const recounts: Readonly<Record<ThingKind, Recount>> = {
  task: recounting(taskThing),
  feedback: recounting(handledReport),
  timeline: recounting(timelineThing),
  opinion: recounting(opinionThing),
  opinionSummary: recounting(summaryThing),
  objection: recounting(objectionThing),
  round: recounting(roundThing),
  visit: recounting(visitThing),
}

/** 暂定 obligations whose years are all published by now, by day and id. */
const provisionalAfter = async (
  { database }: Writer,
  until: IsoDay,
  after: Doc | null,
): Promise<Doc[]> => {
  const { command } = database
  const sort = [
    ['dueOn', 'asc'],
    ['_id', 'asc'],
  ] as const
  const upTo = { provisional: true, dueOn: command.lte(until) }
  if (!after) return database.find('obligations', upTo, { sort, limit: pageSize })
  const { dueOn, _id } = after
  const sameDay = { provisional: true, dueOn, _id: command.gt(_id) }
  const rest = await database.find('obligations', sameDay, { sort, limit: pageSize })
  if (rest.length === pageSize) return rest
  const later = { provisional: true, dueOn: command.and(command.gt(dueOn), command.lte(until)) }
  const limit = pageSize - rest.length
  return [...rest, ...(await database.find('obligations', later, { sort, limit }))]
}

const thingOfOwed = ({ thing, thingId }: Doc): string =>
  `${storedText(thing)} ${storedText(thingId)}`

/**
 * A year's holidays are published: what was counted without them (暂定) is counted anew, and
 * reminds by its new day. What is done leaves the query, so that a run that is cut off is gone
 * on with by the next one; one tick costs one empty query in all the years between.
 * @param now epoch milliseconds
 * @param isOver says that the run's time is over
 */
export const recountProvisional = async (
  writer: Writer,
  now: number,
  isOver: () => boolean,
): Promise<void> => {
  const { today } = systemBy(now)
  const until = publishedUntil(today, writer.contextOn(today).calendar)
  if (until === null) return
  for (let after: Doc | null = null; !isOver();) {
    const docs: Doc[] = await provisionalAfter(writer, until, after)
    for (const key of new Set(docs.map(thingOfOwed))) {
      if (isOver()) return
      const stored = docs.filter((doc) => thingOfOwed(doc) === key)
      const { thing, thingId } = stored[0]!
      const owed = stored.map(({ _id, dueOn }) => ({
        id: _id,
        dueOn: storedText(dueOn),
        provisional: true,
      }))
      await busyIsNoError(
        recounts[storedOneOf(thingKinds, thing)](writer, storedText(thingId), owed, now),
      )
    }
    if (docs.length < pageSize) return
    after = docs.at(-1)!
  }
}

/** Somebody is at work on it, or it went in the meantime: the next run looks again. */
const busyIsNoError = async (work: Promise<void>): Promise<void> => {
  try {
    await work
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
  }
}
