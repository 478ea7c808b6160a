import type { DraftRow } from './draft'

/** The rows before and behind a draft: their places need not be one apart. */
export const neighboursOf = (rows: readonly DraftRow[], index: number) => {
  const at = rows.findIndex((row) => row.index === index)
  return {
    at,
    previous: at > 0 ? (rows[at - 1] ?? null) : null,
    next: at >= 0 ? (rows[at + 1] ?? null) : null,
  }
}
