import { faultAt, type DraftTask } from './draft'
import { splitItems } from './items'
import type { PlanLevel } from './label-words'
import { findMentions, numberKey, parentOf, readNumber, type NumberMention } from './numbers'
import type { RawRecord } from './raw-record'
import { slice, trimSpan, type Source } from './source'
import type { Span } from './types'

const ranks: Record<PlanLevel, number> = { county: 1, city: 2, province: 3, central: 4, upper: 5 }
export const rank = (level: PlanLevel | null): number => (level === null ? 0 : ranks[level])

export interface Numbers {
  number: Span | null
  upper: Span | null
  draftFaults: DraftTask['faults']
  unsure: DraftTask['unsure']
  found: boolean
  /** 第二十七项第(二)点: 二十七. */
  parent: Span | null
}

export function labelledNumbers(source: Source, raw: RawRecord): Numbers {
  const result: Numbers = {
    number: null,
    upper: null,
    draftFaults: [],
    unsure: [],
    found: false,
    parent: null,
  }
  for (const text of raw.fields) {
    if (text.field !== 'number' && text.field !== 'upperNumber') continue
    const read = readNumber(source, text.span)
    result.upper ??= read.upper
    if (text.field === 'upperNumber') {
      result.upper ??= read.number
      continue
    }
    if (!result.number) result.parent = read.parent
    result.number ??= read.number
    if (read.number) result.found = true
    if (read.runTogether && !result.number) addRunTogether(result, read.runTogether)
    if (read.several && !result.number) addSeveral(result, read.several)
  }
  return result
}

/** The number of the task's heading, or the one printed behind it. */
export function takeHead(source: Source, numbers: Numbers, { head }: RawRecord): void {
  if (!head) return
  const own = head.number ?? head.ordinal?.number
  if (!numbers.found && own) {
    numbers.number = own
    numbers.found = true
  }
  numbers.upper ??= head.letter ?? null
  if (head.upper && !numbers.upper)
    numbers.unsure.push({
      field: 'upperNumber',
      reason: '序号后面另有编号,可能是上级方案的编号。',
      proposed: slice(source, head.upper),
    })
}

function addRunTogether(result: Numbers, { span, parts }: { span: Span; parts: string[] }): void {
  result.unsure.push({ field: 'number', reason: '几个编号连在一起。', proposed: parts.join('、') })
  result.draftFaults.push(faultAt('IMPORT.NUMBERS_RUN_TOGETHER', span))
  result.found = true
}

/** One notice for several tasks: a person parts them. */
function addSeveral(result: Numbers, numbers: string[]): void {
  result.unsure.push({ field: 'number', reason: '写了几个编号。', proposed: numbers.join('、') })
  result.found = true
}

/** Numbers in the title and introduction; a plan's level makes one the upper plan's number. */
export function takeMentions(
  source: Source,
  numbers: Numbers,
  mentions: NumberMention[],
  lone: boolean,
): void {
  for (const mention of mentions) {
    const read = readNumber(source, mention.span)
    if (read.runTogether) {
      if (!numbers.found && mention.level === null) addRunTogether(numbers, read.runTogether)
      continue
    }
    if (mention.level !== null) continue
    if (mention.several) {
      if (!numbers.found && lone) addSeveral(numbers, mention.several)
    } else if (!numbers.number && !numbers.found && lone) {
      numbers.number = mention.span
      numbers.parent = mention.parent
      numbers.found = true
    } else if (lone && numbers.number && !sameNumber(source, numbers, mention)) {
      numbers.draftFaults.push(faultAt('IMPORT.NUMBER_DIFFERS', mention.span))
    }
  }
  const above = mentions
    .filter((mention) => mention.level !== null && !tellsOwnAgain(source, numbers, mention))
    .sort((a, b) => rank(a.level) - rank(b.level))
  const free = !numbers.number && !numbers.found
  const own = above.find(
    (mention) =>
      free &&
      mention.level === 'city' &&
      (above.length === 1 || above.some((other) => rank(other.level) > 2)),
  )
  if (own && !numbers.number && !numbers.found && lone) numbers.number = own.span
  const upper = above.find((mention) => mention !== own)
  if (!upper) return
  // The annex comes after the title: where both name the upper plan, the annex's number counts.
  const named = above.filter((mention) => mention.level === upper.level)
  const last = named[named.length - 1] ?? upper
  numbers.upper ??= last.span
  for (const mention of named) {
    if (!sameNumber(source, numbers, mention))
      numbers.draftFaults.push(faultAt('IMPORT.NUMBER_DIFFERS', mention.span))
  }
}

