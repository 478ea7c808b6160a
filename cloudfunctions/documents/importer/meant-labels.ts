import { endsLikeBody } from './body-names'
import { mayBeDeadline, setsLimit } from './done-days'
import type { Label } from './label'
import type { LabelField } from './label-field'
import { fieldOfWord } from './label-words'
import { shortLabels } from './lexicon'
import { core, perMeasure, taskField } from './measure-labels'
import { meantBy } from './meaning'
import { boxedNames, nameMark } from './name-marks'
import { readOrdinal } from './numerals'
import { firstWhere } from './search-sorted'
import { type Source, slice, trimSpan } from './source'

/** A word in the place of a label that the lexicon does not hold there. */
interface Word {
  field: LabelField
  word: string
  start: number
  valueStart: number
  lineStart: boolean
  ordinal: Label['ordinal']
}

const asLabel = (source: Source, { field, word, start, valueStart, ...more }: Word): Label => ({
  ...{ field, word, start, valueStart, ordinal: more.ordinal, lineStart: more.lineStart },
  level: null,
  number: null,
  // (2)整改要求: its number's bracket is none around it.
  bracketed: source.bracketed[more.ordinal?.end ?? start] === 1,
  item: false,
  joined: false,
})

const known = (words: string): LabelField | null => fieldOfWord(words) ?? meantBy(words)

