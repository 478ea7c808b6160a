import { levelOf, type PlanLevel } from './label-words'
import { readNumeral } from '@/domain/import/numeral'
import { isEmptySpan, slice, trimSpan, type Source } from './source'
import type { Span } from './types'

export interface NumberMention {
  span: Span
  /** The plan it counts in; null for the list itself. */
  level: PlanLevel | null
  /** To compare 二十七 with 27. */
  key: string
  /** 第二十七项第(二)点: the number in front. */
  parent: Span | null
  /** 第9、14项: the numbers of several tasks in one breath. */
  several: string[] | null
}

const chinese = '[一二三四五六七八九十百零]{1,6}(?:\\([一二三四五六七八九十]{1,3}\\))?'
const arabic = '[A-Za-z]{0,6}-?\\d[\\dA-Za-z]*(?:[-.]\\d+)*'
const unit = `(?:${arabic}|${chinese})`
const printed = `(${unit})`
const kind = '(?:项|个?问题|号问题|号任务|号(?:信访|举报|交办|转办)?件|条|号)'
const joined = `(?:\\s*(?:、|,|和|及|与)\\s*(?:序号|编号)?第?\\s*${unit}\\s*(?:项|号)?)`
const mention = new RegExp(
  [
    // A law's article (《条例》第十二条) and a batch (第三批) are no numbers of tasks.
    `(?<!》\\s*)第\\s*${printed}(${joined}+)?\\s*${kind}(?:\\s*第?\\s*\\(?\\s*(${unit})\\s*\\)?\\s*(?:点|小项|小点|款|子项|小问题))?(?!\\s*(?:整改)?措施)`,
    `(?<!受理|信访|举报|案件|交办|转办|件)(?:问题|任务|整改|清单)?\\s*(?:序\\s*号|编\\s*号)\\s*[:为]?\\s*第?\\s*${printed}(${joined}+)?\\s*项?`,
    `(?<![第\\d])(?=\\d{1,3}号(?:整改)?(?:问题|任务|信访件|举报件|交办件))(\\d{1,3})`,
    `(?:问题|任务|清单)\\s*(\\d{1,3})(?=\\s*号?(?:整改|验收|销号|完成|办理|的|已))`,
    // 问题“D3600120200711033”: the case of a letter.
    `(?:问题|信访件?|举报件?|交办件?|转办件?|案件)\\s*[“"(]\\s*([A-Z]{1,4}\\d{8,})(?=\\s*[”")])`,
  ].join('|'),
  'g',
)
const levelBefore =
  /(国家|中央|省|自治区|市|州|县|区)级?(?:相关)?(?:整改方案|整改任务清单|整改任务|整改清单|责任清单|措施清单|方案|清单|任务)(?:的|中|中的)?[(\s]*$/
/** (省第27项), (市序号9): the level alone, with no place name before it. */
const bareLevelBefore = /(?:^|[^\u4e00-\u9fff]|对应|即)(国家|中央|省|自治区|市|州|县|区)级?[(\s]*$/
/** 《广东省贯彻落实…整改方案》: the plan that the rest of its sentence cites. */
const citedPlan = /《([^》]{0,12}?(省|自治区|市|州|县|区))[^》]{0,80}(?:方案|清单)》/

/** 江苏省农业农村厅 below a notice: whose own plan the notice cites. A branch is its county's. */
const isIssuer = ({ folded, lines }: Source, place: string): boolean =>
  place.length > 2 &&
  lines.some(([start, end]) =>
    /^[\u4e00-\u9fff]{2,26}[局厅委办府会室]$/.test(folded.slice(start, end))
      ? folded.startsWith(place, start) && !folded.slice(start, end).includes('分局')
      : false,
  )

/** The level of the plan that a sentence cites before a number; null when it cites none, or its own. */
function citedLevel(source: Source, sentence: string): PlanLevel | null {
  const cited = citedPlan.exec(sentence)
  if (!cited) return null
  const between = sentence.slice(cited.index + cited[0].length).replace(/“[^”]*”|\([^()]*\)/g, '')
  if (/[,。;]/.test(between) || isIssuer(source, cited[1] ?? '')) return null
  return levelOf(cited[2] ?? '')
}

export const numberKey = (words: string): string => String(readNumeral(words) ?? words)

/**
 * Numbers printed in running text: 第十二项, (序号43), 编号:第二十七项.
 * @param citing whether a plan cited earlier in the paragraph owns the number
 */
export function findMentions(source: Source, range: Span, citing: boolean): NumberMention[] {
  const text = slice(source, range)
  return [...text.matchAll(mention)].map((found) => {
    const [, item, more, point, labelled, others, counted, plain, letter] = found
    const words = item ?? labelled ?? counted ?? plain ?? letter ?? ''
    const at = (part: string, from: number): Span => {
      const start = range[0] + found.index + found[0].indexOf(part, from)
      return [start, start + part.length]
    }
    const first = at(words, 0)
    const inner = point === undefined ? null : at(point, first[1] - range[0] - found.index)
    const before = text.slice(Math.max(0, found.index - 30), found.index)
    const near = levelBefore.exec(before) ?? bareLevelBefore.exec(before)
    const paragraph = text.slice(
      Math.max(0, text.lastIndexOf('\n', found.index), found.index - 600),
      found.index,
    )
    const plan = near ? levelOf(near[1] ?? '') : citing ? citedLevel(source, paragraph) : null
    // A county keeps no plan below it: its number is the list's own. A letter's case is the inspection's.
    const level =
      letter !== undefined || isLetter(words) ? 'upper' : plan === 'county' ? null : plan
    const rest = more ?? others
    return {
      span: inner ?? first,
      level,
      key: numberKey(point ?? words),
      parent: inner ? first : null,
      several: rest === undefined ? null : [words, ...numbersIn(rest)],
    }
  })
}

/** D4JN20241031009: however it is called, the number that an inspection gave a letter. */
const isLetter = (words: string): boolean => /^[A-Z]{1,4}\d?[A-Z]{0,4}\d{8,}$/.test(words)

const numbersIn = (words: string): string[] => words.match(new RegExp(unit, 'g')) ?? []

export interface ReadNumber {
  number: Span | null
  upper: Span | null
  /** Several numbers printed as one: the digits and how they part. */
  runTogether: { span: Span; parts: string[] } | null
  /** 第9项、第14项: whole numbers of several tasks. */
  several: string[] | null
  /** 第二十七项第(二)点: the number in front. */
  parent: Span | null
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

/** 金沙-01, 水字03: a code of words and figures that fills the cell of a number. */
const coded = /^(?=.{2,16}$)[(]?[\u4e00-\u9fffA-Za-z]{1,8}[)]?[-_.·]?\d{1,4}(?:-\d{1,4})*号?$/

/** Reads a number's own cell or label: 12, 第二十七项, 序号8(市序号9). */
export function readNumber(source: Source, printedSpan: Span): ReadNumber {
  const span = trimSpan(source, printedSpan, '。;,|')
  const none: ReadNumber = {
    number: null,
    upper: null,
    runTogether: null,
    several: null,
    parent: null,
  }
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
  if (words === undefined && coded.test(text)) return { ...none, number: span }
  if (words === undefined || (upper && upperFound?.index === 0)) return { ...none, upper }
  const number = at(words, 0)
  const parts = partsOf(words)
  if (parts) return { ...none, upper, runTogether: { span: number, parts } }
  const behind = text.slice(found?.[0].length ?? 0)
  const point = pointBehind.exec(behind)?.[1]
  if (point !== undefined)
    return { ...none, number: at(point, found?.[0].length ?? 0), upper, parent: number }
  const others = othersBehind.exec((found?.[0] ?? '').slice(-1) + behind)
  if (others) return { ...none, upper, several: [words, ...numbersIn(others[0])] }
  return { ...none, number, upper }
}

const pointBehind = new RegExp(
  `^\\s*第?\\s*\\(?\\s*(${unit})\\s*\\)?\\s*(?:点|小项|小点|款|子项|小问题)`,
)
const othersBehind = new RegExp(`^.?${joined}+$`)

/** 12-1 and 二十七(二) belong to 12 and 二十七. */
export function parentOf(source: Source, number: Span): Span | null {
  const found = /^(\d{1,3}|[一二三四五六七八九十百零]+)(?:[-.]\d+|\([^)]*\))$/.exec(
    slice(source, number),
  )
  return found?.[1] ? [number[0], number[0] + found[1].length] : null
}
