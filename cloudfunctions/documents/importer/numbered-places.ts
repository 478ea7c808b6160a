import type { Label } from './label'
import { type Ordinal, type OrdinalStyle, readOrdinal } from './numerals'
import { serialLines } from './serial-lines'
import { type Source, isBlank, slice } from './source'
import type { Span } from './types'

/** An ordinal that may head a task. */
export interface NumberedPlace extends Ordinal {
  /** The label that the ordinal counts: 二、整改目标. */
  label: Label | null
  /** How much it looks like the next item of the field it stands in, from 0 to 1. */
  itemLike: number
  /** Its line names a group of tasks: 二、水环境方面, 第一部分. */
  groups: boolean
}

/** 水环境方面问题, 具体问题(12项): what names a group, whatever numbers it. */
export const namesGroup =
  /^[^。;:,]{2,20}(?:(?:方面|领域)(?:的?(?:突出)?问题)?|\(\s*共?\s*\d{1,3}\s*[个项条件]\s*\))$/

function namesGroupAt({ folded }: Source, { style, end }: Ordinal): boolean {
  const stop = folded.indexOf('\n', end)
  const words = folded.slice(end, stop < 0 ? end + 40 : stop).trim()
  return style === 'part' || namesGroup.test(words)
}

/** From the outside of a paper to its inside; what counts words inside a sentence heads nothing. */
const depths: Partial<Record<OrdinalStyle, number>> = {
  part: 0,
  chinese: 1,
  item: 1.5,
  problem: 1.5,
  chineseBracket: 2,
  arabic: 3,
  arabicHalf: 4,
  arabicBracket: 4,
  decimal: 4,
  circled: 5,
}
export const depthOf = (style: OrdinalStyle): number => depths[style] ?? 9

const mayHead = (style: OrdinalStyle): boolean => style in depths

const probe = /[第问任序事整反编(【〖\[\d一二三四五六七八九十百①-⒛㈠-㈩]/g

/** In a line that holds several tasks a head stands anywhere but in the middle of a number. */
function insideLine(source: Source, [from, to]: Span): Ordinal[] {
  const found: Ordinal[] = []
  probe.lastIndex = from + 1
  for (
    let hit = probe.exec(source.folded);
    hit && hit.index < to;
    hit = probe.exec(source.folded)
  ) {
    const before = source.folded[hit.index - 1] ?? ''
    if (/[\d一二三四五六七八九十百第、.,(]/.test(before)) continue
    const ordinal = readOrdinal(source.folded, hit.index)
    // ① in the middle of a line counts what a sentence names.
    if (!ordinal || !mayHead(ordinal.style) || ordinal.style === 'circled') continue
    // 重点督办事项 1.…: the word ends a heading, and the number counts alone.
    if (ordinal.style === 'problem' && /[\u4e00-\u9fff]/.test(before)) continue
    found.push(ordinal)
    probe.lastIndex = ordinal.end
  }
  return found
}

function ordinalsIn(
  source: Source,
  range: Span,
  labels: readonly Label[],
  runOn: readonly Span[],
): Ordinal[] {
  const inside = new Set(runOn.map(([start]) => start))
  const serials = serialLines(source, labels)
  return source.lines.flatMap((line) => {
    if (line[0] < range[0] || line[0] >= range[1]) return []
    const first = readOrdinal(source.folded, line[0]) ?? serials.get(line[0])
    const own = first && mayHead(first.style) ? [first] : []
    return inside.has(line[0]) ? [...own, ...insideLine(source, line)] : own
  })
}

/** Fields whose text counts items of its own. */
const counting = new Set(['problem', 'goals', 'measures', 'progress', 'title'])

/** Follows the items that are counted behind a label, style by style. */
class ItemCounter {
  private chains = new Map<OrdinalStyle, number>()
  private field: Label | null = null
  private left = false

  constructor(private readonly source: Source) {}

  enter(label: Label): void {
    if (label.bracketed) return
    if (counting.has(label.field)) {
      this.chains = new Map()
      this.field = label
      this.left = false
    } else if (label.field === 'ignored' || label.field === 'notice') this.field = null
    else this.left = true
  }

  /** 1 for the next item of the field; a half behind a unit or deadline, or behind other words. */
  take(ordinal: Ordinal): number {
    if (!this.field) return 0
    const { style, value } = ordinal
    const last = this.chains.get(style)
    const begins = last === undefined && value === 1 ? this.beginning(ordinal) : 0
    const goesOn = value === (last ?? value) + 1 ? (this.left ? 0.5 : 1) : 0
    const likeness = last === undefined ? begins : goesOn
    // What counts nothing of the field ends it.
    if (likeness === 0) this.field = null
    this.chains.set(style, value)
    return likeness
  }

  /** Items begin right behind the label, or below items of an outer style. */
  private beginning({ style, start }: Ordinal): number {
    // Behind a task's units and deadline its goals are not counted any more.
    if (this.left && this.chains.size === 0 && this.field?.field !== 'measures') return 0
    if (this.chains.size > 0)
      return [...this.chains.keys()].some((open) => depthOf(open) < depthOf(style)) ? 1 : 0
    const before = slice(this.source, [this.field?.valueStart ?? start, start]).trim()
    return before === '' || before.endsWith(':') ? 1 : 0.5
  }
}

/** The ordinals of a range in order, each with what it counts. Linear in the text. */
export function numberedPlaces(
  source: Source,
  range: Span,
  labels: readonly Label[],
  runOn: readonly Span[],
): NumberedPlace[] {
  const counter = new ItemCounter(source)
  let next = 0
  return ordinalsIn(source, range, labels, runOn).map((ordinal) => {
    for (let label = labels[next]; label && label.start < ordinal.start; label = labels[next]) {
      counter.enter(label)
      next += 1
    }
    const own = labels[next]
    const label =
      own && (own.start === ordinal.start || startsAt(source, own, ordinal)) ? own : null
    return {
      ...ordinal,
      label,
      itemLike: label ? 0 : counter.take(ordinal),
      groups: namesGroupAt(source, ordinal),
    }
  })
}

/** The label stands right behind the ordinal. */
function startsAt({ folded }: Source, label: Label, ordinal: Ordinal): boolean {
  let at = ordinal.end
  while (at < label.start && isBlank(folded[at])) at += 1
  return label.start === at
}
