import { type PlanLevel, atLevel, levelOf, wordsAt } from './label-words'
import type { Label } from './label'
import { composedWords, joinsTwo } from './composed-words'
import { levelPrefix, plainPrefixes } from './lexicon'
import { type Source, isBlank } from './source'
import type { Span } from './types'

interface Separator {
  end: number
  strong: boolean
  /** A full stop: only behind a numbered label, (一)整改目标。 */
  stop?: boolean
  /** A bracket is closed in front of the text: 【整改目标】. */
  boxed?: boolean
}

/** 具体问题(2项): a count of tasks makes a heading of it, not a label. */
const counted = /\(\s*(?:共|计)?\s*[\d一二三四五六七八九十]{1,3}\s*(?:个|项|条|件|类)[^()]*\)$/

const tail = /[^\S\n]*(\([^()\n]{1,14}\))?[】〗」』\]*]*/y

const numberTail =
  /[^\S\n]*(?:第\s*)?(\d{1,3}|[一二三四五六七八九十百零]{1,5})(?:\s*[项号条](?=\s*:))?(?=\s*[:】〗」』\]])/y

/** What parts a label from its text: a colon, the end of the line, a cell border, or blanks. */
function separatorAt(folded: string, at: number): Separator | null {
  tail.lastIndex = at
  let end = tail.exec(folded) ? tail.lastIndex : at
  const suffix = folded.slice(at, end)
  if (counted.test(suffix)) return null
  // 整改措施(一)…: the bracket is the first item, not a part of the label.
  if (/\(\s*[\d一二三四五六七八九十]+\s*\)|序号|编号|第.+项/.test(suffix)) end = at
  let look = end
  while (isBlank(folded[look])) look += 1
  if (/[】〗」』\]]/.test(folded.slice(at, end)) && folded[look] !== ':')
    return { end: look, strong: true, boxed: true }
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
  // 四、整改成效; at the end of its line is a misprinted colon.
  if (folded[look] === '。' || (folded[look] === ';' && /^;\s*\n/.test(folded.slice(look))))
    return { end: look + 1, strong: true, stop: true }
  if (look >= folded.length) return { end: look, strong: true }
  if (folded[look] === '|') return { end: look + 1, strong: true }
  const gap = folded.slice(end, look)
  if (gap.includes('\n')) return { end: look, strong: true }
  if (gap.length > 0 || end > at) return { end: look, strong: false }
  return null
}

export type Found = Pick<Label, 'field' | 'level' | 'number' | 'valueStart' | 'item' | 'joined'> & {
  strong: boolean
  word: string
  colon: boolean
  stop: boolean
  boxed: boolean
}

/**
 * The label at `at`, the longest that is followed by a separator.
 * @param composed also labels with words before or behind that the lexicon does not hold
 */
export function labelAt(source: Source, at: number, composed: boolean): Found | null {
  const { folded } = source
  const direct = pick(folded, at, null)
  // 牵头(责任)单位: the whole words name the field, not 牵头 alone.
  if (direct) return (composed && !direct.strong ? composedAt(folded, at) : null) ?? direct
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
  return composed ? composedAt(folded, at) : null
}

/** 第二轮省督察反馈问题: a label of the lexicon among words that change nothing. */
function composedAt(folded: string, at: number): Found | null {
  const words = composedWords(folded, at)
  const separator = words && separatorAt(folded, words.end)
  if (!words || !separator?.strong || separator.stop) return null
  const { field, joined, word } = words
  return {
    field,
    joined,
    word,
    level: null,
    number: null,
    item: false,
    valueStart: separator.end,
    strong: true,
    colon: folded[separator.end - 1] === ':',
    stop: false,
    boxed: separator.boxed === true,
  }
}

function pick(folded: string, at: number, level: PlanLevel | null): Found | null {
  for (const hit of wordsAt(folded, at).reverse()) {
    let end = hit.end
    let number: Span | null = null
    let item = false
    if (hit.field === 'problem' || hit.field === 'title' || hit.field === 'measures') {
      numberTail.lastIndex = end
      const printed = numberTail.exec(folded)?.[1]
      if (printed !== undefined) {
        item = hit.field === 'measures'
        const from = folded.lastIndexOf(printed, numberTail.lastIndex)
        if (!item) number = [from, from + printed.length]
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
      item,
      valueStart: separator.end,
      strong: separator.strong,
      word: hit.word,
      colon,
      stop: separator.stop === true,
      boxed: separator.boxed === true,
      joined: joinsTwo(hit.word),
    }
  }
  return null
}
