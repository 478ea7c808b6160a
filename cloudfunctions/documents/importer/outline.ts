import { type HeadChain, chainOf } from './head-chain'
import { type ChainPlan, type HeadSearch, planOf } from './head-plan'
import { LabelCounts } from './label-counts'
import type { Label } from './label'
import { type NumberedPlace, depthOf, namesGroup, numberedPlaces } from './numbered-places'
import { decimals } from './numerals'
import { firstWhere } from './search-sorted'
import { type Source, slice } from './source'
import type { Span } from './types'

/** A head with its own text: up to the next head, or to the headings above that. */
export interface Section {
  head: NumberedPlace
  end: number
  /** The head or heading it stands under. */
  parent: Section | null
  /** Names a group of tasks (二、水环境方面); a task of its own only where it prints fields. */
  heading: boolean
}

/** A chain that parts the labels this much worse than no chain at all is still one. */
const tolerance = 0.5
/** Two costs that differ by less are equals. */
const surely = 0.05
/** What each task costs that only a repeated label begins. */
const unnumbered = 1

/** Finds the heads of a text, outer ones first. */
class Outline {
  private readonly search: HeadSearch
  private readonly counts: LabelCounts
  private readonly known = new Map<string, HeadChain | null>()

  constructor(
    private readonly source: Source,
    private readonly places: readonly NumberedPlace[],
    labels: readonly Label[],
    private readonly starts: readonly number[],
  ) {
    this.counts = new LabelCounts(labels)
    this.search = {
      counts: this.counts,
      inner: (range, depth, limit) => this.best(range, depth, limit)?.cost ?? null,
    }
  }

  /** The sections of a range in order, those inside others behind them. */
  sections(range: Span, parent: Section | null): Section[] {
    const chain = this.best(range, parent ? depthOf(parent.head.style) : -1)
    if (!chain) return []
    const made: Section[] = []
    let from = range[0]
    let above = parent
    chain.heads.forEach((head, index) => {
      const before = chain.heads[index - 1]
      const begins = !before || head.value <= before.value
      for (const heading of [...this.headingsAbove(head, from, begins)]) {
        above = this.sectionAt(heading, range, parent)
        made.push(above)
      }
      made.push({ head, end: range[1], parent: above, heading: false })
      from = head.end
    })
    made.forEach((section, index) => {
      section.end = made[index + 1]?.head.start ?? range[1]
    })
    return made.flatMap((section) => [section, ...this.inside(section)])
  }

  private sectionAt(head: NumberedPlace, range: Span, parent: Section | null): Section {
    const line = this.source.lines[firstOf(this.source.lines, head.start)]
    const heading = line !== undefined && isHeading(this.source, line)
    return { head, end: range[1], parent, heading }
  }

  /** Heads of an inner style: the sub-tasks of a task, or the tasks of a group. */
  private inside(section: Section): Section[] {
    const range: Span = [section.head.end, section.end]
    const [from, to] = range.map((at) => this.counts.before(at))
    if (this.counts.repeated(from ?? 0, to ?? 0) === 0) return []
    const below = this.sections(range, section)
    const first = below[0]
    if (first) {
      section.end = first.head.start
      section.heading = this.sectionAt(section.head, range, null).heading
    }
    return below
  }

