import type { Cut } from './left-out'

/** A note as Word's converter prints it: its number, its words, and the arrow back. */
const backed = /(?:^|\n)[^\S\n]*(\d{1,3})[.、]?\s*?[^\n]*↑[^\S\n]*(?=\n|$)/g
/** A note below the text: [1] and its words on a line. */
const listed = /(?:^|\n)[^\S\n]*[[［〔](\d{1,3})[\]］〕][^\S\n]*[^\s[［〔][^\n]*/g
const mark = /[[［〔](\d{1,3})[\]］〕]/g

interface Note {
  number: string
  from: number
  to: number
}

function notesOf(text: string, pattern: RegExp): Note[] {
  return [...text.matchAll(pattern)].map((found) => ({
    number: found[1] ?? '',
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/**
 * Footnotes and the marks that point to them. A mark without a note of its number stays: it may be
 * part of a value.
 */
export function footnotes(text: string): Cut[] {
  const marks = [...text.matchAll(mark)]
  if (marks.length === 0) return []
  const below = notesOf(text, listed)
  // Below the text means behind the mark: a line that begins with [1] before it is no note.
  const notes = [...notesOf(text, backed), ...below].filter(({ number, from }) =>
    marks.some((one) => one[1] === number && one.index < from),
  )
  const numbers = new Set(notes.map(({ number }) => number))
  const inNote = (at: number): boolean => notes.some(({ from, to }) => at >= from && at < to)
  return [
    ...notes.map(({ from, to }): Cut => ({ from, to, kind: 'footnote' })),
    ...marks
      .filter(({ index, 1: number }) => numbers.has(number ?? '') && !inNote(index))
      .map((one): Cut => ({ from: one.index, to: one.index + one[0].length, kind: 'footnote' })),
  ]
}
