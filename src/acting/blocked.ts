import { actingWords } from '@/copy/acting'

/** Why a form cannot be sent yet, as a whole sentence; the first that holds is said. */
export const blockedBy = (...reasons: readonly (string | false | null)[]): string | null =>
  reasons.find((reason): reason is string => Boolean(reason)) ?? null

/** Counted as the server does and the form shows: characters, not UTF-16 units. */
export const tooLong = (text: string, max: number): string | false => {
  const over = Array.from(text).length - max
  return over > 0 && actingWords.tooLong(over)
}