  /** The chain that parts the labels of a range best; of two equals the one nearest to them. */
  private best(range: Span, depth: number, limit = Infinity): HeadChain | null {
    const key = `${range.join('-')} ${depth}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const inside = this.placesIn(range).filter(({ style }) => depthOf(style) > depth)
    const flat = this.flat(range, depth)
    const below = depth >= 0
    const plans = [...new Set(inside.map(({ style }) => style))]
      .sort((a, b) => depthOf(b) - depthOf(a))
      .map((style) => planOf(inside, style, this.search, range, below))
    // Asked for less than any of them could cost: another question may ask for more.
    if (plans.every(({ least }) => least > limit + surely)) return null
    const chains = new Map<ChainPlan, HeadChain>()
    let cheapest = flat + tolerance
    // What cannot cost less than another is not searched.
    for (const plan of [...plans].sort((a, b) => a.least - b.least)) {
      if (plan.least > cheapest + surely) break
      const chain = chainOf(plan, this.search, range, below)
      if (chain.heads.length < 2) continue
      chains.set(plan, chain)
      cheapest = Math.min(cheapest, chain.cost)
    }
    let best: HeadChain | null = null
    for (const plan of plans) {
      const chain = chains.get(plan)
      if (!chain || chain.cost > flat + tolerance) continue
      if (!best || chain.cost < best.cost - 0.01) best = chain
    }
    this.known.set(key, best)
    return best
  }

  /** What it costs to take the labels apart without heads. */
  private flat(range: Span, depth: number): number {
    const whole = this.counts.repeated(this.counts.before(range[0]), this.counts.before(range[1]))
    if (depth >= 0) return whole
    const places = [...this.starts, range[1]].map((start) => this.counts.before(start))
    const apart = this.starts.reduce(
      (sum, _, at) => sum + unnumbered + this.counts.repeated(places[at] ?? 0, places[at + 1] ?? 0),
      0,
    )
    return Math.min(whole, apart)
  }

  private placesIn([from, to]: Span): NumberedPlace[] {
    return this.places.slice(firstFrom(this.places, from), firstFrom(this.places, to))
  }

  /**
   * Headings right above a head, the outermost first.
   * @param begins the head is the first of its count: a whole problem may stand over it
   */
  private headingsAbove(head: NumberedPlace, from: number, begins: boolean): NumberedPlace[] {
    const found: NumberedPlace[] = []
    for (let inner = head; ;) {
      const line = this.source.lines[firstOf(this.source.lines, inner.start) - 1]
      if (!line || line[0] < from) return found
      const place = this.headingAt(line, inner)
      if (!place || !(isHeading(this.source, line) || (begins && found.length === 0))) return found
      found.unshift(place)
      inner = place
    }
  }

  private headingAt(line: Span, inner: NumberedPlace): NumberedPlace | null {
    const place = this.places[firstFrom(this.places, line[0])]
    if (place?.start === line[0])
      return place.label || depthOf(place.style) >= depthOf(inner.style) ? null : place
    const words = slice(this.source, line)
    if (!namesGroup.test(words) && !isWholeOf(words, inner)) return null
    const start = line[0]
    return {
      style: 'part',
      value: 0,
      start,
      end: start,
      number: [start, start],
      label: null,
      itemLike: 0,
      groups: true,
    }
  }
}

const firstFrom = (places: readonly NumberedPlace[], at: number): number =>
  firstWhere(places, ({ start }) => start >= at)
const firstOf = (lines: readonly Span[], at: number): number =>
  firstWhere(lines, ([start]) => start >= at)

/** 2 水污染防治 over 2.1. */
const isWholeOf = (words: string, { style, value }: NumberedPlace): boolean =>
  style === 'decimal' &&
  value % decimals === 1 &&
  words.startsWith(`${Math.floor(value / decimals)} `)

const longestHeading = 60
/** Short, without the end of a sentence: 二、水环境方面, 第一部分 具体问题(3项). */
const isHeading = (source: Source, line: Span): boolean =>
  line[1] - line[0] <= longestHeading && !/[。;]$/.test(slice(source, line))

/**
 * The sections of a text whose tasks stand under numbered heads; none where they do not.
 * @param starts where tasks begin as far as repeated labels tell
 */
export function sectionsOf(
  source: Source,
  range: Span,
  labels: readonly Label[],
  runOn: readonly Span[],
  starts: readonly number[],
): Section[] {
  const places = numberedPlaces(source, range, labels, runOn)
  return new Outline(source, places, labels, starts).sections(range, null)
}
