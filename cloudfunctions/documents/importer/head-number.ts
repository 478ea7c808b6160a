import type { Ordinal } from './numerals'
import type { RawRecord } from './raw-record'
import { type Source, slice, trimSpan } from './source'
import type { Span } from './types'

const number = '(\\d{1,4}(?:[-.]\\d{1,3})?|[一二三四五六七八九十百零]{1,6})'

/** 编号8:…, (序号8)…, 问题编号为8,…: the task's own number behind the ordinal of its head. */
const named = new RegExp(
  `^[(【[]?\\s*(?:问题|任务|整改|清单|反馈)*(?:编\\s*号|序\\s*号)\\s*(?:为|是|:)?\\s*第?\\s*${number}\\s*(?:项|号)?\\s*[)】\\]]?\\s*[:、,.。]?\\s*`,
)
/** 第八项:… behind an ordinal is most likely the upper plan's number. */
const counted = new RegExp(
  `^[(【[]?\\s*(?:省|市|州|县|区|中央|国家)?(?:级)?(?:方案|清单|整改任务)?\\s*第\\s*${number}\\s*(?:项|条|个问题)\\s*[)】\\]]?\\s*[:、,.。]?\\s*`,
)

/** A number that opens some words, and the words behind it. */
export interface LedNumber {
  number: Span
  /** 编号 names the task's own number, 第…项 the one in the plan above. */
  own: boolean
  rest: Span
}

/** The number that opens the words of a head or a cell; null when none does, or nothing is left. */
export function leadingNumber(source: Source, span: Span): LedNumber | null {
  const text = slice(source, [span[0], Math.min(span[1], span[0] + 40)])
  const own = named.exec(text)
  const found = own ?? counted.exec(text)
  const words = found?.[1]
  if (!found || words === undefined) return null
  const start = span[0] + found[0].indexOf(words)
  const rest = trimSpan(source, [span[0] + found[0].length, span[1]])
  if (rest[0] >= rest[1]) return null
  return { number: [start, start + words.length], own: own !== null, rest }
}

/** 反馈问题第8项 as a whole head, above the labels that say what it is about. */
const wholeReference = new RegExp(
  `^[^。;,:\\d]{0,20}第\\s*${number}\\s*(?:项|条|号|个问题)(?:反馈|整改)?(?:问题|任务|事项)?[。:;,]?$`,
)
/** (一)序号5。 as a whole head: the ordinal counts its place. */
const wholeNumber = new RegExp(
  `^[(【[]?\\s*(?:问题|任务|整改|清单|反馈)*(?:编\\s*号|序\\s*号)\\s*(?:为|是|:)?\\s*第?\\s*${number}\\s*(?:项|号)?\\s*[)】\\]]?[。:;,]?$`,
)

/** 1、FJ-X-20220410-021(重点件): the case of a letter behind the ordinal. */
const letterCase =
  /^(?=[A-Z\d-]*(?:\d-?){6})([A-Z][A-Z\d-]{7,})\s*(?:\([^()\n]{1,10}\))?\s*[:、,.。]?\s*/

/** A head whose ordinal only counts its place in the notice keeps its own number beside it. */
export function withOwnNumber(source: Source, ordinal: Ordinal, span: Span): RawRecord['head'] {
  const words = slice(source, span)
  const whole = (wholeReference.exec(words) ?? wholeNumber.exec(words))?.[1]
  if (whole !== undefined) {
    const start = span[0] + words.lastIndexOf(whole)
    return { ordinal, span, number: [start, start + whole.length] }
  }
  const letter = letterCase.exec(words)
  if (letter) {
    const code: Span = [span[0], span[0] + (letter[1] ?? '').length]
    return { ordinal, span: trimSpan(source, [span[0] + letter[0].length, span[1]]), letter: code }
  }
  const led = leadingNumber(source, span)
  if (!led) return { ordinal, span }
  return led.own
    ? { ordinal, span: led.rest, number: led.number }
    : { ordinal, span: led.rest, upper: led.number }
}
