import { isBodyName } from './body-names'
import { composedWords } from './composed-words'
import type { Label } from './label'
import { wordsAt } from './label-words'
import { perMeasure } from './measure-labels'
import { readOrdinal } from './numerals'
import { type Source, slice } from './source'
import type { Span } from './types'

const unknown: Omit<Label, 'field' | 'word' | 'start' | 'valueStart'> = {
  ordinal: null,
  level: null,
  number: null,
  bracketed: false,
  item: false,
  joined: false,
  lineStart: false,
}

/** Fewer lines of one form are no form. */
const fewestLines = 2
const shortestWord = 4

/** …警示标志。责任单位某局,配合单位某区政府: a unit's label behind a clause, grown together with the name. */
function grownUnits(source: Source, [from, to]: Span): Label[] {
  const { folded } = source
  return [...folded.slice(from, to).matchAll(/[。;,]\s*/g)].flatMap(
    ({ 0: mark, index }): Label[] => {
      const start = from + index + mark.length
      const hit = wordsAt(folded, start)
        .filter(({ word, field }) => word.length >= shortestWord && perMeasure.has(field))
        .at(-1)
      const valueStart =
        hit && hit.end + (/^[为是]/.test(folded.slice(hit.end, hit.end + 1)) ? 1 : 0)
      // 责任单位不明确 is what is wrong.
      const name =
        valueStart && /^[\u4e00-\u9fff][^、,;。:|\n]{1,30}/.exec(folded.slice(valueStart))?.[0]
      if (!hit || !valueStart || hit.field === 'deadline' || !name || !isBodyName(name)) return []
      return [{ ...unknown, field: hit.field, word: hit.word, start, valueStart }]
    },
  )
}

/** 该项整改由某局牵头,某县政府落实,于2024年11月底前完成。: who and until when, told of the whole task. */
const ofTask =
  /(?<=[。;\n])\s*((?:该|本|此|上述|以上)(?:项|类)?(?:整改|问题|任务|工作|措施|事项){0,3})由(?=[^。;:\n]{2,80}(?:牵头|负责|落实|实施))([^。;\n]*)/g
const ofTaskLimit =
  /[,、](?:并|须|应)?[于在]?(20\d{2}年[^,;。]{0,12}(?:完成|前|[底末])[^,;。]{0,8})$/

function toldOfTask({ folded }: Source): Label[] {
  return [...folded.matchAll(ofTask)].flatMap((found): Label[] => {
    const [printed, word = '', told = ''] = found
    const start = found.index + printed.indexOf(word)
    const valueStart = found.index + printed.length - told.length
    const units: Label = { ...unknown, field: 'responsible', word, start, valueStart }
    const limit = ofTaskLimit.exec(told)
    if (!limit) return [units]
    const [before, words = ''] = limit
    const end = found.index + printed.length
    const day = { start: end - before.length, valueStart: end - words.length }
    return [units, { ...unknown, field: 'deadline', word: words, ...day }]
  })
}

/** …,2005年底完成。 at the end of a line. */
const limit =
  /[,;]\s*((?:于|在|到)?20\d{2}年[^,;。]{0,12}(?:完成|之?前|以前|[底末])[^,;。]{0,8})[。;]?$/

const opens = /(?:^|[。;,:\n])\s*(?:其?(?:具体|主要)?)?(?=[\u4e00-\u9fff])/g
/** Fields that sentences have to name in this way, before it is one. */
const fewestFields = 3

/** 整改目标为…,整改时限为2021年底,责任单位为某局。: names of fields told with 为. */
function toldWithIs(source: Source, labels: readonly Label[]): Label[] {
  const { folded } = source
  const found = [...folded.matchAll(opens)].flatMap(({ index, 0: mark }): Label[] => {
    const start = index + mark.length
    const hit = wordsAt(folded, start)
      .filter(({ word }) => word.length >= shortestWord || word === '问题')
      .at(-1)
    const is =
      hit && /^(?:分别)?[为是](?!否|了|何)\s*:?\s*/.exec(folded.slice(hit.end, hit.end + 8))
    if (!hit || !is || hit.field === 'ignored' || hit.field === 'notice') return []
    const valueStart = hit.end + is[0].length
    return [{ ...unknown, field: hit.field, word: hit.word, start, valueStart }]
  })
  const named = new Set(labels.map(({ field }) => field))
  const free = found.filter(({ field }) => !named.has(field))
  return new Set(free.map(({ field }) => field)).size < fewestFields ? [] : free
}

const countedName = /(?<=^|[。;”\s])[一二三四五六七八九十]{1,2}、(?=[\u4e00-\u9fff])/g

/** …。 二、整改目标 实施治理。 三、整改措施 (一)…: counted names of fields in a text that lost its breaks. */
function countedInside(source: Source, labels: readonly Label[]): Label[] {
  const starts = new Set(labels.map(({ start }) => start))
  const found = source.lines.flatMap(([from, to]): Label[] =>
    [...slice(source, [from, to]).matchAll(countedName)].flatMap((mark): Label[] => {
      const start = from + mark.index
      const ordinal = readOrdinal(source.folded, start)
      const name =
        ordinal && /^[\u4e00-\u9fff]{4,24}(?=[^\S\n]+\S)/.exec(source.folded.slice(ordinal.end, to))
      const hit = name ? composedWords(name[0], 0) : null
      if (!name || !hit || starts.has(start)) return []
      const valueStart = ordinal.end + name[0].length
      return [{ ...unknown, field: hit.field, word: hit.word, ordinal, start, valueStart }]
    }),
  )
  return new Set(found.map(({ field }) => field)).size < fewestLines ? [] : found
}

/**
 * Labels of sentences: units that lost their colons where several lines print them so, and the
 * limit that ends a line of units where the text has no label for it.
 */
export function sentenceLabels(source: Source, labels: readonly Label[]): Label[] {
  const counted = countedInside(source, labels)
  if (counted.length > 0) return counted
  const whole = labels.some(({ field }) => perMeasure.has(field)) ? [] : toldOfTask(source)
  if (whole.length > 0) return whole
  const grown = source.lines
    .map((line) => grownUnits(source, line))
    .filter((line) => line.length > 0)
  const units = grown.length < fewestLines ? [] : grown.flat()
  const named = [...labels, ...units].filter(({ field }) => perMeasure.has(field))
  const told = toldWithIs(source, [...labels, ...units])
  if (told.length > 0) return [...units, ...told]
  if (named.some(({ field }) => field === 'deadline')) return units
  const limits = source.lines.flatMap(([from, to]): Label[] => {
    const own = named.find(({ start }) => start >= from && start < to)
    const found = own && limit.exec(slice(source, [own.valueStart, to]))
    const words = found?.[1]
    if (!own || !found || words === undefined) return []
    const start = own.valueStart + found.index + found[0].indexOf(words)
    return [{ ...unknown, field: 'deadline', word: words, start, valueStart: start }]
  })
  return [...units, ...limits]
}
