import type { DraftRow } from './draft'

/**
 * Index of the next draft that nobody has confirmed: after `from` in the list, then from its
 * beginning; null when none is left beside `from` itself.
 */
export const nextToReview = (rows: readonly DraftRow[], from: number): number | null => {
  const waiting = rows.filter(({ confirmed, index }) => !confirmed && index !== from)
  return (waiting.find(({ index }) => index > from) ?? waiting[0])?.index ?? null
}
