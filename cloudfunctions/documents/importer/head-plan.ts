import type { LabelCounts } from './label-counts'
import { type NumberedPlace, depthOf } from './numbered-places'
import type { Span } from './types'

/** What speaks against a reading, in the weight of one field that a task prints twice (2). */
export const price = {
  /** Two heads that count on. */
  next: -0.15,
  /** Numbers are missing between two heads. */
  gap: 0.4,
  /** One number twice: a misprint. */
  again: 2.5,
  /** The numbers begin anew under an outer heading, or without one. */
  anew: 0.4,
  loose: 6,
  /** The numbers of a whole list do not begin at the first. */
  late: 0.5,
  /** A place that might head one of the missing numbers. */
  passedOver: 0.7,
  /** A head without a field of its own. */
  bare: 0.6,
  /** The next item of a field, taken for a head. */
  item: 2.5,
  /** A head with its labels right behind it. */
  closed: -0.3,
  /** The name of a group, taken for a problem. */
  group: 1.5,
  /** Heads of an inner style below a head. */
  nested: 0.4,
}

export interface Step {
  place: NumberedPlace
  /** Labels before it. */
  at: number
  /** What it costs to be a head. */
  own: number
  /** Places of an outer style before it. */
  outer: number
  /** Places of its own style before it that may head a task. */
  free: number
  /** What all places of inner styles before it could bring as heads. */
  gain: number
}

/** What a search for heads asks about the text. */
export interface HeadSearch {
  counts: LabelCounts
  /** The cost of the heads that stand inside a section; null when it has none, or none below `limit`. */
  inner: (range: Span, depth: number, limit: number) => number | null
}

/** 一、整改任务 二、整改目标 counts fields; only a style that always counts the same field heads tasks. */
function headsTasks(places: NumberedPlace[]): NumberedPlace[] {
  const labelled = places.filter(({ label }) => label !== null)
  const field = labelled[0]?.label?.field
  if (field === undefined) return places
  const same = labelled.filter(({ label }) => label?.field === field)
  const climbs = same.some(({ value }, at) => at > 0 && value > (same[at - 1]?.value ?? 0))
  return same.length === labelled.length && climbs
    ? places
    : places.filter(({ label }) => label === null)
}

/** What stands behind a place before the next: nothing, labels, or labels that only tasks have. */
type Behind = 'nothing' | 'labels' | 'task'

/**
 * What it costs that a place is a head. What looks like an item at all is no part of a task, but
 * where it prints fields that no item has.
 */
function headCost({ itemLike }: NumberedPlace, behind: Behind, below: boolean): number {
  const item = below && behind !== 'task' && itemLike > 0 ? 1 : itemLike
  return price.item * item + (behind === 'nothing' ? 0 : price.closed)
}

function behindPlace(counts: LabelCounts, from: number, to: number): Behind {
  if (to === from) return 'nothing'
  return counts.tells(from, to) ? 'task' : 'labels'
}

function stepsOf(
  places: readonly NumberedPlace[],
  style: NumberedPlace['style'],
  { counts }: HeadSearch,
  range: Span,
  below: boolean,
): { steps: Step[]; gain: number; inner: number[] } {
  const depth = depthOf(style)
  const own = new Set(headsTasks(places.filter((place) => place.style === style)))
  let outer = 0
  let free = 0
  let gain = 0
  const inner: number[] = []
  const steps = places.flatMap((place, index) => {
    if (depthOf(place.style) < depth && place.itemLike < 1) outer += 1
    const at = counts.before(place.start)
    const behind = behindPlace(counts, at, counts.before(places[index + 1]?.start ?? range[1]))
    if (depthOf(place.style) > depth) {
      gain += Math.max(0, -price.next - headCost(place, behind, true))
      inner.push(headCost(place, 'task', true) + price.next)
    }
    if (!own.has(place)) return []
    if (place.itemLike < 1) free += 1
    return [{ place, at, own: headCost(place, behind, below), outer, free: free - 1, gain }]
  })
  return { steps, gain, inner }
}

/** What a style of numbers brings to a range before its heads are searched. */
export interface ChainPlan {
  style: NumberedPlace['style']
  steps: Step[]
  gain: number
  /** No chain of its heads costs less. */
  least: number
}

/** One head makes no chain. */
const fewestHeads = 2

const rising = (costs: number[]): number[] => costs.sort((a, b) => a - b)

/**
 * The least that any choice of heads could cost: so many of the cheapest, inner ones among them, and
 * the labels that are still printed again when they part the range into that many pieces.
 * @param inner what heads of inner styles cost at least
 */
function leastOf(steps: Step[], inner: number[], repeated: (pieces: number) => number): number {
  if (steps.length < fewestHeads) return Infinity
  const own = rising(steps.map((step) => step.own + price.next))
  const others = rising([...own.slice(fewestHeads), ...inner])
  let heads = own.slice(0, fewestHeads).reduce((sum, cost) => sum + cost, 0)
  let least = Infinity
  for (let at = 0; at <= others.length; at += 1) {
    const again = repeated(fewestHeads + at + 1)
    least = Math.min(least, heads + again)
    const next = others[at] ?? 0
    if (again === 0 && next >= 0) break
    heads += next
  }
  return least
}

/** @param below the range is the section of an outer head, to which the first labels belong */
export function planOf(
  places: readonly NumberedPlace[],
  style: NumberedPlace['style'],
  search: HeadSearch,
  range: Span,
  below: boolean,
): ChainPlan {
  const { steps, gain, inner } = stepsOf(places, style, search, range, below)
  const [from, to] = [search.counts.before(range[0]), search.counts.before(range[1])]
  const least = leastOf(steps, inner, (pieces) => search.counts.repeated(from, to, pieces))
  return { style, steps, gain, least }
}
