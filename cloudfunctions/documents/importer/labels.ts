import { labelEntries, levelPrefix, plainPrefixes, shortLabels, type LabelField } from './lexicon'
import { readOrdinal, type Ordinal } from './numerals'
import { compact, isBlank, type Source } from './source'
import type { Span } from './types'

export type PlanLevel = 'county' | 'city' | 'province' | 'central' | 'upper'

export interface Label {
  field: LabelField
  /** Where the label begins, its ordinal included. */
  start: number
  /** Where its text begins. */
  valueStart: number
  ordinal: Ordinal | null
  /** The plan named before the label: 省相关整改方案中反馈问题. */
  level: PlanLevel | null
  /** A number printed in the label itself: 问题3: */
  number: Span | null
  /** Inside round brackets: belongs to a measure, not to the task. */
  bracketed: boolean
  /** First of its line, and not behind other words. */
  lineStart: boolean
}

const levels: [RegExp, PlanLevel][] = [
  [/国家|中央/, 'central'],
  [/省|自治区/, 'province'],
  [/市|州/, 'city'],
  [/县|区/, 'county'],
  [/上级/, 'upper'],
]

export function levelOf(words: string): PlanLevel | null {
  return levels.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

interface Node {
  next: Map<string, Node>
  field?: LabelField
  word?: string
}

const root: Node = { next: new Map() }
for (const [word, field] of labelEntries) {
  let node = root
  for (const char of word) {
    let next = node.next.get(char)
    if (!next) {
      next = { next: new Map() }
      node.next.set(char, next)
    }
    node = next
  }
  node.field = field
  node.word = word
}

/** A narrow cell breaks a label over lines, with at most this many blanks between two characters. */
const widestGap = 8

interface Hit {
  field: LabelField
  word: string
  end: number
}

/** Every label word that begins at `at`, longest last. */
function wordsAt(folded: string, at: number): Hit[] {
  const hits: Hit[] = []
  let node: Node | undefined = root
  let position = at
  while (node) {
    let gap = 0
    while (node !== root && gap < widestGap && isBlank(folded[position + gap])) gap += 1
    const char: string | undefined = folded[position + gap]
    if (char === undefined) break
    node = node.next.get(char)
    if (!node) break
    position += gap + 1
    if (node.field && node.word) hits.push({ field: node.field, word: node.word, end: position })
  }
  return hits
}

/** Looks up a cell of a table head: the whole cell must be one label. */
export function labelOfCell(
  source: Source,
  cell: Span,
): { field: LabelField; level: PlanLevel | null; word: string } | null {
  const word = compact(source, cell).replace(/[:*★【】]/g, '')
  return (
    labelOfWord(word) ??
    labelOfWord(word.replace(/\([^)]*\)/g, '')) ??
    labelOfWord(word.replace(/^[\d一二三四五六七八九十]+[、.]/, ''))
  )
}

function exact(word: string): { field: LabelField; word: string } | null {
  const hit = wordsAt(word, 0).find((one) => one.end === word.length)
  return hit ? { field: hit.field, word: hit.word } : null
}

function labelOfWord(
  word: string,
): { field: LabelField; level: PlanLevel | null; word: string } | null {
  if (word.length > 24) return null
  const plain = exact(word)
  if (plain) return { ...plain, level: null }
  const prefix = levelPrefix.exec(word)
  if (prefix) {
    const rest = exact(word.slice(prefix[0].length))
    if (rest) return atLevel(rest, levelOf(prefix[0]))
  }
  for (const lead of plainPrefixes) {
    const rest = word.startsWith(lead) ? exact(word.slice(lead.length)) : null
    if (rest) return { ...rest, level: null }
  }
  return null
}

/** 省序号, 市方案编号: a number of the plan above. */
function atLevel<T extends { field: LabelField }>(
  hit: T,
  level: PlanLevel | null,
): T & { level: PlanLevel | null } {
  const field = hit.field === 'number' && level !== null ? 'upperNumber' : hit.field
  return { ...hit, field, level }
}

interface Separator {
  end: number
  strong: boolean
}

const tail = /[^\S\n]*(\([^()\n]{1,14}\))?[】\]*]*/y
const numberTail = /[^\S\n]*(\d{1,3}|[一二三四五六七八九十]{1,3})(?=\s*[:])/y

