import { levelOf, type PlanLevel } from './label-words'
import { readNumeral } from './numerals'
import { isEmptySpan, slice, trimSpan, type Source } from './source'
import type { Span } from './types'

export interface NumberMention {
  span: Span
  /** The plan it counts in; null for the list itself. */
  level: PlanLevel | null
  /** To compare 二十七 with 27. */
  key: string
}

const chinese = '[一二三四五六七八九十百零]{1,6}(?:\\([一二三四五六七八九十]{1,3}\\))?'
const arabic = '[A-Za-z]{0,6}-?\\d[\\dA-Za-z]*(?:[-.]\\d+)*'
const printed = `(${arabic}|${chinese})`
const mention = new RegExp(
  `第\\s*${printed}\\s*(?:项|号问题|号任务|条)|(?:问题|任务|整改|清单)?\\s*(?:序\\s*号|编\\s*号)\\s*[:为]?\\s*第?\\s*${printed}\\s*项?`,
  'g',
)
const levelBefore =
  /(国家|中央|省|自治区|市|州|县|区)级?(?:相关)?(?:整改方案|整改任务清单|整改任务|整改清单|责任清单|措施清单|方案|清单|任务)(?:的|中|中的)?[(\s]*$/
/** (省第27项), (市序号9): the level alone, with no place name before it. */
const bareLevelBefore = /(?:^|[^\u4e00-\u9fff]|对应|即)(国家|中央|省|自治区|市|州|县|区)级?[(\s]*$/
/** 《广东省贯彻落实…整改方案》: the plan that the rest of the paragraph cites. */
const citedPlan = /《[^》]{0,12}?(省|自治区|市|州|县|区)[^》]{0,80}(?:方案|清单)》/

export const numberKey = (words: string): string => String(readNumeral(words) ?? words)

/**
 * Numbers printed in running text: 第十二项, (序号43), 编号:第二十七项.
 * @param citing whether a plan cited earlier in the paragraph owns the number
 */
export function findMentions(source: Source, range: Span, citing: boolean): NumberMention[] {
  const text = slice(source, range)
  return [...text.matchAll(mention)].map((found) => {
    const words = found[1] ?? found[2] ?? ''
    const start = range[0] + found.index + found[0].lastIndexOf(words)
    const before = text.slice(Math.max(0, found.index - 30), found.index)
    const near = levelBefore.exec(before) ?? bareLevelBefore.exec(before)
    const paragraph = text.slice(
      Math.max(0, text.lastIndexOf('\n', found.index), found.index - 600),
      found.index,
    )
    const cited = citing ? citedPlan.exec(paragraph) : null
    const plan = near ? levelOf(near[1] ?? '') : cited ? levelOf(cited[1] ?? '') : null
    // A county keeps no plan below it: its number is the list's own.
    const level = plan === 'county' ? null : plan
    return { span: [start, start + words.length], level, key: numberKey(words) }
  })
}

export interface ReadNumber {
  number: Span | null
  upper: Span | null
  /** Several numbers printed as one: the digits and how they part. */
  runTogether: { span: Span; parts: string[] } | null
}

/** 20252792025280 → 2025279, 2025280: equal pieces that begin with the same year. */
function partsOf(digits: string): string[] | null {
  if (!/^20\d{8,}$/.test(digits)) return null
  for (const pieces of [2, 3, 4]) {
    const size = digits.length / pieces
    if (!Number.isInteger(size) || size < 5) continue
    const parts = Array.from({ length: pieces }, (_, index) =>
      digits.slice(index * size, (index + 1) * size),
    )
    const year = digits.slice(0, 4)
    if (parts.every((part) => part.startsWith(year)) && new Set(parts).size === pieces) return parts
  }
  return null
}

const main = new RegExp(
  `^(?:问题|任务|整改|清单)*\\s*(?:序\\s*号|编\\s*号|No\\.?)?\\s*[:]?\\s*[(第]?\\s*${printed}\\s*(?:项|号|条)?\\s*[)、.]?`,
)
const upperIn = new RegExp(
  `(国家|中央|省|自治区|市|州|县|区|上级)级?[^\\d一二三四五六七八九十()]{0,12}?第?\\s*${printed}`,
)

/** Reads a number's own cell or label: 12, 第二十七项, 序号8(市序号9). */
export function readNumber(source: Source, printedSpan: Span): ReadNumber {
  const span = trimSpan(source, printedSpan, '。;,|')
  const none: ReadNumber = { number: null, upper: null, runTogether: null }
  if (isEmptySpan(span)) return none
  const text = slice(source, span)
  const upperFound = upperIn.exec(text)
  const at = (words: string, index: number): Span => {
    const start = span[0] + text.indexOf(words, index)
    return [start, start + words.length]
  }
  const upper = upperFound ? at(upperFound[2] ?? '', upperFound.index) : null
  const found = main.exec(text)
  const words = found?.[1]
  if (words === undefined || (upper && upperFound?.index === 0)) return { ...none, upper }
  const number = at(words, 0)
  const parts = partsOf(words)
  if (parts) return { number: null, upper, runTogether: { span: number, parts } }
  return { number, upper, runTogether: null }
}

/** 12-1 and 二十七(二) belong to 12 and 二十七. */
export function parentOf(source: Source, number: Span): Span | null {
  const found = /^(.+?)(?:[-.]\d+|\([^)]*\))$/.exec(slice(source, number))
  return found?.[1] ? [number[0], number[0] + found[1].length] : null
}
