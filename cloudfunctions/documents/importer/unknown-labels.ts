import { unknownCells } from './cell-labels'
import type { Label } from './label'
import { labelAt } from './label-at'
import { boxedNames, nameMark } from './name-marks'
import { nextSteps } from './next-steps'
import { wordsAt } from './label-words'
import { type Ordinal, readOrdinal } from './numerals'
import type { Source } from './source'
import type { Span } from './types'

/** A label that the lexicon does not hold, at the beginning of its line. */
const unnamed: Omit<Label, 'start' | 'valueStart' | 'ordinal'> = {
  field: 'ignored',
  word: '',
  level: null,
  number: null,
  bracketed: false,
  item: false,
  joined: false,
  lineStart: true,
}

/** Where the text of a section begins whose name nobody knows: behind its colon, or below its line. */
function sectionText({ folded }: Source, ordinal: Ordinal, end: number): number {
  const line = folded.slice(ordinal.end, end)
  const name = /^[^:。;]{2,16}:/.exec(line)?.[0]
  if (name !== undefined) return ordinal.end + name.length
  return /[。;]$/.test(line) ? ordinal.end : end
}

/** 六、… in a paper whose labels are numbered 一、二、三、 begins a section although its name is unknown. */
function numberedSections(source: Source, labels: Label[]): Label[] {
  const sections: Label[] = []
  let next = 0
  let last: Ordinal | null = null
  for (const [start, end] of source.lines) {
    while (next < labels.length && (labels[next]?.start ?? 0) <= start) {
      last = labels[next]?.ordinal ?? last
      next += 1
    }
    const ordinal = readOrdinal(source.folded, start)
    const known = labels[next - 1]
    if (!ordinal || !last || (known && known.valueStart > start)) continue
    if (ordinal.style !== last.style) continue
    // Items counted in the labels' own style: the lines that follow are items too.
    if (ordinal.value === 1) last = null
    if (!last || ordinal.value !== last.value + 1) continue
    last = ordinal
    const valueStart = sectionText(source, ordinal, end)
    sections.push({ ...unnamed, valueStart, start, ordinal })
  }
  return sections
}

/** Fewer words than this behind a label, and no full stop, make a heading: 一、整改任务分解表. */
const fewestGrown = 10
const mayGrow = (words: string): boolean =>
  words.length >= fewestGrown || (words.length > 2 && words.endsWith('。'))

/**
 * 一、整改问题某区…, then 二、整改目标:…: a label that lost its colon, where the ordinals beside it
 * count labels and no other names its field. One that is found tells the next.
 */
export function grownLabels(source: Source, labels: Label[]): Label[] {
  const grown: Label[] = []
  for (;;) {
    const more = besideCounted(source, [...labels, ...grown])
    if (more.length === 0) return grown
    grown.push(...more)
  }
}

function besideCounted(source: Source, labels: Label[]): Label[] {
  const { folded } = source
  const starts = new Set(labels.map(({ start }) => start))
  const counted = labels.flatMap(({ field, ordinal }) => (ordinal ? [{ field, ...ordinal }] : []))
  if (counted.length === 0) return []
  const numbers = new Set(counted.map(({ style, value }) => `${style} ${value}`))
  const fields = new Set(counted.map(({ style, field }) => `${style} ${field}`))
  return source.lines.flatMap(([start, end]): Label[] => {
    const ordinal = readOrdinal(folded, start)
    if (!ordinal || starts.has(start)) return []
    const { style, value } = ordinal
    const near = [value - 1, value + 1].some((beside) => numbers.has(`${style} ${beside}`))
    const hit = near ? wordsAt(folded, ordinal.end).at(-1) : undefined
    if (!hit || hit.word.length < 4 || !mayGrow(folded.slice(hit.end, end))) return []
    if (fields.has(`${style} ${hit.field}`)) return []
    const { field, word } = hit
    return [{ ...unnamed, field, word, start, valueStart: hit.end, ordinal }]
  })
}

const ownNumber = /^\s*第?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[项号]?\s*:[^\S\n]*(?=\S)/

