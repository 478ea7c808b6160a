import type { Label } from './label'
import { type Found, labelAt } from './label-at'
import {
  groupHeadings,
  listHeadings,
  settleSections,
  settleWork,
  withoutTitle,
} from './label-headings'
import { settleDoneDays } from './done-days'
import { gluedLabels } from './glued-labels'
import { shortLabels } from './lexicon'
import { standsInBrackets } from './measure-labels'
import { meantLabels } from './meant-labels'
import { readOrdinal } from './numerals'
import { labelsInside } from './run-on'
import { settleNext } from './next-steps'
import { sentenceLabels } from './sentence-labels'
import type { Source } from './source'
import type { Span } from './types'
import { grownLabels, numberedProblem, unknownLabels } from './unknown-labels'

const bullet = /(?:[•·\u2580-\u27bf→⇒√※»*#\-]|[^\S\n])*/y
const opening = /[【〖「『[]/

interface Candidate {
  /** Where the label's own mark begins: a bullet or a bracket. */
  start: number
  /** Where its words, or its ordinal, begin. */
  at: number
  lineStart: boolean
  /** 【责任单位】: the bracket parts it from its text. */
  boxed: boolean
}

const boundaries = '(^\\|?|[\\n|])[^\\S\\n]*|[。;；!)」”】\\]][^\\S\\n]*|[^\\S\\n]+|(?=[【〖「『[])'

/** Where a label may begin: at a line, behind a border or the end of a sentence, in a bracket. */
function* candidates({ folded, lines }: Source, inBrackets: boolean): Generator<Candidate> {
  const begins = new Set(lines.map(([from]) => from))
  const boundary = new RegExp(inBrackets ? `${boundaries}|\\(` : boundaries, 'g')
  let found: RegExpExecArray | null
  while ((found = boundary.exec(folded))) {
    const lineStart = found[0] === '' ? found.index === 0 : /[\n|]/.test(found[0])
    const start = boundary.lastIndex
    let at = start
    if (found[0] === '') boundary.lastIndex += 1
    if (lineStart) {
      bullet.lastIndex = at
      if (bullet.exec(folded)) at = bullet.lastIndex
    }
    const boxed = opening.test(folded[at] ?? '')
    // A line that heads a task begins behind its ■, and so does the label that it opens with.
    yield {
      start: begins.has(at) ? at : start,
      at: boxed ? at + 1 : at,
      lineStart: lineStart || found.index === 0,
      boxed,
    }
  }
}

/** Together with the places inside lines that hold whole tasks, in order. */
function allCandidates(source: Source, runOn: readonly Span[], inBrackets: boolean): Candidate[] {
  const usual = [...candidates(source, inBrackets)]
  const inside = runOn.flatMap((line) =>
    labelsInside(source, line).map((at) => ({ start: at, at, lineStart: false, boxed: false })),
  )
  return inside.length === 0 ? usual : [...usual, ...inside].sort((a, b) => a.at - b.at)
}

/** 目标|…: the only bar of its line parts a name from its text as a colon does. */
function parts({ folded }: Pick<Source, 'folded'>, at: number): boolean {
  if (folded[at] !== '|') return false
  const stop = folded.indexOf('\n', at)
  const line = folded.slice(folded.lastIndexOf('\n', at) + 1, stop < 0 ? folded.length : stop)
  return line.split('|').length === 2 && !line.trimEnd().endsWith('|')
}

function accept({ folded }: Source, found: Found, lineStart: boolean, boxed: boolean): boolean {
  if (boxed && found.boxed) return true
  if (!lineStart)
    return (
      found.colon &&
      (found.word.length >= 4 || found.field === 'ignored' || found.word.endsWith('时限'))
    )
  if (found.colon || parts({ folded }, found.valueStart - 1)) return true
  // 序号 on a line of its own with the number on the next.
  if (
    found.field === 'number' &&
    /^第?\s*[\d一二三四五六七八九十百]{1,5}\s*项?\s*(?:[\n|]|$)/.test(
      folded.slice(found.valueStart, found.valueStart + 24),
    )
  )
    return true
  if (shortLabels.has(found.word)) return false
  return found.strong || found.word.length >= 4
}

/** 市级责任单位 in every task names no other plan: a level counts only beside another. */
function ofOneLevel(labels: Label[]): Label[] {
  const levels = new Map<string, Set<string | null>>()
  for (const { field, level } of labels)
    levels.set(field, (levels.get(field) ?? new Set()).add(level))
  return labels.map((label) =>
    label.level !== null && levels.get(label.field)?.size === 1 ? { ...label, level: null } : label,
  )
}

const inPrint = (a: Label, b: Label): number => a.start - b.start

/** The labels as they stand, in order. */
function labelsAt(source: Source, runOn: readonly Span[], inBrackets: boolean): Label[] {
  const labels: Label[] = []
  let busyUntil = -1
  for (const { start, at, lineStart, boxed } of allCandidates(source, runOn, inBrackets)) {
    if (at < busyUntil || at >= source.folded.length) continue
    const ordinal = readOrdinal(source.folded, at)
    let from = at
    let found = labelAt(source, at, lineStart || boxed)
    if (!found && ordinal) {
      from = ordinal.end
      while (source.folded[from] === ' ') from += 1
      found = labelAt(source, from, lineStart || boxed)
    }
    if (!found || (found.stop && (from === at || !lineStart))) continue
    if (!accept(source, found, lineStart, boxed)) continue
    // 第二部分 具体问题(2项) is a heading over tasks.
    if (from !== at && ordinal?.style === 'part' && !found.colon) continue
    const { field, word, level, number, valueStart, item, joined } = found
    labels.push({
      field,
      word,
      level,
      number,
      valueStart,
      joined,
      start,
      ordinal: from === at ? null : ordinal,
      bracketed: source.bracketed[from] === 1,
      item,
      lineStart,
    })
    busyUntil = Math.max(from + 1, valueStart)
  }
  return labels
}

/** With labels by what their words are about, but those that head a list: 存在问题: over 1. 2. 3. */
function withMeant(source: Source, told: Label[]): Label[] {
  const meant = new Set(meantLabels(source, told))
  if (meant.size === 0) return told
  const all = [...told, ...meant].sort(inPrint)
  const headings = listHeadings(source, all)
  return all.filter((label) => !(meant.has(label) && headings.has(label)))
}

/**
 * All labels of a text in order, those inside round brackets marked; right behind an opening
 * bracket only where none stands outside brackets. Linear in the text.
 */
export function scanLabels(source: Source, runOn: readonly Span[]): Label[] {
  const open = labelsAt(source, runOn, false)
  const labels = standsInBrackets(open) ? labelsAt(source, runOn, true) : open
  const headings = new Set([...groupHeadings(source, labels), ...listHeadings(source, labels)])
  const settled = settleWork(source, ofOneLevel(labels.filter((label) => !headings.has(label))))
  const named = settleNext(settleDoneDays(source, settleSections(source, settled)))
  const grown = [
    ...grownLabels(source, named),
    ...numberedProblem(source, named),
    ...sentenceLabels(source, named),
    ...gluedLabels(source, named),
  ]
  const told = grown.length === 0 ? named : [...named, ...grown].sort(inPrint)
  const fields = withoutTitle(source, withMeant(source, told))
  const unknown = unknownLabels(source, fields)
  return unknown.length === 0 ? fields : [...fields, ...unknown].sort(inPrint)
}
