import type { Label } from './label'
import type { LabelField } from './label-field'
import { core, perMeasure } from './measure-labels'
import { type Ordinal, type OrdinalStyle, readOrdinal } from './numerals'
import { type Source, slice } from './source'
import type { Span } from './types'

/** 反馈问题 with nothing before 省…中反馈问题 is a heading over two plans, not two tasks. */
function isVariant(before: Label | undefined, label: Label): boolean {
  if (label.level !== null) return true
  return (
    before !== undefined && before.field === label.field && label.start - before.valueStart <= 2
  )
}

const isBare = (source: Source, label: Label, next: Label | undefined): boolean =>
  next !== undefined &&
  next.field !== label.field &&
  source.folded.slice(label.valueStart, Math.min(next.start, label.valueStart + 40)).trim() === ''

/** Where a field is printed a second time, a new task has begun. */
function repeats(source: Source, labels: Label[]): number[] {
  const starts: number[] = []
  let seen = new Set<LabelField>()
  const printed = new Map<LabelField, number>()
  for (const { field, level, item } of labels)
    if (core.has(field) && level === null && !item)
      printed.set(field, (printed.get(field) ?? 0) + 1)
  const often = [...printed.values()].filter((times) => times > 1).length
  // Unit and deadline fields part tasks only where most telling fields repeat too, or where there are none.
  const several = printed.size === 0 || often * 2 > printed.size
  labels.forEach((label, index) => {
    if (index === 0) starts.push(0)
    // 整改责任单位 over 牵头单位 and 配合单位 has no text of its own.
    if (label.item || isBare(source, label, labels[index + 1])) return
    const again = seen.has(label.field) && !isVariant(labels[index - 1], label)
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

/** What stands between one ordinal and the next of its style. */
interface Segment {
  ordinal: Ordinal
  /** Fields that are printed in it. */
  seen: ReadonlySet<LabelField>
  fields: number
  /** The field whose label the ordinal counts: 二、整改目标. */
  counts: LabelField | null
  /** A telling field stands in it twice: more than one task. */
  twice: boolean
}

function segmentsOf(ordinals: Ordinal[], labels: Label[], style: OrdinalStyle): Segment[] {
  const same = ordinals.filter((ordinal) => ordinal.style === style)
  let at = 0
  return same.map((ordinal, index) => {
    const end = same[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const seen = new Set<LabelField>()
    let twice = false
    let counts: LabelField | null = null
    for (; at < labels.length && (labels[at]?.start ?? 0) < end; at += 1) {
      const label = labels[at]
      if (!label || label.start < ordinal.start) continue
      if (
        seen.has(label.field) &&
        !label.item &&
        core.has(label.field) &&
        !isVariant(labels[at - 1], label)
      )
        twice = true
      if (label.start === ordinal.start) counts = label.field
      seen.add(label.field)
    }
    return { ordinal, seen, fields: seen.size, counts, twice }
  })
}

/** The heads of one style: numbers that count up, each with the labels of one task behind it. */
function headChain(source: Source, segments: Segment[], from: number): Ordinal[] {
  const chain: Ordinal[] = []
  let climbs = 0
  let falls = 0
  const counted = segments.find((one) => one.counts !== null)?.counts ?? null
  const always = segments.filter((one) => one.counts !== null && one.counts === counted).length > 1
  segments.forEach(({ ordinal, fields, counts, twice }, index) => {
    // Ordinals that count the fields of a task (一、问题 二、目标) head no tasks.
    if (always ? counts !== counted : counts !== null && counts !== counted) return
    const last = chain[chain.length - 1]
    const next = segments[index + 1]
    // A task that prints no field of its own stands between its two neighbours.
    const between =
      last !== undefined &&
      fields === 0 &&
      ordinal.value === last.value + 1 &&
      next?.ordinal.value === ordinal.value + 1 &&
      next.fields > 0
    if (twice || (fields === 0 && !between)) return
    if (last && ordinal.value <= last.value) {
      if (ordinal.value === 1 && parentAbove(source, ordinal, from)) climbs += 1
      else falls += 1
    } else if (last) climbs += 1
    chain.push(ordinal)
  })
  return falls > climbs ? [] : chain
}

interface Heads {
  chain: Ordinal[]
  /** Every head has several fields behind it, one of them the same: tasks beyond doubt. */
  sure: boolean
}

function areSure(chain: Ordinal[], segments: Segment[]): boolean {
  const own = segments.filter(({ ordinal }) => chain.includes(ordinal))
  const [first] = own
  if (!first || own.length < 2 || own.some(({ fields }) => fields < 2)) return false
  return [...first.seen].some((field) => own.every(({ seen }) => seen.has(field)))
}

/** The numbered headings of the tasks: of all styles the one that parts the most of them. */
function findHeads(source: Source, range: Span, labels: Label[]): Heads {
  const ordinals = lineOrdinals(source, range)
  const before = ordinals.filter((ordinal) => ordinal.start <= (labels[0]?.start ?? 0))
  const styles = [...new Set(before.map((ordinal) => ordinal.style))]
  let best: Heads = { chain: [], sure: false }
  for (const style of styles) {
    const all = segmentsOf(ordinals, labels, style)
    const chain = headChain(source, all, range[0])
    const first = all.findIndex((one) => one.ordinal === chain[0])
    const last = all.findIndex((one) => one.ordinal === chain[chain.length - 1])
    const counted = all[first]?.counts ?? null
    const between = all
      .slice(first, last + 1)
      .filter((one) => counted === null || one.counts !== null).length
    if (chain.length < 2 || chain.length < between * 0.6) continue
    if (chain.length > best.chain.length) best = { chain, sure: areSure(chain, all) }
  }
  return best
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
  const { chain, sure } = findHeads(source, range, labels)
  if (starts.length < 2 && !sure) return []
  const heads = sure || chain.length >= Math.max(2, starts.length * 0.6) ? chain : []
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
