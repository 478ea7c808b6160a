import type { Refusal } from '../refusal'
import type { PublicText } from './public-task'
import type { Reading, TaskRelease } from './task-release'

/** Of one check of one exact text. */
export type ReadingOf = Omit<Reading, 'places'>

const nthOf = (name: string, all: readonly unknown[]): string[] =>
  all.map((_, nth) => `${name}.${nth}`)

/**
 * Every place of a notice that says where it comes from, in the order of the sheet; none before a
 * text tells a result. Of `time` the days are counted anew by the server when the notice is
 * published: reading it is reading how they are counted.
 */
export const noticePlaces = (
  { goals, result, photos = [] }: PublicText,
  villagesAsked: boolean,
): string[] => {
  if (result === null) return []
  return [
    ...['number', 'problem', ...nthOf('goal', goals), 'due'],
    ...[...nthOf('done', result.done), 'completed', 'who', ...nthOf('check', result.checks)],
    ...[...(villagesAsked ? ['villages'] : []), 'time'],
    ...nthOf('photo', photos).flatMap((pair) => [`${pair}.before`, `${pair}.after`]),
  ]
}

const isOf =
  ({ kind, personId, digest }: ReadingOf) =>
  (each: Reading): boolean =>
    each.kind === kind && each.personId === personId && each.digest === digest

/** Of the places those that this person has opened. */
export const placesRead = (
  { readings = [] }: TaskRelease,
  of: ReadingOf,
  places: readonly string[],
): string[] => {
  const opened = new Set(readings.find(isOf(of))?.places)
  return places.filter((place) => opened.has(place))
}

/** How many of the places whoever has opened most of them for this check has opened. */
export const mostRead = (
  release: TaskRelease,
  { kind, digest }: Omit<ReadingOf, 'personId'>,
  places: readonly string[],
): number =>
  Math.max(
    0,
    ...(release.readings ?? [])
      .filter((each) => each.kind === kind && each.digest === digest)
      .map((each) => placesRead(release, each, places).length),
  )

/**
 * More places opened; what was read of another text counts for nothing and is kept no longer. Null
 * where nothing new was opened.
 */
export const withRead = (
  release: TaskRelease,
  of: ReadingOf,
  opened: readonly string[],
  places: readonly string[],
): TaskRelease | null => {
  const before = placesRead(release, of, places)
  const after = places.filter((place) => before.includes(place) || opened.includes(place))
  if (after.length === before.length) return null
  const others = (release.readings ?? []).filter(
    (each) => each.digest === of.digest && !isOf(of)(each),
  )
  return { ...release, readings: [...others, { ...of, places: after }] }
}

/** Why this person may not check the text yet, or null: each of its places is opened first. */
export const whyUnread = (
  release: TaskRelease,
  of: ReadingOf,
  places: readonly string[],
): Refusal | null =>
  placesRead(release, of, places).length < places.length ? { code: 'RELEASE.UNREAD' } : null
