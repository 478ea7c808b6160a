import { actingWords } from '@/copy/acting'

/** Why a form cannot be sent yet, as a whole sentence; the first that holds is said. */
export const blockedBy = (...reasons: readonly (string | false | null)[]): string | null =>
  reasons.find((reason): reason is string => Boolean(reason)) ?? null

/** The server counts UTF-16 units. */
export const tooLong = (text: string, max: number): string | false =>
  text.length > max && actingWords.tooLong(text.length - max)
