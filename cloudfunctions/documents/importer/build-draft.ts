import { faultAt, type DraftTask } from './draft'
import {
  checkAnnex,
  labelledNumbers,
  parentNumber,
  rank,
  takeHead,
  takeMentions,
  unquoted,
  withoutNumber,
} from './draft-numbers'
import { splitItems, withoutLoneOrdinal } from './items'
import type { LabelField } from './label-field'
import {
  deadlineOf,
  noDeadline,
  readMeasures,
  rolesOf,
  type DraftDeadline,
  type DraftMeasure,
  type Years,
} from './measures'
import { findMentions } from './numbers'
import type { FieldText, RawRecord } from './raw-record'
import { isEmptySpan, slice, trimSpan, valueOf, type Source } from './source'
import type { Span } from './types'
import { noUnits, readUnits } from './units'

export interface DocumentContext {
  /** What dates and periods that print less than all count from. */
  years: Years
  /** The title of the paper, only where the paper holds a single task. */
  title: Span | null
  /** Title and introduction: a lone task's number may stand there. */
  introduction: Span | null
  /** Names of annexes behind a lone task, which may name its number again. */
  annexes: Span[]
}

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

/** 某区承担的问题“某镇…。”整改工作已完成: the problem quoted in the introduction of a lone notice. */
function introducedProblem(source: Source, within: Span | null): Span | null {
  if (!within) return null
  const quotes = [...slice(source, within).matchAll(/“([^“”]{12,})”/g)].map(
    ({ index, 1: words = '' }): Span => [
      within[0] + index + 1,
      within[0] + index + 1 + words.length,
    ],
  )
  return quotes.reduce<Span | null>(
    (best, one) => (best && length(best) >= length(one) ? best : one),
    null,
  )
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
  return { title, problem: hasProblem || raw.head?.proposed ? null : head }
}

/** 第十二项问题为:…: what joins the number and its problem is none of it. */
function withoutIs(source: Source, span: Span): Span {
  const joins = /^[为是]\s*:\s*/.exec(slice(source, span))
  return joins ? [span[0] + joins[0].length, span[1]] : span
}

const goalsOf = (source: Source, texts: FieldText[]): Span[] =>
  texts.flatMap((text) => splitItems(source, text.span).map((item) => item.span))

/** A row's own deadline beside a limit in the words of its measure: both days count. */
function withRow(inside: DraftDeadline, row: DraftDeadline): DraftDeadline {
  if (!inside.read || !row.read) return row.read ? row : inside
  const dates = [...new Set([...inside.read.dates, ...row.read.dates])].sort()
  const both = inside.read.dates.length > 0 && row.read.dates.length > 0 && dates.length > 1
  if (!both) return row
  const faults = [...inside.read.faults, ...row.read.faults]
  return { span: row.span, read: { ...row.read, kinds: ['staged'], dates, faults } }
}

/** The measures of a field; what its table row says applies to those that say nothing themselves. */
function measuresOf(source: Source, text: FieldText, years: Years): DraftMeasure[] {
  const measures = readMeasures(source, text.span, text.inner, years)
  for (const measure of measures) {
    const silent = Object.values(measure.units).every((spans) => spans.length === 0)
    for (const own of text.row ?? []) {
      const roles = rolesOf[own.field]
      if (roles && silent) readUnits(source, own.span, roles, measure.units)
      if (own.field === 'deadline')
        measure.deadline = withRow(measure.deadline, deadlineOf(source, own.span, years))
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

/** A head whose number has no form that is known is proposed for the problem. */
const proposedProblem = (source: Source, { head }: RawRecord): DraftTask['unsure'] =>
  head?.proposed
    ? [
        {
          field: 'problem',
          reason: '序号的写法不认识,问题是照上下文取的建议。',
          proposed: valueOf(source, head.span),
        },
      ]
    : []

export function buildDraft(source: Source, raw: RawRecord, context: DocumentContext): DraftTask {
  const numbers = labelledNumbers(source, raw)
  takeHead(source, numbers, raw)
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
  for (const annex of context.annexes) checkAnnex(source, numbers, annex)
  const printed = nearest(raw, 'progress')
  const words = printed.filter(({ span }) => !/[□☐]/.test(slice(source, span)))
  const progress = longest(words.length > 0 ? words : printed)?.span ?? null
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
    : (head.problem ??
      quotedProblem(source, progress) ??
      (raw.head ? null : introducedProblem(source, context.introduction)))
  return {
    number: numbers.number,
    upperNumber: numbers.upper,
    parentNumber: parentNumber(source, raw, numbers),
    title: named ?? head.title ?? context.title,
    problem: problemSpan && withoutIs(source, problemSpan),
    goals: goalsOf(source, nearest(raw, 'goals')),
    units,
    official: raw.official ?? null,
    deadline: deadline ? deadlineOf(source, deadline.span, context.years) : noDeadline(),
    measures: nearest(raw, 'measures').flatMap((text) => measuresOf(source, text, context.years)),
    // A text that the end of the paper cut off may have lost its second item: its ordinal stays.
    progress:
      progress && progress[1] < source.folded.trimEnd().length
        ? withoutLoneOrdinal(source, progress)
        : progress,
    unsure: [...numbers.unsure, ...proposedProblem(source, raw)],
    faults: [...numbers.draftFaults, ...emptyBrackets(source, raw)],
  }
}
