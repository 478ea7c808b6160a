import { readOrdinal, type Ordinal } from './numerals'
import { firstWhere } from './search-sorted'
import { isBlank, isEmptySpan, slice, trimSpan, type Source } from './source'
import type { Span } from './types'

export interface Item {
  /** The words without the ordinal. */
  span: Span
  ordinal: Ordinal | null
}

/** An item begins at a line, or behind the end of a sentence, a bracket or a blank. */
function mayBegin(source: Source, at: number, from: number): boolean {
  if (at === from) return true
  let look = at - 1
  while (look >= from && isBlank(source.folded[look])) look -= 1
  if (look < from) return true
  const before = source.folded[look] ?? ''
  if ('。;；!:)”】'.includes(before)) return true
  // 一是截污,二是清淤: these count inside a sentence too.
  if (/^[一二三四五六七八九十]+[是要]/.test(source.folded.slice(at, at + 4)))
    return ',、'.includes(before)
  const gap = source.folded.slice(look + 1, at)
  return gap.includes('\n') || (gap.length > 0 && !/[,、的和与及]/.test(before))
}

/** 2.35吨锅炉 at the beginning of a line, where the second item is due: an ordinal, or a decimal. */
function beforeFigure(
  { folded }: Source,
  at: number,
  value: number,
  style: Ordinal['style'],
): Ordinal | null {
  const end = at + String(value).length + 1
  if (style !== 'arabic' || !folded.startsWith(`${value}.`, at)) return null
  if (!/\d/.test(folded[end] ?? '') || !/\n[^\S\n]*$/.test(folded.slice(Math.max(0, at - 8), at)))
    return null
  return { style, value, start: at, end, number: [at, end - 1] }
}

/** The ordinals of one style, counting up by one from the first. */
function chain(source: Source, [from, to]: Span, first: Ordinal): Ordinal[] {
  const found = [first]
  let wanted = first.value + 1
  let doubtful: Ordinal[] = []
  const probe = /[第问任序事整反(\d一二三四五六七八九十百①-⒛㈠-㈩]/g
  probe.lastIndex = first.end
  let hit: RegExpExecArray | null
  while ((hit = probe.exec(source.folded)) && hit.index < to) {
    const previous = source.folded[hit.index - 1] ?? ''
    // The middle of a number (12.) is no beginning of an ordinal (2.).
    if (/\d/.test(hit[0]) && /[\d.]/.test(previous)) continue
    const ordinal = readOrdinal(source.folded, hit.index)
    if (!ordinal) {
      const figure = beforeFigure(source, hit.index, wanted + doubtful.length, first.style)
      if (figure) doubtful.push(figure)
      continue
    }
    // 1.… 2.35吨锅炉… 3.…: the item behind says that 2. counts.
    const passed = ordinal.value - wanted
    if (
      passed > 0 &&
      passed <= doubtful.length &&
      ordinal.style === first.style &&
      mayBegin(source, hit.index, from)
    ) {
      found.push(...doubtful.slice(0, passed))
      wanted += passed
    }
    if (
      ordinal.style === first.style &&
      ordinal.value === wanted &&
      mayBegin(source, hit.index, from)
    ) {
      found.push(ordinal)
      wanted += 1
      doubtful = []
      probe.lastIndex = ordinal.end
    }
  }
  return found
}

/** Paragraphs that each end a sentence; a narrow cell's line breaks are none. */
function paragraphs(source: Source, [from, to]: Span): Item[] {
  const items: Item[] = []
  let start = from
  for (const found of slice(source, [from, to]).matchAll(
    /[。;；](?:["”]|\([^\n]{0,24}\))?[^\S\n]*\n/g,
  )) {
    const end = from + found.index + found[0].length
    items.push({ span: trimSpan(source, [start, end]), ordinal: null })
    start = end
  }
  items.push({ span: trimSpan(source, [start, to]), ordinal: null })
  return items.filter((item) => !isEmptySpan(item.span))
}

const bulleted = /^[-•·●◆■▪★※*►▶➢√✓]+[^\S\n]*(?=[\u4e00-\u9fff“(《])/

/** Lines that each begin with the same bullet: —— •; none when they do not. */
function bullets(source: Source, span: Span): Item[] {
  const lines = source.lines
    .slice(firstWhere(source.lines, ([, end]) => end > span[0]))
    .filter(([start]) => start < span[1])
  const marks = lines.map(([start, end]) => {
    const from = Math.max(start, span[0])
    return [from, bulleted.exec(slice(source, [from, Math.min(end, span[1])]))?.[0] ?? ''] as const
  })
  const mark = marks[0]?.[1] ?? ''
  if (mark === '' || marks.filter(([, own]) => own === mark).length < 2) return []
  const begun = marks.filter(([, own]) => own === mark).map(([from]) => from)
  return begun.map((from, at) => ({
    span: trimSpan(source, [from + mark.length, begun[at + 1] ?? span[1]]),
    ordinal: null,
  }))
}

function firstInside(source: Source, span: Span): Ordinal | null {
  for (const found of slice(source, span).matchAll(
    /[。:;\n]\s*(?=(?:一是|一要|[(]?[1一][)、.]|①))/g,
  )) {
    const ordinal = readOrdinal(source.folded, span[0] + found.index + found[0].length)
    if (ordinal?.value === 1) return ordinal
  }
  return null
}

/**
 * Splits a field into its numbered items (1. 1、(1)(一) 一是 ①), or into paragraphs when it has
 * no numbers. A lead-in before the first number is an item of its own unless it ends in a colon.
 */
export function splitItems(source: Source, printed: Span): Item[] {
  const span = trimSpan(source, printed)
  if (isEmptySpan(span)) return []
  const listed = bullets(source, span)
  if (listed.length > 0) return listed
  const atStart = readOrdinal(source.folded, span[0])
  const first = atStart && atStart.style !== 'problem' ? atStart : firstInside(source, span)
  if (!first || (first.start > span[0] && chain(source, span, first).length < 2))
    return paragraphs(source, span)
  const ordinals = chain(source, span, first)
  const items: Item[] = []
  if (first.start > span[0]) {
    const lead = trimSpan(source, [span[0], first.start])
    if (/[^:;,。\s][^:]*$/.test(slice(source, lead))) items.push({ span: lead, ordinal: null })
  }
  ordinals.forEach((ordinal, index) => {
    const next = ordinals[index + 1]
    const inSentence = ordinal.style === 'isStyle' && next ? ',、' : ''
    const words = trimSpan(source, [ordinal.end, next ? next.start : span[1]], inSentence)
    if (!isEmptySpan(words)) items.push({ span: words, ordinal })
  })
  return items
}

/** A text whose only ordinal is its first loses it: (一)… alone is no enumeration. */
export function withoutLoneOrdinal(source: Source, span: Span): Span {
  const first = readOrdinal(source.folded, span[0])
  if (!first || first.value !== 1 || first.style === 'isStyle') return span
  return chain(source, span, first).length === 1 ? trimSpan(source, [first.end, span[1]]) : span
}
