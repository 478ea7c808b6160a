import { cutClosing } from './closing'
import type { Label } from './labels'
import type { LabelField } from './lexicon'
import { readOrdinal, type Ordinal, type OrdinalStyle } from './numerals'
import type { FieldText, RawRecord } from './raw-record'
import { isEmptySpan, slice, trimSpan, type Source } from './source'
import type { Span } from './types'

const core: ReadonlySet<LabelField> = new Set([
  'problem',
  'goals',
  'measures',
  'progress',
  'title',
  'number',
  'upperNumber',
])
const perMeasure: ReadonlySet<LabelField> = new Set([
  'lead',
  'responsible',
  'supporting',
  'supervising',
  'accepting',
  'supervisingAccepting',
  'deadline',
])
const taskField = (label: Label): boolean => core.has(label.field) || perMeasure.has(label.field)

/**
 * Labels of single measures: units or deadlines that are printed more often than tasks can be,
 * behind the first item of a measures field. All others belong to the task.
 */
function measureLabels(source: Source, labels: Label[]): Set<Label> {
  const counts = new Map<LabelField, number>()
  for (const label of labels) counts.set(label.field, (counts.get(label.field) ?? 0) + 1)
  const tasks = Math.max(
    1,
    ...(['problem', 'goals', 'measures', 'progress'] as const).map(
      (field) => counts.get(field) ?? 0,
    ),
  )
  const own = new Set<Label>()
  let measures: Label | null = null
  let item: Label[] = []
  let previous = 0
  for (const label of labels) {
    if (hasOrdinalBetween(source, previous, label.start)) item = []
    previous = label.start
    if (label.field === 'measures') {
      measures = label
      item = []
    } else if (core.has(label.field)) measures = null
    else if (measures && perMeasure.has(label.field)) {
      const first = trimSpan(source, [measures.valueStart, label.start])
      const twice = item.some((one) => one.field === label.field)
      // 2.加强监测。责任单位:A — in the line of an item, when the items have lines of their own.
      const sameLine =
        !label.lineStart && source.folded.slice(measures.valueStart - 1, first[0]).includes('\n')
      const often = sameLine || (counts.get(label.field) ?? 0) > tasks
      // The first label that cannot be an item's own ends the items: the task's labels follow.
      if (!often || twice || !readOrdinal(source.folded, first[0])) measures = null
      else {
        own.add(label)
        item.push(label)
      }
    }
  }
  return own
}

function hasOrdinalBetween(source: Source, from: number, to: number): boolean {
  for (const found of source.folded.slice(from, to).matchAll(/\n\s*/g)) {
    if (readOrdinal(source.folded, from + found.index + found[0].length)) return true
  }
  return false
}

/** 反馈问题 with nothing before 省…中反馈问题 is a heading over two plans, not two tasks. */
function isVariant(source: Source, before: Label | undefined, label: Label): boolean {
  if (label.level !== null) return true
  return (
    before !== undefined &&
    before.field === label.field &&
    isEmptySpan(trimSpan(source, [before.valueStart, label.start], '|'))
  )
}

/** Where a field is printed a second time, a new task has begun. */
function repeats(source: Source, labels: Label[]): number[] {
  const starts: number[] = []
  let seen = new Set<LabelField>()
  const cores = labels
    .filter((label) => core.has(label.field) && label.level === null)
    .map((label) => label.field)
  // Unit and deadline fields part tasks only where the telling fields repeat too, or where there are none.
  const several = cores.length === 0 || new Set(cores).size < cores.length
  labels.forEach((label, index) => {
    if (index === 0) starts.push(0)
    const again = seen.has(label.field) && !isVariant(source, labels[index - 1], label)
    // A second unit field next to the first (责任单位 … 责任部门) is no new task.
    const near = perMeasure.has(label.field) && labels[index - 1]?.field === label.field
    if (again && !near && several) {
      starts.push(index)
      seen = new Set()
    }
    seen.add(label.field)
  })
  return starts
}