/** What parts a label from its text: a colon, the end of the line, a cell border, or blanks. */
function separatorAt(folded: string, at: number): Separator | null {
  tail.lastIndex = at
  let end = tail.exec(folded) ? tail.lastIndex : at
  const suffix = folded.slice(at, end)
  // 整改措施(一)…: the bracket is the first item, not a part of the label.
  if (/\(\s*[\d一二三四五六七八九十]+\s*\)/.test(suffix)) end = at
  let look = end
  while (isBlank(folded[look])) look += 1
  if (folded[look] === '(' && folded.slice(end, look).includes('\n')) {
    // A narrow cell puts the bracket on a line of its own: 反馈 / 问题 / (整改任务).
    const close = folded.indexOf(')', look)
    const inside = close > 0 ? folded.slice(look + 1, close) : ''
    const after = folded.slice(close + 1, close + 12)
    if (
      inside.length > 0 &&
      inside.length <= 14 &&
      !/^[\s\d一二三四五六七八九十]+$/.test(inside) &&
      /^[^\S\n]*[\n:|]/.test(after)
    ) {
      end = close + 1
      look = end
      while (isBlank(folded[look])) look += 1
    }
  }
  if (folded[look] === ':') return { end: look + 1, strong: true }
  if (look >= folded.length) return { end: look, strong: true }
  if (folded[look] === '|') return { end: look + 1, strong: true }
  const gap = folded.slice(end, look)
  if (gap.includes('\n')) return { end: look, strong: true }
  if (gap.length > 0 || end > at) return { end: look, strong: false }
  return null
}

type Found = Pick<Label, 'field' | 'level' | 'number' | 'valueStart'> & {
  strong: boolean
  word: string
  colon: boolean
}

/** The label at `at`, the longest that is followed by a separator. */
function labelAt(source: Source, at: number): Found | null {
  const { folded } = source
  const direct = pick(folded, at, null)
  if (direct) return direct
  const ahead = folded.slice(at, at + 24)
  const prefix = levelPrefix.exec(ahead)
  if (prefix) {
    const found = pick(folded, at + prefix[0].length, levelOf(prefix[0]))
    if (found) return found
  }
  for (const lead of plainPrefixes) {
    if (!ahead.startsWith(lead)) continue
    const found = pick(folded, at + lead.length, null)
    if (found) return found
  }
  return null
}

function pick(folded: string, at: number, level: PlanLevel | null): Found | null {
  for (const hit of wordsAt(folded, at).reverse()) {
    let end = hit.end
    let number: Span | null = null
    if (hit.field === 'problem' || hit.field === 'title') {
      numberTail.lastIndex = end
      const printed = numberTail.exec(folded)?.[1]
      if (printed !== undefined) {
        number = [numberTail.lastIndex - printed.length, numberTail.lastIndex]
        end = numberTail.lastIndex
      }
    }
    const separator = separatorAt(folded, end)
    if (!separator) continue
    const colon = folded[separator.end - 1] === ':'
    const { field } = atLevel({ field: hit.field }, level)
    return {
      field,
      level,
      number,
      valueStart: separator.end,
      strong: separator.strong,
      word: hit.word,
      colon,
    }
  }
  return null
}

const bullet = /[•·●◆■▪★※*#\-\s【[]*/y

/** Where a label may begin: at a line, behind a border, or behind the end of a sentence. */
function* candidates({ folded }: Source): Generator<{ at: number; lineStart: boolean }> {
  const boundary = /(^|[\n|])[^\S\n]*|[。;；!)」”】\]][^\S\n]*|[^\S\n]+/g
  let found: RegExpExecArray | null
  while ((found = boundary.exec(folded))) {
    const lineStart = found[0] === '' || /[\n|]/.test(found[0])
    let at = boundary.lastIndex
    if (found[0] === '') boundary.lastIndex += 1
    if (lineStart) {
      bullet.lastIndex = at
      if (bullet.exec(folded)) at = bullet.lastIndex
    }
    yield { at, lineStart: lineStart || found.index === 0 }
  }
}

function accept(found: Found, lineStart: boolean): boolean {
  if (!lineStart)
    return (
      found.colon &&
      (found.word.length >= 4 || found.field === 'ignored' || found.word.endsWith('时限'))
    )
  if (found.colon) return true
  if (shortLabels.has(found.word)) return false
  return found.strong || found.word.length >= 4
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
    sections.push({
      field: 'ignored',
      level: null,
      number: null,
      valueStart: end,
      start,
      ordinal,
      bracketed: false,
      lineStart: true,
    })
  }
  return sections
}

/** All labels of a text in order, those inside round brackets marked. Linear in the text. */
export function scanLabels(source: Source): Label[] {
  const labels: Label[] = []
  let busyUntil = -1
  for (const { at, lineStart } of candidates(source)) {
    if (at < busyUntil || at >= source.folded.length) continue
    const ordinal = readOrdinal(source.folded, at)
    let from = at
    let found = labelAt(source, at)
    if (!found && ordinal) {
      from = ordinal.end
      while (source.folded[from] === ' ') from += 1
      found = labelAt(source, from)
    }
    if (!found || !accept(found, lineStart)) continue
    const { field, level, number, valueStart } = found
    labels.push({
      field,
      level,
      number,
      valueStart,
      start: at,
      ordinal: from === at ? null : ordinal,
      bracketed: source.bracketed[from] === 1,
      lineStart,
    })
    busyUntil = Math.max(from + 1, valueStart)
  }
  const sections = numberedSections(source, labels)
  return sections.length === 0 ? labels : [...labels, ...sections].sort((a, b) => a.start - b.start)
}
