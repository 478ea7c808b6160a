import type { LabelField } from './label-field'
import { labelEntries, levelPrefix, plainPrefixes } from './lexicon'
import { type Source, compact, isBlank } from './source'
import type { Span } from './types'

export type PlanLevel = 'county' | 'city' | 'province' | 'central' | 'upper'

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
export function wordsAt(folded: string, at: number): Hit[] {
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

/** The field of a word that the lexicon holds. */
export const fieldOfWord = (word: string): LabelField | null => exact(word)?.field ?? null

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
export function atLevel<T extends { field: LabelField }>(
  hit: T,
  level: PlanLevel | null,
): T & { level: PlanLevel | null } {
  const field = hit.field === 'number' && level !== null ? 'upperNumber' : hit.field
  return { ...hit, field, level }
}