function lineOrdinals(source: Source, range: Span): Ordinal[] {
  const found: Ordinal[] = []
  for (const [start] of source.lines) {
    if (start < range[0] || start >= range[1]) continue
    const ordinal = readOrdinal(source.folded, start)
    if (ordinal) found.push(ordinal)
  }
  return found
}

/** The ordinals of one style that are each followed by the first labels of a task. */
function headChain(
  ordinals: Ordinal[],
  labels: Label[],
  style: OrdinalStyle,
  opening: ReadonlySet<LabelField>,
): Ordinal[] {
  const same = ordinals.filter((ordinal) => ordinal.style === style)
  const chain: Ordinal[] = []
  let labelAt = 0
  same.forEach((ordinal, index) => {
    while (labelAt < labels.length && (labels[labelAt]?.start ?? 0) < ordinal.start) labelAt += 1
    const label = labels[labelAt]
    const next = same[index + 1]
    if (!label || (next && next.start <= label.start) || !opening.has(label.field)) return
    const last = chain[chain.length - 1]
    const parted =
      last &&
      ordinals.some(
        (other) =>
          other.style !== style &&
          other.start > last.start &&
          other.start < ordinal.start &&
          /^chinese|item/.test(other.style),
      )
    if (!last || ordinal.value >= last.value || (ordinal.value === 1 && parted)) chain.push(ordinal)
  })
  return chain
}

function findHeads(source: Source, range: Span, labels: Label[], starts: number[]): Ordinal[] {
  const first = labels[0]
  if (!first) return []
  const ordinals = lineOrdinals(source, range)
  const firstRecord = labels.slice(0, starts[1] ?? labels.length)
  const measuresAt = firstRecord.findIndex((label) => label.field === 'measures')
  const opening = new Set([
    first.field,
    ...firstRecord.slice(0, Math.max(1, measuresAt)).map((label) => label.field),
  ])
  const before = ordinals.filter((ordinal) => ordinal.start <= first.start)
  const styles = [...new Set(before.reverse().map((ordinal) => ordinal.style))]
  let best: Ordinal[] = []
  for (const style of styles) {
    const chain = headChain(ordinals, labels, style, opening)
    const closer = Math.abs(chain.length - starts.length) < Math.abs(best.length - starts.length)
    if (chain.length >= 2 && (best.length === 0 || closer)) best = chain
  }
  return best.length >= Math.max(2, starts.length * 0.6) ? best : []
}

/** A heading line directly above a task's head: 二、…方面. */
function parentAbove(source: Source, head: Ordinal, from: number): Ordinal | null {
  const index = source.lines.findIndex(([start]) => start === head.start)
  const line = source.lines[index - 1]
  if (!line || line[0] < from || line[1] - line[0] > 60) return null
  const ordinal = readOrdinal(source.folded, line[0])
  if (
    !ordinal ||
    ordinal.style === head.style ||
    !/^(?:chinese|chineseBracket)$/.test(ordinal.style)
  )
    return null
  if (/[。;]$/.test(slice(source, line))) return null
  return ordinal
}

interface Boundary {
  start: number
  bodyStart: number
  ordinal: Ordinal | null
  parent: Ordinal | null
}

function boundaries(source: Source, range: Span, labels: Label[]): Boundary[] {
  const starts = repeats(source, labels)
  if (starts.length < 2) return []
  const heads = findHeads(source, range, labels, starts)
  if (heads.length > 0) {
    let from = range[0]
    let parent: Ordinal | null = null
    // Numbers that run on under every heading need none; numbers that begin anew do.
    const anew = heads.some(
      (head, index) => index > 0 && head.value < (heads[index - 1]?.value ?? 0),
    )
    return heads.map((ordinal) => {
      const above = parentAbove(source, ordinal, from)
      parent = above ?? parent
      from = ordinal.start
      return {
        start: above ? above.start : ordinal.start,
        bodyStart: ordinal.start,
        ordinal,
        parent: anew ? parent : null,
      }
    })
  }
  return starts.map((index) => {
    const start = labels[index]?.start ?? range[0]
    return { start, bodyStart: start, ordinal: null, parent: null }
  })
}