/** 问题编号5:…: the number's own label opens the problem, where no other label names one. */
export function numberedProblem(source: Source, labels: Label[]): Label[] {
  if (labels.some(({ field }) => field === 'problem' || field === 'title')) return []
  const found = source.lines.flatMap(([start, end]): Label[] => {
    const hit = wordsAt(source.folded, start).at(-1)
    const number = hit?.field === 'number' && ownNumber.exec(source.folded.slice(hit.end, end))
    if (!number) return []
    const from = hit.end + number[0].indexOf(number[1] ?? '')
    const valueStart = hit.end + number[0].length
    const own: Span = [from, from + (number[1] ?? '').length]
    return [
      {
        ...unnamed,
        field: 'problem',
        word: hit.word,
        number: own,
        start,
        valueStart,
        ordinal: null,
      },
    ]
  })
  // Several of them count the tasks of a list.
  return found.length === 1 ? found : []
}

/** Behind the mark that parts a name from its text. */
const behindName = ({ folded }: Source, end: number): number =>
  end + (/^\s*:|^[^\S\n]+/.exec(folded.slice(end, end + 12))?.[0].length ?? 0)

/** A word before a colon that opens a line in most tasks names a field nobody asked for. */
function repeatedUnknown(source: Source, labels: Label[], mark: string): Label[] {
  const unknownLabel = new RegExp(`^[\\u4e00-\\u9fff]{2,8}(?=${mark})`)
  const tasks = Math.max(
    ...(['problem', 'goals', 'measures', 'deadline'] as const).map(
      (field) => labels.filter((label) => label.field === field).length,
    ),
  )
  if (tasks < 2) return []
  // 第十二项 督察报告指出:… opens the problem of a head where no label names one.
  const opens = !labels.some(({ field }) => field === 'problem' || field === 'title')
  let at = 0
  const places = new Map<string, Span[]>()
  const counts = new Map<string, number[]>()
  for (const line of source.lines) {
    const ordinal = readOrdinal(source.folded, line[0])
    const from = ordinal ? ordinal.end : line[0]
    const words = unknownLabel.exec(source.folded.slice(from, from + 12))?.[0]
    while (at < labels.length && (labels[at]?.valueStart ?? 0) <= line[0]) at += 1
    const next = labels[at]
    if (words === undefined || (next && next.start <= from)) continue
    places.set(words, [...(places.get(words) ?? []), [line[0], from + words.length]])
    if (ordinal) counts.set(words, [...(counts.get(words) ?? []), ordinal.value])
  }
  const heads = (words: string, spans: Span[]): boolean => {
    const values = counts.get(words) ?? []
    const rise = values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))
    return opens && values.length === spans.length && rise
  }
  return [...places]
    .filter(([words, spans]) => !heads(words, spans))
    .map(([, spans]) => spans)
    .filter((spans) => spans.length > 1 && spans.length >= tasks * 0.6 && spans.length <= tasks)
    .flat()
    .map(([start, end]) => ({
      ...unnamed,
      valueStart: behindName(source, end),
      start,
      ordinal: null,
    }))
}

/** 包抓单位:, 市级分管领导: a field in one task only, whose name ends as names of bodies and days do. */
const oddName = '^[\\u4e00-\\u9fff]{1,8}(?:单位|部门|主体|领导|责任|时限|期限|专班)'

function oddFields(source: Source, labels: Label[], mark: string): Label[] {
  const oddField = new RegExp(`${oddName}(?=${mark})`)
  const known = new Set(labels.map(({ start }) => start))
  return source.lines.flatMap(([start]): Label[] => {
    const words = oddField.exec(source.folded.slice(start, start + 16))?.[0]
    if (words === undefined || known.has(start) || labelAt(source, start, true)) return []
    return [
      { ...unnamed, valueStart: behindName(source, start + words.length), start, ordinal: null },
    ]
  })
}

/** Labels whose names nobody knows: they end the value before them, and their words are told. */
export function unknownLabels(source: Source, labels: Label[]): Label[] {
  const cells = unknownCells(source, labels).map(([start, end]): Label => {
    const valueStart = source.folded.indexOf('|', end) + 1
    return { ...unnamed, valueStart, start, ordinal: null }
  })
  const mark = nameMark(source, labels)
  const boxes = boxedNames(source, labels).map(({ start, valueStart }): Label => ({
    ...unnamed,
    valueStart,
    start,
    ordinal: null,
  }))
  const steps = nextSteps(source, labels).map(([start, valueStart]): Label => ({
    ...unnamed,
    valueStart,
    start,
    ordinal: null,
  }))
  const found = [
    ...steps,
    ...cells,
    ...boxes,
    ...numberedSections(source, labels),
    ...repeatedUnknown(source, labels, mark),
  ]
  const sections = [...new Map(found.map((one) => [one.start, one])).values()]
  return [...sections, ...oddFields(source, [...labels, ...sections], mark)]
}
