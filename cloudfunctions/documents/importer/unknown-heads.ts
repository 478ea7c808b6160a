import { Coverage } from './coverage'
import { type DraftTask, faultAt, writeTask } from './draft'
import { noDeadline } from './measures'
import { noNotice } from './notice'
import { noUnits } from './units'
import type { Source } from './source'
import type { ImportResult, Span, Unsure } from './types'

/** Forms of heads beyond those of `numerals.ts`: what stands before the words, and its place in a row. */
const forms: { pattern: RegExp; row: string | null; atLeast: number; line?: RegExp }[] = [
  {
    row: '甲乙丙丁戊己庚辛壬癸',
    atLeast: 2,
    pattern: /^[([【]?([甲乙丙丁戊己庚辛壬癸])[)\]】、.:,]+\s*/,
  },
  {
    row: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    atLeast: 2,
    pattern: /^[([【]?(?:问题|任务|事项)?([A-Z])[)\]】、.:,]+\s*/,
  },
  { row: 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ', atLeast: 2, pattern: /^[([【]?([Ⅰ-Ⅻ])[)\]】、.:,]*\s*/ },
  {
    // 一、某路垃圾爆满的问题。 over what was done, told without one label.
    row: '一二三四五六七八九十',
    atLeast: 2,
    pattern: /^\(?([一二三四五六七八九十])[)、]+\s*/,
    line: /问题[。:]?$/,
  },
  { row: '一二三四五六七八九十', atLeast: 2, pattern: /^其([一二三四五六七八九十])[、.:,]?\s*/ },
  { row: '1', atLeast: 2, pattern: /^#\s*(\d{1,3})[、.:,]?\s*/ },
  { row: '1', atLeast: 2, pattern: /^(\d{1,3})\/\d{1,3}\s+/ },
  { row: '1', atLeast: 2, pattern: /^(\d{1,3})[·•]\s*/ },
  { row: null, atLeast: 3, pattern: /^([●■★◆▲◇□※◎▪►▶•☆△\-*])\s*/ },
]

/** Behind the mark of a head that no other form knows; where the words begin, if there is none. */
export function wordsBehindMark({ folded }: Source, [from, to]: Span): number {
  const words = folded.slice(from, to)
  const found = forms
    .filter(({ line }) => !line)
    .map(({ pattern }) => pattern.exec(words))
    .find((one) => one !== null)
  return from + (found?.[0].length ?? 0)
}

/** Words that say of a text that it lists what has to be put right. */
const announces = /整改|问题|清单|台账|督察|交办/
/** Fewer letters are no problem. */
const fewestWords = 6

interface Head {
  readonly line: number
  readonly mark: string
  readonly words: number
}

const placeIn = (row: string, mark: string): number =>
  row === '1' ? Number(mark) : row.indexOf(mark) + 1

/** The heads of one form when they count from one without a gap, or are the same mark each. */
function headsOf(
  { folded, lines }: Source,
  { pattern, row, atLeast, line: whole }: (typeof forms)[number],
): Head[] {
  const heads = lines.flatMap(([from, to], line) => {
    const words = folded.slice(from, to)
    const found = !whole || whole.test(words) ? pattern.exec(words) : null
    return found ? [{ line, mark: found[1] ?? '', words: from + found[0].length }] : []
  })
  const isRow = heads.every(({ mark }, at) =>
    row === null ? mark === heads[0]?.mark : placeIn(row, mark) === at + 1,
  )
  return heads.length >= atLeast && isRow ? heads : []
}

/** From each head to the next; the last is as long as the longest before it, or ends with the text. */
function partsOf({ lines }: Source, heads: readonly Head[]): Span[] {
  const lengths = heads.slice(1).map(({ line }, at) => line - (heads[at]?.line ?? 0))
  const longest = Math.max(1, ...lengths)
  return heads.map(({ line, words }, at) => {
    const last = Math.min(line + (lengths[at] ?? longest), lines.length) - 1
    return [words, lines[last]?.[1] ?? words]
  })
}

const unsure: Unsure[] = [
  { field: 'problem', reason: '序号的写法不认识,分项和内容只是建议。', proposed: '' },
  { field: 'units.responsible', reason: '没有读出责任单位。', proposed: '' },
  { field: 'deadline.dates', reason: '没有读出时限。', proposed: '' },
]

const draftOf = (problem: Span): DraftTask => ({
  number: null,
  upperNumber: null,
  official: null,
  parentNumber: null,
  title: null,
  problem,
  goals: [],
  units: noUnits(),
  deadline: noDeadline(),
  measures: [],
  progress: null,
  unsure: [...unsure],
  faults: [faultAt('IMPORT.HEADS_UNKNOWN', problem)],
})

/**
 * A list whose heads no form knows and a person reads: each is a draft of which everything is
 * unsure, rather than a list that is refused.
 * @returns null where there is none; the words before the first head have to announce a list
 */
export function proposeUnknownHeads(source: Source): ImportResult | null {
  const heads = forms.map((form) => headsOf(source, form)).find(({ length }) => length > 0)
  const [first] = heads ?? []
  if (!heads || !first || !announces.test(source.folded.slice(0, first.words))) return null
  const parts = partsOf(source, heads)
  if (parts.some(([from, to]) => to - from < fewestWords)) return null
  const written = parts.map((part) => writeTask(source, draftOf(part), noNotice()))
  const coverage = new Coverage(source)
  for (const part of parts) coverage.take(part)
  coverage.leave([0, first.words])
  return {
    tasks: written.map(({ task }) => task),
    faults: written.flatMap(({ faults }) => faults),
    coverage: coverage.result(),
  }
}