const mark = /^(?:[•·●◆■▪▲△▼◇□◎►▶➤➢→⇒▸✓✔√★☆※◦»>*#-]|[^\S\n])+/
/** The bracket explains the name; 问题(一): counts. */
const beforeMark = (printed: string): RegExp =>
  new RegExp(
    `^([\\u4e00-\\u9fff]{2,10})(?:\\((?![\\d一二三四五六七八九十]+\\))[^()\\n]{1,8}\\))?${printed}`,
  )

/** 【承办】石桥村村委会: the bracket parts the name from its text. */
const boxed = /^[【〖「『[]\s*([\u4e00-\u9fff]{2,10})\s*[】〗」』\]]\s*:?/

/** A value that a field of names or days may hold. */
function fits(source: Source, { field, word, valueStart }: Word, next: number): boolean {
  const from = readOrdinal(source.folded, valueStart)?.end ?? valueStart
  const stop = source.folded.indexOf('\n', from)
  const words = slice(source, [from, Math.min(next, stop < 0 ? next : stop)]).trim()
  // 办结日:2022年5月20日 may be the day on which it was done.
  if (field === 'deadline' && mayBeDeadline(word)) return setsLimit(words)
  if (field === 'deadline')
    return /\d|[一二三四五六七八九十]月|立行|立即|长期|持续|常态|即/.test(words)
  const name = /^[^、,;。:(\s]*/.exec(words)?.[0] ?? ''
  return !perMeasure.has(field) || endsLikeBody(name.replace(/(?:牵头|负责|落实|配合)+$/, ''))
}

const behindMark = ({ folded }: Source, from: number, to: number): number =>
  from + (mark.exec(folded.slice(from, Math.min(to, from + 8)))?.[0].length ?? 0)

/** 处置措施:, →承办:, 一、整改主体: at the beginning of a line. */
function atLines(source: Source, taken: ReadonlySet<number>, before: RegExp): Word[] {
  return source.lines.flatMap(([from, to]): Word[] => {
    const start = from
    const words = behindMark(source, from, to)
    const ordinal = readOrdinal(source.folded, words)
    const at = ordinal ? behindMark(source, ordinal.end, to) : words
    const line = source.folded.slice(at, Math.min(to, at + 24))
    const found = before.exec(line) ?? boxed.exec(line)
    const word = found?.[1]
    const field = word === undefined ? null : meantBy(word)
    if (!found || word === undefined || !field) return []
    if (taken.has(start) || taken.has(words) || taken.has(at)) return []
    // 1.明确责任主体:… is an item; 1.现场问题:… may head a task.
    if (ordinal && ordinal.style !== 'chinese' && field !== 'problem') return []
    if (fieldOfWord(word) === 'ignored') return []
    return [{ field, word, start, valueStart: at + found[0].length, lineStart: true, ordinal }]
  })
}

const counts = /^(?:任务|问题|事项|项目)\s*:\s*第?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[项号条]?$/

/** 任务:一, 任务:二 on lines of their own: a number under a word that names none. */
function numberLines(source: Source): Word[] {
  const lines = source.lines.filter((line) => counts.test(slice(source, line)))
  return lines.length < ofMany
    ? []
    : lines.map(([start]): Word => {
        const colon = source.folded.indexOf(':', start)
        const word = source.folded.slice(start, colon).trim()
        return {
          field: 'number',
          word,
          start,
          valueStart: colon + 1,
          lineStart: true,
          ordinal: null,
        }
      })
}

/** 1 on a line of its own above each task's first name, counting on: what a sheet's column became. */
function bareNumbers(source: Source, labels: readonly Label[]): Word[] {
  const starts = new Set(labels.filter(taskField).map(({ start }) => start))
  const lines = source.lines.filter(
    (line, at) =>
      /^\d{1,3}$/.test(slice(source, line)) && starts.has(source.lines[at + 1]?.[0] ?? -1),
  )
  const count = lines.every((line, at) => slice(source, line) === String(at + 1))
  return lines.length < ofMany || !count
    ? []
    : lines.map(([start]): Word => {
        const own = { field: 'number' as const, word: '序号', start, valueStart: start }
        return { ...own, lineStart: true, ordinal: null }
      })
}

const inside = /(?:(?<=[。;,!\s(])|-{1,2}[^\S\n]*)([\u4e00-\u9fff]{2,6}):/g
/** Fields that a line has to name in short words, alone or beside another such line. */
const ofOne = 3
const ofMany = 2

/** …不达标。目标:…。措施:…。责任:…。: the short words of a line that names several fields. */
function insideLines(source: Source, labels: readonly Label[]): Word[] {
  const alone = !labels.some(({ field }) => core.has(field))
  const lines = source.lines.map((line) => {
    const [from, to] = line
    const own = labels.slice(
      firstWhere(labels, ({ start }) => start >= from),
      firstWhere(labels, ({ start }) => start >= to),
    )
    const taken = new Set(own.map(({ valueStart }) => valueStart))
    const words = [...slice(source, line).matchAll(inside)].flatMap((found): Word[] => {
      const [printed, word = ''] = found
      const start = from + found.index
      const field = known(word)
      const valueStart = start + printed.length
      return !field || taken.has(valueStart)
        ? []
        : [{ field, word, start, valueStart, lineStart: false, ordinal: null }]
    })
    const fields = new Set([...words, ...own.filter(taskField)].map(({ field }) => field))
    fields.delete('ignored')
    // Names and days alone are a measure's: 1.截污(责任:市水务局;时限:立行立改)。
    const tells =
      words.some(({ field }) => core.has(field)) ||
      (own.some(({ field }) => core.has(field)) &&
        own.some(({ field }) => perMeasure.has(field)) &&
        [...words, ...own].every(({ start }) => source.bracketed[start] !== 1))
    // 1.排水沟堵塞--责任:某村--期限:4月10日前
    const inBrackets = words.every(
      ({ start }) => source.bracketed[start] === 1 || source.folded[start] === '-',
    )
    return { words, fields: tells || (alone && words.length > 0 && inBrackets) ? fields.size : 0 }
  })
  const several = lines.filter(({ fields }) => fields >= ofMany)
  const fewest = several.length > 1 ? ofMany : ofOne
  return several.flatMap(({ words, fields }) => (fields >= fewest ? words : []))
}

/** 【问题】…【要求】…【单位】…: names in brackets where known ones stand so. */
const inBoxes = (source: Source, labels: readonly Label[]): Word[] =>
  boxedNames(source, labels).flatMap(({ word, start, valueStart }): Word[] => {
    const field = known(word)
    const lineStart = start === 0 || source.folded[start - 1] === '\n'
    return field ? [{ field, word, start, valueStart, lineStart, ordinal: null }] : []
  })

const longestLine = 10
/** Lines that are nothing but the name of a field, before they are taken for names. */
const fewestLines = 3

/** 问题 / 整改要求 / 做法 / 结果: names on lines of their own, without a colon. */
function wholeLines(source: Source, labels: readonly Label[]): Word[] {
  const bare = labels.filter(
    (label) => taskField(label) && label.lineStart && source.folded[label.valueStart - 1] !== ':',
  )
  const lines = source.lines.flatMap(([from, to], index): Word[] => {
    const ordinal = readOrdinal(source.folded, from)
    const word = slice(source, trimSpan(source, [ordinal ? ordinal.end : from, to]))
    const next = source.lines[index + 1]?.[0]
    if (next === undefined || word.length < 2 || word.length > longestLine) return []
    // 责任清单 without a number is what the paper is called; 问题二、管网空白问题 heads a task.
    const isList = word.endsWith('清单')
    if (isList ? !ordinal : ordinal && !shortLabels.has(word)) return []
    const own = labels[firstWhere(labels, ({ start }) => start > from) - 1]
    const field = shortLabels.has(word) || !fieldOfWord(word) ? known(word) : null
    if (!field || field === 'ignored' || (own && own.valueStart > from)) return []
    return [{ field, word, start: from, valueStart: next, lineStart: true, ordinal }]
  })
  const fields = new Set([...bare, ...lines].map(({ field }) => field))
  return fields.size < fewestLines ? [] : lines
}

/**
 * Labels by what their words are about: 处置措施:, 承办:, →办结情况:. They count where the lexicon names
 * no such field in the whole text, where their value is of the field's kind, and where the text
 * names another field beside them: a sentence with a colon is no label.
 */
export function meantLabels(source: Source, labels: readonly Label[]): Label[] {
  const fields = new Set(labels.filter(taskField).map(({ field }) => field))
  const starts = new Set(labels.map(({ start }) => start))
  const free = (word: Word): boolean => word.field === 'ignored' || !fields.has(word.field)
  const numbers = fields.has('number')
    ? []
    : [...numberLines(source), ...bareNumbers(source, labels)]
  const lines = [
    ...numbers,
    ...atLines(source, starts, beforeMark(nameMark(source, labels))).filter(free),
  ]
  const inside = new Set(lines.map(({ valueStart }) => valueStart))
  const boxes = inBoxes(source, labels).filter((word) => free(word) && !inside.has(word.valueStart))
  const short = [...insideLines(source, labels), ...wholeLines(source, labels), ...boxes]
  const at = new Set(short.map(({ start }) => start))
  const words = [...short, ...lines.filter(({ start }) => !at.has(start))].sort(
    (a, b) => a.start - b.start,
  )
  const fitting = words.filter((word, index) =>
    fits(source, word, words[index + 1]?.start ?? source.folded.length),
  )
  for (const { field } of fitting) if (field !== 'ignored') fields.add(field)
  return fields.size < ofMany ? [] : fitting.map((word) => asLabel(source, word))
}
