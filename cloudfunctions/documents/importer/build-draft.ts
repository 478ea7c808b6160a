import { faultAt, type DraftTask } from './draft'
import { splitItems, withoutLoneOrdinal } from './items'
import type { PlanLevel } from './label-words'
import type { LabelField } from './lexicon'
import { deadlineOf, noDeadline, readMeasures, rolesOf, type DraftMeasure } from './measures'
import { findMentions, numberKey, parentOf, readNumber, type NumberMention } from './numbers'
import type { FieldText, RawRecord } from './raw-record'
import { isEmptySpan, slice, trimSpan, type Source } from './source'
import type { Span } from './types'
import { noUnits, readUnits } from './units'

export interface DocumentContext {
  assumedYear: number | null
  /** The title of the paper, only where the paper holds a single task. */
  title: Span | null
  /** Title and introduction: a lone task's number may stand there. */
  introduction: Span | null
}

const ranks: Record<PlanLevel, number> = { county: 1, city: 2, province: 3, central: 4, upper: 5 }
const rank = (level: PlanLevel | null): number => (level === null ? 0 : ranks[level])

/** The texts of one field, those of the nearest plan only: 市…中反馈问题 goes before 省…. */
function nearest(raw: RawRecord, field: LabelField): FieldText[] {
  const texts = raw.fields.filter((one) => one.field === field && !isEmptySpan(one.span))
  const best = Math.min(...texts.map((one) => rank(one.level)))
  return texts.filter((one) => rank(one.level) === best)
}

const longest = (texts: FieldText[]): FieldText | null =>
  texts.reduce<FieldText | null>(
    (best, one) => (best && length(best.span) >= length(one.span) ? best : one),
    null,
  )
const length = ([start, end]: Span): number => end - start

interface Numbers {
  number: Span | null
  upper: Span | null
  draftFaults: DraftTask['faults']
  unsure: DraftTask['unsure']
  found: boolean
  /** 第二十七项第(二)点: 二十七. */
  parent: Span | null
}

