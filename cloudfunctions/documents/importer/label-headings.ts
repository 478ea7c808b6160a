import type { Label } from './label'
import type { LabelField } from './label-field'
import { workWords } from './lexicon'
import { meantBy } from './meaning'
import { depthOf } from './numbered-places'
import { type Ordinal, readOrdinal } from './numerals'
import { firstWhere } from './search-sorted'
import { isBlank, type Source, slice } from './source'
import type { Span } from './types'

/**
 * 一、中央督察反馈问题 … 二、省督察反馈问题: ordinals of one style that all count the same field
 * are headings over groups of tasks.
 */
export function groupHeadings({ folded }: Source, labels: Label[]): Set<Label> {
  const byStyle = new Map<string, Label[]>()
  for (const label of labels) {
    if (!label.ordinal || label.number) continue
    const style = label.ordinal.style
    byStyle.set(style, [...(byStyle.get(style) ?? []), label])
  }
  const headings = [...byStyle.values()].filter(
    (group) =>
      group.length > 1 &&
      group.every(
        (label) =>
          label.field === group[0]?.field &&
          folded[label.valueStart - 1] !== ':' &&
          readOrdinal(folded, label.valueStart) !== null,
      ),
  )
  return new Set(headings.flat())
}

/** Where in a range a line begins that is numbered in an outer style; its end where none is. */
function outerLine(source: Source, [from, to]: Span, inner: Ordinal): number {
  const [all, first] = ordinalsFrom(source, from + 1)
  for (let at = first; ; at += 1) {
    const ordinal = all[at]
    if (!ordinal) return to
    const { start, style } = ordinal
    if (start >= to) return to
    if (depthOf(style) < depthOf(inner.style)) return start
  }
}

/** How many times a field is printed between two labels. */
const timesIn = (labels: readonly Label[], field: LabelField): number =>
  labels.filter((label) => label.field === field).length

/**
 * 三、整改任务 alone over (一)… (二)…, each with 整改目标 of its own: the label heads a list of tasks
 * and has no text. Of a notice's 一、整改任务 the items end where 二、整改目标 begins, and any items
 * where the next head of an outer style begins.
 */
export function listHeadings(source: Source, labels: Label[]): Set<Label> {
  const { folded } = source
  const tellingFields = new Set(labels.map(({ field }) => field).filter(isTelling))
  return new Set(
    labels.filter((label, index) => {
      let at = label.valueStart
      while (isBlank(folded[at])) at += 1
      const first = label.lineStart && !label.number && readOrdinal(folded, at)
      if (!first || first.value !== 1 || !isTelling(label.field)) return false
      const outer = label.ordinal?.style
      if (outer !== undefined && depthOf(first.style) <= depthOf(outer)) return false
      const rest = labels.slice(index + 1)
      const stop = rest.findIndex(
        ({ field, ordinal }) => field === label.field || (outer && ordinal?.style === outer),
      )
      const before = outerLine(
        source,
        [label.valueStart, rest[stop]?.start ?? folded.length],
        first,
      )
      const below = (stop < 0 ? rest : rest.slice(0, stop)).filter(({ start }) => start < before)
      const counted = below.filter(({ ordinal }) => ordinal?.style !== first.style)
      const fields = label.field === 'problem' ? [...telling, ...answering] : telling
      if (tellingFields.size === 1 && namesList.test(label.word) && !hasOtherLists(source, label))
        return true
      if (label.field !== 'problem' && eachHasProblem(source, first, rest)) return true
      // What heads a list is printed in its first item already.
      const second = nextItem(source, first)
      const inFirst = counted.filter(({ start }) => start < second)
      return fields.some(
        (field) =>
          field !== label.field && timesIn(counted, field) > 1 && timesIn(inFirst, field) > 0,
      )
    }),
  )
}
/** 第一批问题整改进展 on the first line, where 进展: follows in every task, is the paper's title. */
export function withoutTitle({ folded, lines }: Source, labels: Label[]): Label[] {
  const [first, ...others] = labels
  const line = lines[0]
  if (!first || !line || first.start !== line[0] || first.ordinal || first.number) return labels
  const bare = folded[first.valueStart - 1] !== ':' && first.valueStart >= line[1]
  return bare && others.some(({ field }) => field === first.field) ? others : labels
}

/** 问题清单及整改举措 over (一) (二): where nothing else names a problem, its items are the tasks. */
const namesList =
  /(?:问题|任务)(?:清单|台账)?(?:及|和|与).*(?:措施|举措)|^(?:整改)?(?:问题|任务)(?:清单|台账)/

