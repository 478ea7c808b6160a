import type { PublicText } from './public-task'

/**
 * 人改过: words of the public text that a person put in place of the ledger's. The ledger stays as it
 * is; where its own words become others, what was put in their place counts no more.
 */
export interface TextEdit {
  /** `problem`, `goal.0`, `done.0`, …: see `placesOf`. */
  readonly place: string
  /** The ledger's words when it was written. */
  readonly was: string
  readonly text: string
}

/** What may be written otherwise, by place: names, days and numbers are the ledger's alone. */
const placesOf = ({ problem, goals, result }: PublicText): ReadonlyMap<string, string> =>
  new Map([
    ['problem', problem],
    ...goals.map((goal, place): [string, string] => [`goal.${place}`, goal]),
    ...(result?.done ?? []).map(({ words }, place): [string, string] => [`done.${place}`, words]),
  ])

/** Those that still stand in place of what the ledger says. */
export const standingEdits = (text: PublicText, edits: readonly TextEdit[]): TextEdit[] => {
  const places = placesOf(text)
  return edits.filter(({ place, was }) => places.get(place) === was)
}

/** The text as it is checked and released. */
export const editedText = (text: PublicText, edits: readonly TextEdit[]): PublicText => {
  const standing = new Map(standingEdits(text, edits).map((edit) => [edit.place, edit.text]))
  if (standing.size === 0) return text
  const said = (place: string, words: string): string => standing.get(place) ?? words
  const { result } = text
  return {
    ...text,
    problem: said('problem', text.problem),
    goals: text.goals.map((goal, place) => said(`goal.${place}`, goal)),
    result: result && {
      ...result,
      done: result.done.map((each, place) => ({
        ...each,
        words: said(`done.${place}`, each.words),
      })),
    },
  }
}

/**
 * The edits with this place written otherwise; without words the ledger's own stand again. Null where
 * the text has no such place, or nothing would be otherwise.
 */
export const withEdit = (
  text: PublicText,
  edits: readonly TextEdit[],
  place: string,
  words: string | null,
): TextEdit[] | null => {
  const was = placesOf(text).get(place)
  const standing = standingEdits(text, edits)
  const before = standing.find((edit) => edit.place === place)?.text ?? was
  const next = words ?? was
  if (was === undefined || next === undefined || next === before) return null
  const others = standing.filter((edit) => edit.place !== place)
  return next === was ? others : [...others, { place, was, text: next }]
}