/** Names, dates and numbers end where an unknown label or a numbered line begins. */
const shortField = (field: LabelField): boolean =>
  perMeasure.has(field) || field === 'number' || field === 'upperNumber'

function cutShort(source: Source, span: Span): { span: Span; rest: Span | null } {
  for (const found of slice(source, span).matchAll(/\n\s*/g)) {
    const at = span[0] + found.index + found[0].length
    const ordinal = readOrdinal(source.folded, at)
    const unknown = /^[\u4e00-\u9fff]{2,12}\s*:/.test(source.folded.slice(at, at + 16))
    if (!ordinal && !unknown) continue
    const rest: Span | null = ordinal?.value === 1 ? [at, span[1]] : null
    return { span: trimSpan(source, [span[0], span[0] + found.index]), rest }
  }
  return { span, rest: null }
}

function fieldsOf(source: Source, all: Label[], own: Set<Label>, end: number): FieldText[] {
  const outer = all.filter((label) => !own.has(label))
  const measured = all.some((label) => label.field === 'measures')
  return outer.flatMap((label, index) => {
    if (!taskField(label)) return []
    const stop = outer[index + 1]?.start ?? end
    const printed = trimSpan(source, [label.valueStart, stop], '|')
    const whole = cutClosing(source, printed)
    const { span, rest } = shortField(label.field)
      ? cutShort(source, whole)
      : { span: whole, rest: null }
    // Numbered lines behind the deadline, with no label of their own, are the measures.
    const unnamed: FieldText[] =
      rest && !measured ? [{ field: 'measures', level: null, span: rest, inner: [] }] : []
    const inner =
      label.field === 'measures'
        ? all.filter((one) => own.has(one) && one.start >= span[0] && one.start < span[1])
        : []
    const numbered: FieldText[] = label.number
      ? [{ field: 'number', level: null, span: label.number, inner: [] }]
      : []
    return isEmptySpan(span)
      ? numbered
      : [...numbered, { field: label.field, level: label.level, span, inner }, ...unnamed]
  })
}

/** The heading over the labels of a lone task, when it reads like a problem and not like a title. */
function loneHead(source: Source, first: Label, from: number): RawRecord['head'] {
  const lines = source.lines.filter(([start, end]) => start >= from && end <= first.start)
  const line = lines[lines.length - 1]
  if (!line) return null
  const ordinal = readOrdinal(source.folded, line[0])
  const words = slice(source, line)
  if (!ordinal || first.ordinal?.style === ordinal.style) return null
  if (
    !/[。,;]|问题$/.test(words) ||
    /(?:情况|公示|如下:?|方面)$/.test(words) ||
    /公示如下/.test(words)
  )
    return null
  return { ordinal, span: trimSpan(source, [ordinal.end, line[1]]) }
}

/** The tasks of a text whose fields are named by labels, in any order. */
export function readRecords(source: Source, range: Span, labels: Label[]): RawRecord[] {
  const open = labels.filter(
    (label) => !label.bracketed && label.start >= range[0] && label.start < range[1],
  )
  const own = measureLabels(source, open)
  const outer = open.filter((label) => taskField(label) && !own.has(label))
  const first = outer[0]
  if (!first) return []
  const parts = boundaries(source, range, outer)
  if (parts.length === 0) {
    const head = loneHead(source, first, range[0])
    return [
      {
        fields: fieldsOf(source, open, own, range[1]),
        head,
        parent: null,
        start: range[0],
        end: range[1],
      },
    ]
  }
  return parts.map((part, index) => {
    const end = parts[index + 1]?.start ?? range[1]
    const inside = open.filter((label) => label.start >= part.start && label.start < end)
    const firstLabel = inside[0]?.start ?? end
    const words = part.ordinal
      ? trimSpan(source, [part.ordinal.end, Math.max(part.ordinal.end, firstLabel)], '|')
      : null
    const head = part.ordinal && words ? { ordinal: part.ordinal, span: words } : null
    return {
      fields: fieldsOf(source, inside, own, end),
      head,
      parent: part.parent,
      start: part.bodyStart,
      end,
    }
  })
}