function labelledNumbers(source: Source, raw: RawRecord): Numbers {
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
function takeMentions(
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
    .filter((mention) => mention.level !== null)
    .sort((a, b) => rank(a.level) - rank(b.level))
  const free = !numbers.number && !numbers.found
  const own = above.find(
    (mention) => free && mention.level === 'city' && above.some((other) => rank(other.level) > 2),
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

/** The mention repeats the list's own number or the upper plan's. */
function sameNumber(source: Source, numbers: Numbers, mention: NumberMention): boolean {
  return [numbers.number, numbers.upper].some(
    (span) => span !== null && numberKey(slice(source, span)) === mention.key,
  )
}

/** “…”: a text that stands wholly between quotation marks. */
function unquoted(source: Source, span: Span): Span {
  const words = slice(source, span).replace(/[。;]$/, '')
  return /^[“"][^“”"]*[”"]$/.test(words)
    ? trimSpan(source, [span[0] + 1, span[0] + words.length - 1])
    : span
}

const numbered =
  /^(?:(?:问题|任务|整改|清单)?(?:序\s*号|编\s*号)\s*:?\s*)?(?:第\s*)?(\d{1,3}|[一二三四五六七八九十百零]{1,5})\s*(?:(?:项|条|个问题)(?:第?\s*\(?\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*\)?\s*(?:点|小项|款))?)?\s*[、,:.]\s*(?!\d)|^[(第]\s*(\d{1,3}|[一二三四五六七八九十百零]{1,5})\s*\)\s*[、,:.]?/

/** 三十六、…, (十八)…, 序号12:…: a problem that begins with its number in the list. */
function withoutNumber(source: Source, span: Span, numbers: Numbers): Span {
  const found = numbered.exec(slice(source, [span[0], Math.min(span[1], span[0] + 40)]))
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

/** 反馈问题第二十七项指出,“…”问题: the problem quoted in the text of another field. */
function quotedProblem(source: Source, within: Span | null): Span | null {
  if (!within) return null
  const text = slice(source, [within[0], Math.min(within[1], within[0] + 1200)])
  const opening = /^[^。“]{0,80}(?:指出|反馈|提出)(?:的)?[,:]?\s*“/.exec(text)
  if (!opening) return null
  let depth = 1
  for (let at = opening[0].length; at < text.length; at += 1) {
    if (text[at] === '“') depth += 1
    if (text[at] === '”') depth -= 1
    if (depth > 0) continue
    const span = trimSpan(source, [within[0] + opening[0].length, within[0] + at])
    return length(span) >= 12 ? span : null
  }
  return null
}

function headTexts(
  source: Source,
  raw: RawRecord,
  hasProblem: boolean,
): { title: Span | null; problem: Span | null } {
  const head = raw.head && !isEmptySpan(raw.head.span) ? raw.head.span : null
  if (!head) return { title: null, problem: null }
  const words = slice(source, head)
  const stop = /[。\n]/.exec(words)
  const title = stop ? trimSpan(source, [head[0], head[0] + stop.index]) : head
  return { title, problem: hasProblem ? null : head }
}

function parentNumber(
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

const goalsOf = (source: Source, texts: FieldText[]): Span[] =>
  texts.flatMap((text) => splitItems(source, text.span).map((item) => item.span))

/** The measures of a field; what its table row says applies to those that say nothing themselves. */
function measuresOf(source: Source, text: FieldText, assumedYear: number | null): DraftMeasure[] {
  const measures = readMeasures(source, text.span, text.inner, assumedYear)
  for (const measure of measures) {
    const silent = Object.values(measure.units).every((spans) => spans.length === 0)
    for (const own of text.row ?? []) {
      const roles = rolesOf[own.field]
      if (roles && silent) readUnits(source, own.span, roles, measure.units)
      if (own.field === 'deadline' && !measure.deadline.span)
        measure.deadline = deadlineOf(source, own.span, assumedYear)
    }
  }
  return measures
}

/** A bracket that lost its words, also where no value is left of it. */
const emptyBrackets = (source: Source, raw: RawRecord): DraftTask['faults'] =>
  raw.fields.flatMap(({ span }) =>
    [...slice(source, span).matchAll(/\(\s*\)|《\s*》/g)].map((found) => {
      const start = span[0] + found.index
      return faultAt('IMPORT.EMPTY_BRACKET', [start, start + found[0].length])
    }),
  )

export function buildDraft(source: Source, raw: RawRecord, context: DocumentContext): DraftTask {
  const numbers = labelledNumbers(source, raw)
  if (!numbers.found && raw.head?.ordinal) {
    numbers.number = raw.head.ordinal.number
    numbers.found = true
  }
  const problems = nearest(raw, 'problem')
  const problem = longest(problems)
  const lone = context.introduction !== null
  const mentions = context.introduction ? findMentions(source, context.introduction, true) : []
  const told = raw.fields.filter((text) => text.field === 'problem')
  const heading = raw.head && !problem ? [{ span: raw.head.span, level: null }] : []
  const cited = [...told, ...heading]
    .flatMap((text) =>
      findMentions(source, text.span, true).map((mention) => ({
        ...mention,
        level: text.level ?? mention.level,
      })),
    )
    .filter((mention) => mention.level !== null)
  takeMentions(source, numbers, [...mentions, ...cited], lone)
  const progress = longest(nearest(raw, 'progress'))?.span ?? null
  const head = headTexts(source, raw, problem !== null)
  const named =
    nearest(raw, 'title')[0]?.span ?? problems.find((text) => text !== problem)?.span ?? null
  const units = noUnits()
  for (const text of raw.fields) {
    const roles = rolesOf[text.field]
    if (roles) readUnits(source, text.span, roles, units)
  }
  const deadline = nearest(raw, 'deadline')[0]
  const problemSpan = problem
    ? withoutNumber(source, withoutLoneOrdinal(source, unquoted(source, problem.span)), numbers)
    : (head.problem ?? quotedProblem(source, progress))
  return {
    number: numbers.number,
    upperNumber: numbers.upper,
    parentNumber: parentNumber(source, raw, numbers),
    title: named ?? head.title ?? context.title,
    problem: problemSpan,
    goals: goalsOf(source, nearest(raw, 'goals')),
    units,
    deadline: deadline ? deadlineOf(source, deadline.span, context.assumedYear) : noDeadline(),
    measures: nearest(raw, 'measures').flatMap((text) =>
      measuresOf(source, text, context.assumedYear),
    ),
    // A text that the end of the paper cut off may have lost its second item: its ordinal stays.
    progress:
      progress && progress[1] < source.folded.trimEnd().length
        ? withoutLoneOrdinal(source, progress)
        : progress,
    unsure: numbers.unsure,
    faults: [...numbers.draftFaults, ...emptyBrackets(source, raw)],
  }
}