/** 一、问题清单 beside 二、任务清单 and 三、责任清单: each list tells one field of all tasks. */
const hasOtherLists = (source: Source, { ordinal, start }: Label): boolean =>
  source.lines.some((line) => {
    const own = line[0] === start ? null : readOrdinal(source.folded, line[0])
    if (!own || own.style !== ordinal?.style) return false
    const words = slice(source, [own.end, line[1]]).trim()
    return words.endsWith('清单') && meantBy(words) !== null
  })

const linesRead = new WeakMap<Source, Ordinal[]>()

/** What counts at the beginning of each line, read once for all labels that ask. */
function ordinalLines(source: Source): Ordinal[] {
  const known = linesRead.get(source)
  if (known) return known
  const found = source.lines.flatMap(([start]) => readOrdinal(source.folded, start) ?? [])
  linesRead.set(source, found)
  return found
}

/** From a place on. */
const ordinalsFrom = (source: Source, at: number): [all: Ordinal[], first: number] => {
  const all = ordinalLines(source)
  return [all, firstWhere(all, ({ start }) => start >= at)]
}

/** Where the second item begins; nowhere, when there is one. */
function nextItem(source: Source, { style, start }: Ordinal): number {
  const [all, first] = ordinalsFrom(source, start + 1)
  for (let at = first; at < all.length; at += 1)
    if (all[at]?.style === style && all[at]?.value === 2) return all[at]?.start ?? -1
  return -1
}

/** 三、整改任务及措施 over (一)某区 (二)某县, each with 存在的问题 and more of its own. */
function eachHasProblem(source: Source, first: Ordinal, rest: readonly Label[]): boolean {
  const items: Ordinal[] = []
  const [all, from] = ordinalsFrom(source, first.start)
  for (let at = from; at < all.length && items.length < 3; at += 1) {
    const own = all[at]
    if (own?.style === first.style && own.value <= 3) items.push(own)
  }
  const [one, two, three] = items
  if (one?.value !== 1 || two?.value !== 2) return false
  const ends = [two.start, three?.start ?? source.folded.length]
  return [one, two].every(({ start, end }, at) => {
    const own = rest.filter((label) => label.start >= start && label.start < (ends[at] ?? 0))
    const named = own.find(({ field }) => field === 'problem')
    return named !== undefined && named.start >= end && own.length > 1
  })
}

const telling: readonly LabelField[] = ['problem', 'goals', 'measures', 'progress']
/** Of measures each may have its own; of problems only tasks have. */
const answering: readonly LabelField[] = ['responsible', 'lead', 'deadline']
const isTelling = (field: LabelField): boolean => telling.includes(field)

/** How many of the labels stand right below a numbered head that names the problem: (一)网箱养殖问题. */
const headed = (source: Source, labels: readonly Label[]): number =>
  labels.filter(({ start }) => {
    const above = source.lines[firstWhere(source.lines, ([from]) => from >= start) - 1]
    return above && readOrdinal(source.folded, above[0]) && /问题$/.test(slice(source, above))
  }).length

/** 整改内容 is what is to be done where another label names the problem and none the measures. */
export function settleWork(source: Source, labels: Label[]): Label[] {
  const work = labels.filter(({ word }) => workWords.has(word))
  const problems = Math.max(timesIn(labels, 'problem') - work.length, headed(source, work))
  if (work.length === 0 || problems * 2 < work.length || timesIn(labels, 'measures') > 0)
    return labels
  return labels.map((label) => (work.includes(label) ? { ...label, field: 'measures' } : label))
}

const isBare = ({ folded }: Source, label: Label): boolean => folded[label.valueStart - 1] !== ':'

/**
 * 一、问题整改情况 with what is wrong and who mends it, 二、整改措施及落实情况 over 整改措施: and 落实情况:
 * the first tells the problem where nothing else does, the second has no text of its own.
 */
export function settleSections(source: Source, labels: Label[]): Label[] {
  const { folded } = source
  const sections = labels.filter(
    (label) => label.field === 'progress' && label.ordinal && isBare(source, label),
  )
  const over = sections.filter((label) => {
    const next = labels[labels.indexOf(label) + 1]
    if (!next || next.ordinal || next.item || !isTelling(next.field)) return false
    return folded.slice(label.valueStart, next.start).trim() === ''
  })
  const [first] = sections
  const rest = first ? labels.slice(labels.indexOf(first) + 1) : []
  const tells =
    first === labels[0] &&
    first?.ordinal?.value === 1 &&
    !over.includes(first) &&
    timesIn(labels, 'problem') + timesIn(labels, 'title') === 0 &&
    answering.some((field) => timesIn(rest, field) > 0) &&
    rest.some((label) => label.field === 'progress' && !over.includes(label))
  return labels.map((label) => {
    if (over.includes(label)) return { ...label, field: 'ignored' }
    return tells && label === first ? { ...label, field: 'problem' } : label
  })
}
