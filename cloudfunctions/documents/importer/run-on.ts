import { wordsAt } from './label-words'
import { readOrdinal } from './numerals'
import { type Source, slice } from './source'
import type { Span } from './types'

/** A label is no longer than this, its bracket left aside. */
const longestLabel = 14
const longestOrdinal = 6
/** A bare 问题: or 措施: in running text is no label. */
const shortestLabel = 4

/**
 * Where the label begins whose last character stands before the colon at `colon`, the longest one
 * of the lexicon; null when none does.
 */
function labelBefore({ folded }: Source, colon: number, from: number): number | null {
  const first = Math.max(from, colon - longestLabel)
  for (let start = first; start <= colon - shortestLabel; start += 1)
    if (wordsAt(folded, start).some(({ end }) => end === colon)) return start
  return null
}

/** 二、整改目标: the label's ordinal is a part of it. */
function ordinalBefore({ folded }: Source, start: number, from: number): number {
  for (let at = start - 1; at >= Math.max(from, start - longestOrdinal); at -= 1)
    if (
      readOrdinal(folded, at)?.end === start &&
      !/[\d一二三四五六七八九十(第]/.test(folded[at - 1] ?? '')
    )
      return at
  return start
}

/** Places in a line where a label with its colon begins, wherever it stands. */
export function labelsInside(source: Source, [from, to]: Span): number[] {
  const places: number[] = []
  let last = from
  for (let colon = source.folded.indexOf(':', from); colon >= 0 && colon < to;) {
    const start = labelBefore(source, colon, last)
    if (start !== null) places.push(ordinalBefore(source, start, last))
    last = colon + 1
    colon = source.folded.indexOf(':', last)
  }
  return places
}

/** Labels that a line has to hold at least to be read as several lines. */
const fewest = 3

/** 1.…(责任单位:某局) 2.…(责任单位:某镇) 3.…: a bracket with one label closes each item of a line. */
function closesItems({ folded, bracketed }: Source, places: readonly number[]): boolean {
  if (places.length < fewest) return false
  return places.slice(0, -1).every((place) => {
    const close = folded.indexOf(')', place)
    if (bracketed[place] !== 1 || close < 0) return false
    const next = folded.slice(close + 1, close + 4).search(/\S/)
    return next >= 0 && readOrdinal(folded, close + 1 + next) !== null
  })
}

/**
 * Lines that hold a whole task or more: a text that lost its line breaks is read by its heads and
 * labels, wherever they stand. One label twice in a line stands in two tasks; a bracket is a
 * measure's.
 */
export const runOnLines = (source: Source): Span[] =>
  source.lines.filter((line) => {
    const places = labelsInside(source, line)
    const words = places.map((at) => slice(source, [at, at + shortestLabel]))
    const open = words.filter((_, index) => source.bracketed[places[index] ?? 0] !== 1)
    const kinds = new Set(words).size
    if (kinds === 1 && closesItems(source, places)) return true
    return kinds >= fewest || new Set(open).size < open.length
  })
