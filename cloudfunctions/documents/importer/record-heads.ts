import type { Label } from './label'
import type { LabelField } from './lexicon'
import { core, perMeasure } from './measure-labels'
import { type Ordinal, type OrdinalStyle, readOrdinal } from './numerals'
import { type Source, isEmptySpan, slice, trimSpan } from './source'
import type { Span } from './types'

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

export function boundaries(source: Source, range: Span, labels: Label[]): Boundary[] {
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