/** 《某市…整改方案》第二十六项 of the city's own notice (第二十六项): the list's own number again. */
const tellsOwnAgain = (
  source: Source,
  { number }: Numbers,
  { level, key }: NumberMention,
): boolean => level === 'city' && number !== null && numberKey(slice(source, number)) === key

/** The number that an annex names differs from the task's: one of them is misprinted. */
export function checkAnnex(source: Source, numbers: Numbers, annex: Span): void {
  for (const mention of findMentions(source, annex, false))
    if ((numbers.number || numbers.upper) && !sameNumber(source, numbers, mention))
      numbers.draftFaults.push(faultAt('IMPORT.NUMBER_DIFFERS', mention.span))
}

/** The mention repeats the list's own number or the upper plan's. */
function sameNumber(source: Source, numbers: Numbers, mention: NumberMention): boolean {
  return [numbers.number, numbers.upper].some(
    (span) => span !== null && numberKey(slice(source, span)) === mention.key,
  )
}

/** “…”: a text that stands wholly between quotation marks. */
export function unquoted(source: Source, span: Span): Span {
  const words = slice(source, span).replace(/[。;]$/, '')
  return /^[“"][^“”"]*[”"]$/.test(words)
    ? trimSpan(source, [span[0] + 1, span[0] + words.length - 1])
    : span
}

const numbered =
  /^(?:(?:问题|任务|整改|清单)?(?:序\s*号|编\s*号)\s*:?\s*)?(?:第\s*)?(\d{1,3}|[一二三四五六七八九十百零]{1,5})\s*(?:(?:项|条|个问题)(?:第?\s*\(?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*\)?\s*(?:点|小项|款))?)?\s*[、,:.]\s*(?!\d)|^[(第]\s*(\d{1,3}|[一二三四五六七八九十百零]{1,5})\s*\)\s*[、,:.]?/

/** 第三轮省级督察第六项整改任务:…: the list that the number counts in stands before it. */
const countedIn =
  /^[^。;:,“”《》]{0,30}第\s*(\d{1,3}|[一二三四五六七八九十百零]{1,5})\s*[项号条](?:整改|反馈)?(?:任务|问题|事项)?\s*:\s*(?=\S)/

/** 三十六、…, (十八)…, 序号12:…: a problem that begins with its number in the list. */
export function withoutNumber(source: Source, span: Span, numbers: Numbers): Span {
  const opening = slice(source, [span[0], Math.min(span[1], span[0] + 40)])
  const found = numbered.exec(opening) ?? countedIn.exec(opening)
  const words = found?.[1] ?? found?.[3]
  if (!found || words === undefined) return span
  const at = (part: string, from: number): Span => {
    const start = span[0] + found[0].indexOf(part, from)
    return [start, start + part.length]
  }
  const first = at(words, 0)
  const point = found[2] === undefined ? null : at(found[2], first[1] - span[0])
  const number = point ?? first
  // 1.…2.… is an enumeration of points, not the number of the task.
  const items = splitItems(source, span)
  if (items.length > 1 && items[0]?.ordinal?.value === 1) return span
  const rest = trimSpan(source, [span[0] + found[0].length, span[1]])
  if (!numbers.number && !numbers.found) {
    numbers.number = number
    numbers.parent = point ? first : null
    numbers.found = true
    return rest
  }
  const same =
    numbers.number !== null &&
    numberKey(slice(source, numbers.number)) === numberKey(slice(source, number))
  return same ? rest : span
}

export function parentNumber(
  source: Source,
  raw: RawRecord,
  { number, parent: printed }: Numbers,
): Span | null {
  if (number) {
    const parent = parentOf(source, number)
    if (parent) return parent
    if (printed) return printed
  }
  return raw.parent ? raw.parent.number : null
}
