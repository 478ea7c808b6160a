import { type ChainPlan, type HeadSearch, type Step, price } from './head-plan'
import { type NumberedPlace, depthOf } from './numbered-places'
import { placeInCount, riseOf } from './numerals'
import type { Span } from './types'

/** Numbered places that head one task each, and how badly the labels fit them (0 fits). */
export interface HeadChain {
  heads: NumberedPlace[]
  cost: number
}

/** Heads further back than this many places of the same style are no neighbours. */
const farthest = 250
/** A section that passes over more places of its head's style than this holds no heads of its own. */
const mostPassedOver = 16

/** What it costs that some numbers are missing where some places are passed over. */
const missing = (numbers: number, places: number, once: number): number =>
  numbers === 0 ? 0 : once + price.passedOver * Math.max(0, Math.min(numbers, places))

function between(from: Step, to: Step): number {
  const rise = riseOf(from.place, to.place)
  if (rise === 1) return price.next
  if (rise > 1) return missing(rise - 1, to.free - from.free - 1, price.gap)
  if (rise === 0) return price.again
  return to.place.value === 1 && to.outer > from.outer ? price.anew : price.loose
}

/** What the steps so far cost at best, and the least that any of them could bring to a later one. */
interface Sofar {
  best: number[]
  /** Of all steps up to each: its best cost with the gain that is not behind it yet. */
  least: number[]
}

/** The head before a step that makes it cheapest, by its place; -1 where the step is the first. */
function headBefore(
  steps: Step[],
  index: number,
  { best, least }: Sofar,
  weigh: Weighing,
  below: boolean,
): [cost: number, from: number] {
  const to = steps[index] as Step
  let top = weigh.before(to, below)
  let from = -1
  const seen = new Set<number>()
  for (let back = index - 1; back >= Math.max(0, index - farthest); back -= 1) {
    // No step from here on back could be cheaper, whatever it is to this one.
    if ((least[back] ?? 0) + price.next - to.gain >= top) break
    const before = steps[back]
    if (!before) break
    // Heads may stand inside a section only where no other head of its number stands between.
    const near = index - back <= mostPassedOver
    const next = near && !seen.has(before.place.value)
    if (near) seen.add(before.place.value)
    // Not even heads in all places of the section could make it the best.
    const hoped = (best[back] ?? 0) - (to.gain - before.gain)
    if (hoped + price.next >= top) continue
    const step = between(before, to)
    if (hoped + step >= top) continue
    const sofar = (best[back] ?? 0) + step
    const cost = sofar + weigh.piece(before, to, next, top - sofar)
    if (cost < top) [top, from] = [cost, back]
  }
  return [top, from]
}

/** The head behind which nothing is parted any more; the next number behind it is passed over. */
function lastHead(
  steps: Step[],
  gain: number,
  best: number[],
  weigh: Weighing,
): [cost: number, last: number] {
  let cost = Infinity
  let last = -1
  const behind = new Set<number>()
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    const step = steps[index]
    if (!step) break
    const passed = behind.has(step.place.value + 1) ? price.passedOver : 0
    if (step.place.itemLike === 0) behind.add(step.place.value)
    const sofar = (best[index] ?? 0) + passed
    if (sofar - (gain - step.gain) > cost) continue
    const next = steps.length - index <= mostPassedOver
    const whole = sofar + weigh.piece(step, null, next, cost - sofar)
    if (whole <= cost) [cost, last] = [whole, index]
  }
  return [cost, last]
}

/**
 * The heads of one style: numbers that count up, each with the labels of at most one task behind
 * it. Every way of choosing them is weighed, so that no single line decides: an item numbered
 * like the heads (1. under 1.) is told apart by what stands behind it.
 */
export function chainOf(
  { style, steps, gain }: ChainPlan,
  search: HeadSearch,
  range: Span,
  below: boolean,
): HeadChain {
  const weigh = new Weighing(search, depthOf(style), range)
  const best: number[] = []
  const least: number[] = []
  const came: number[] = []
  steps.forEach((to, index) => {
    const [top, from] = headBefore(steps, index, { best, least }, weigh, below)
    const own = top + to.own
    best.push(own)
    least.push(Math.min(own + to.gain, least[index - 1] ?? Infinity))
    came.push(from)
  })
  const [cost, last] = lastHead(steps, gain, best, weigh)
  const heads: NumberedPlace[] = []
  for (let at = last; at >= 0; at = came[at] ?? -1) {
    const step = steps[at]
    if (step) heads.unshift(step.place)
  }
  return { heads, cost }
}

class Weighing {
  private readonly first: number
  private readonly last: number

  constructor(
    private readonly search: HeadSearch,
    private readonly depth: number,
    private readonly range: Span,
  ) {
    this.first = search.counts.before(range[0])
    this.last = search.counts.before(range[1])
  }

  /** The text before the first head. */
  before(to: Step, below: boolean): number {
    const { counts } = this.search
    const own = below ? counts.repeated(this.first, to.at) : counts.held(this.first, to.at)
    return own + missing(placeInCount(to.place) - 1, to.free, price.late)
  }

  /** The text behind a head, up to the next one or to the end. @param most above it nobody asks */
  piece(from: Step, to: Step | null, next: boolean, most: number): number {
    const end = to ? to.at : this.last
    if (end === from.at) return price.bare
    const group = from.place.groups ? price.group : 0
    const flat = this.search.counts.repeated(from.at, end) + group
    if (flat <= price.nested || !next) return flat
    const section: Span = [from.place.end, to ? to.place.start : this.range[1]]
    const limit = Math.min(flat, most) - price.nested
    const inner = this.search.inner(section, this.depth, limit)
    return inner === null ? flat : Math.min(flat, inner + price.nested)
  }
}
