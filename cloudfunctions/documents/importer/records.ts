import { blankHeads } from './blank-heads'
import { cutClosing } from './closing'
import type { Label } from './label'
import type { LabelField } from './label-field'
import { measureLabels, perMeasure, standsInBrackets, taskField } from './measure-labels'
import { readOrdinal } from './numerals'
import { withOwnNumber } from './head-number'
import { depthOf, numberedPlaces } from './numbered-places'
import { namesOfficial } from './official'
import { lineHeads } from './line-heads'
import { type Section, sectionsOf } from './outline'
import { pairedSections } from './paired-sections'
import type { FieldText, RawRecord } from './raw-record'
import { repeatedStarts } from './repeated-labels'
import { shareFields } from './shared-fields'
import { type Source, isEmptySpan, slice, trimSpan } from './source'
import type { Span } from './types'
import { partUnnamed } from './unnamed-progress'

/** Names, dates and numbers end where an unknown label or a numbered line begins. */
const shortField = (field: LabelField): boolean =>
  perMeasure.has(field) || field === 'number' || field === 'upperNumber'

function cutShort(source: Source, span: Span): { span: Span; rest: Span | null } {
  for (const found of slice(source, span).matchAll(/\n\s*/g)) {
    const at = span[0] + found.index + found[0].length
    const ordinal = readOrdinal(source.folded, at)
    const unknown = /^[\u4e00-\u9fff]{2,12}\s*:/.test(source.folded.slice(at, at + 16))
    const apart = found[0].indexOf('\n', 1) > 0
    if (!ordinal && !unknown && !apart) continue
    const rest: Span | null = ordinal?.value === 1 ? [at, span[1]] : null
    return { span: trimSpan(source, [span[0], span[0] + found.index]), rest }
  }
  return { span, rest: null }
}

/**
 * 二、整改措施落实情况, then 措施一: … 落实情况: … 措施二: …: labels inside a numbered section of
 * progress repeat its parts; they end at the next number of the section's own style.
 */
function insideSection(all: Label[], headings: Set<Label>): Set<Label> {
  const inside = new Set<Label>()
  let section: Label | null = null
  for (const label of all) {
    const style = label.ordinal?.style
    const tells = label.field === 'progress' || label.field === 'measures'
    if (section && tells && style !== section.ordinal?.style) inside.add(label)
    else
      section = label.field === 'progress' && label.ordinal && !headings.has(label) ? label : null
  }
  return inside
}

/** 三、整改情况 over (一)整改方案措施 and (二)整改落实情况 has no text of its own: it heads two fields. */
function sectionHeadings(source: Source, all: Label[]): Set<Label> {
  return new Set(
    all.filter((label, index) => {
      const next = all[index + 1]
      if (label.field !== 'progress' || !next?.ordinal || next.item) return false
      const deeper = depthOf(next.ordinal.style) > depthOf(label.ordinal?.style ?? 'part')
      // 3、整改情况 over (一)整改方案措施: a count of another style that begins anew.
      const anew = next.ordinal.value === 1 && next.ordinal.style !== label.ordinal?.style
      return (deeper || anew) && isEmptySpan(trimSpan(source, [label.valueStart, next.start]))
    }),
  )
}

/** A task's fields, and what follows them and belongs to the paper. */
interface Fields {
  fields: FieldText[]
  closings: Span[]
  official: Span | null
}

function fieldsOf(source: Source, all: Label[], end: number): Fields {
  const own = measureLabels(source, all, end)
  const headings = sectionHeadings(source, all)
  const inside = insideSection(all, headings)
  const parts = all.filter((label) => !own.has(label))
  const outer = parts.filter((label) => !inside.has(label))
  const sections = fieldTexts(source, all, own, outer, end)
  // The measures that a section of progress counts are values of their own.
  const told = parts.filter((label) => inside.has(label) && label.field === 'measures')
  if (told.length === 0) return sections
  const counted = fieldTexts(source, all, own, parts, end).fields.filter(
    (text) =>
      text.field === 'measures' &&
      told.some(
        (label) => label.valueStart <= text.span[0] && text.span[0] <= label.valueStart + 2,
      ),
  )
  return { ...sections, fields: [...sections.fields, ...counted] }
}

const textOf = ({ field, level, joined }: Label, span: Span, inner: Label[]): FieldText => ({
  ...{ field, level, span, inner },
  ...(joined && { joined }),
})

function fieldTexts(
  source: Source,
  all: Label[],
  own: Set<Label>,
  outer: Label[],
  end: number,
): Fields {
  const measured = all.some((label) => label.field === 'measures')
  const closings: Span[] = []
  let official: Span | null = null
  const fields = outer.flatMap((label, index): FieldText[] => {
    if (namesOfficial(label.field, label.word))
      official ??= officialBehind(source, label, outer[index + 1]?.start ?? end)
    if (!taskField(label)) return []
    const stop = bracketEnd(source, label.start, outer[index + 1]?.start ?? end)
    const printed = withoutComma(source, trimSpan(source, [label.valueStart, stop], '|*#'))
    const whole = cutClosing(source, printed)
    if (whole[1] < printed[1]) closings.push([whole[1], printed[1]])
    const { span, rest } = shortField(label.field)
      ? cutShort(source, whole)
      : { span: whole, rest: null }
    // Numbered lines behind the deadline, with no label of their own, are the measures.
    const unnamed: FieldText[] =
      rest && !measured ? [{ field: 'measures', level: null, span: rest, inner: [] }] : []
    const inner =
      label.field === 'measures'
        ? [...own].filter((one) => one.start >= span[0] && one.start < span[1])
        : []
    const number = label.number ?? countedBefore(source, label)
    const numbered: FieldText[] = number
      ? [{ field: 'number', level: null, span: number, inner: [] }]
      : []
    return isEmptySpan(span) ? numbered : [...numbered, textOf(label, span, inner), ...unnamed]
  })
  return { fields: partUnnamed(source, fields), closings, official }
}

/** 问题3:…, 第5项整改任务:…, 序号5 整改任务:…: the task's number before the name of a field. */
function countedBefore(source: Source, { ordinal }: Label): Span | null {
  const named =
    ordinal?.style === 'problem' && /[序编]号/.test(slice(source, [ordinal.start, ordinal.end]))
  return ordinal && (named || ordinal.style === 'item') ? ordinal.number : null
}

/** …达标,整改时限为…: the comma parts two fields of one sentence; the ◆ is the next head's. */
function withoutComma(source: Source, span: Span): Span {
  const tail = /\s*[,\u2580-\u25ff★☆]$/.exec(
    slice(source, [Math.max(span[0], span[1] - 8), span[1]]),
  )
  return tail ? [span[0], span[1] - tail[0].length] : span
}

/** 牵头领导:副市长 高某: no more than its own line. */
function officialBehind(source: Source, label: Label, next: number): Span | null {
  const lineEnd = source.folded.indexOf('\n', label.valueStart)
  const stop = Math.min(next, lineEnd < 0 ? next : lineEnd)
  const span = trimSpan(source, [label.valueStart, stop], '|*#')
  return isEmptySpan(span) ? null : span
}

/** A heading without the end of a sentence is a problem only when it is not short. */
const shortestProblem = 12
const namesSection = /(?:情况|公示|如下:?|方面|清单|方案|表|要求|说明|事项|任务)$/

/** The heading over the labels of a lone task, when it reads like a problem and not like a title. */
function loneHead(source: Source, first: Label, from: number): RawRecord['head'] {
  const lines = source.lines.filter(([start]) => start >= from && start < first.start)
  const line = lines[lines.length - 1]
  if (!line) return null
  const end = Math.min(line[1], first.start)
  const ordinal = readOrdinal(source.folded, line[0])
  if (!ordinal || first.ordinal?.style === ordinal.style) return null
  const words = slice(source, trimSpan(source, [line[0], end]))
  const counted = first.ordinal && depthOf(first.ordinal.style) > depthOf(ordinal.style)
  const tells = /[。,;]|问题$/.test(words) || words.length >= shortestProblem
  if (!(counted || tells) || namesSection.test(words)) return null
  return withOwnNumber(source, ordinal, trimSpan(source, [ordinal.end, end]))
}

/**
 * 1.…。 2.…。 3.…。责任单位:…: paragraphs that count up to the only one with a field are tasks as
 * well; no single one of them may be lost because its neighbours print less.
 */
function countedAbove(
  source: Source,
  range: Span,
  labels: Label[],
  runOn: readonly Span[],
): Section[] {
  const first = labels.find(taskField)
  const places = numberedPlaces(source, range, labels, runOn)
  const last = places.filter(({ start, label }) => !label && start <= (first?.start ?? -1)).at(-1)
  if (!first || !last || last.value < 2) return []
  const chain = places
    .filter(({ style, start }) => style === last.style && start <= last.start)
    .slice(-last.value)
  const counts = chain.length === last.value && chain.every(({ value }, at) => value === at + 1)
  const tell = chain.every(({ end }) => {
    const line = slice(source, [end, source.folded.indexOf('\n', end)])
    return /[。;]/.test(line) && !/[:]$/.test(line.trim())
  })
  if (!counts || !tell || first.start > source.folded.indexOf('\n', last.end)) return []
  return chain.map((head, at) => ({
    head,
    end: chain[at + 1]?.start ?? range[1],
    parent: null,
    heading: false,
  }))
}

/** (四)反馈问题:… where no other label is counted: the ordinal is the task's. */
function loneNumber(labels: readonly Label[], first: Label): FieldText[] {
  const { ordinal, field } = first
  const counted = labels.filter((label) => label.ordinal !== null).length
  if (field !== 'problem' || !ordinal || first.number || counted > 1 || labels.length < 2) return []
  // 一、问题描述 counts the sections of the paper.
  if (ordinal.value < 2 || ordinal.style === 'item') return []
  if (labels.some((label) => label.field === 'number')) return []
  return [{ field: 'number', level: null, span: ordinal.number, inner: [] }]
}

const within = (labels: Label[], [from, to]: Span): Label[] =>
  labels.filter(({ start }) => start >= from && start < to)

/** The words between a head's number and its first label; without labels the whole section. */
function headOf(
  source: Source,
  { head, end }: Section,
  first: Label | undefined,
): RawRecord['head'] {
  const to = first?.start ?? end
  const words = trimSpan(source, [head.end, Math.max(head.end, to)], '|(')
  return withOwnNumber(source, head, first ? words : cutClosing(source, words))
}

function recordOf(source: Source, section: Section, labels: Label[]): RawRecord {
  const { head, end } = section
  const inside = within(labels, [head.start, end])
  return {
    ...fieldsOf(source, inside, end),
    // A field of unknown name ends the problem too.
    head: headOf(
      source,
      section,
      inside.find((label) => taskField(label) || label.lineStart),
    ),
    parent: null,
    section,
    start: head.start,
    end,
  }
}

/** Numbers that run on under every heading need none; numbers that begin anew do. */
function beginsAnew(sections: Section[]): boolean {
  const heads = sections.filter(({ heading }) => !heading)
  return heads.some(
    ({ head }, index) => index > 0 && head.value < (heads[index - 1]?.head.value ?? 0),
  )
}

function numberedRecords(source: Source, sections: Section[], labels: Label[]): RawRecord[] {
  const anew = beginsAnew(sections)
  const made = new Map<Section, RawRecord>()
  for (const section of sections) {
    const record = recordOf(source, section, labels)
    if (section.heading && record.fields.length === 0) continue
    const { parent } = section
    const owned = parent !== null && made.has(parent)
    made.set(section, {
      ...record,
      parent: parent && (owned || anew) ? parent.head : null,
      above: owned ? (made.get(parent) ?? null) : null,
    })
  }
  return shareFields(source, [...made.values()])
}

const unbracketed = (labels: Label[]): Label[] =>
  labels.map((label) => ({ ...label, bracketed: false }))

/** Where the bracket around a place closes; the end where none is open. */
function bracketEnd({ folded, bracketed }: Source, at: number, end: number): number {
  if (bracketed[at] !== 1) return end
  let depth = 0
  for (let look = at; look < end; look += 1) {
    if (folded[look] === '(') depth += 1
    if (folded[look] === ')') depth -= 1
    if (depth < 0) return look
  }
  return end
}

/** Tasks whose problems stand in paragraphs of their own, without number or label. */
const partedRecords = (source: Source, labels: Label[], heads: Span[], to: number): RawRecord[] =>
  heads.map((span, index) => {
    const end = heads[index + 1]?.[0] ?? to
    const fields = fieldsOf(source, within(labels, [span[0], end]), end)
    return { ...fields, head: { ordinal: null, span }, parent: null, start: span[0], end }
  })

/** The tasks of a text whose fields are named by labels, in any order. */
export function readRecords(
  source: Source,
  range: Span,
  labels: Label[],
  runOn: readonly Span[],
): RawRecord[] {
  const counting = standsInBrackets(labels)
    ? unbracketed(labels)
    : labels.filter((label) => !label.bracketed)
  const open = within(counting, range)
  const first = open.find(taskField)
  if (!first) return []
  const starts = repeatedStarts(source, open, range[1])
  const parted = blankHeads(source, open, range)
  if (parted.length > 0) return partedRecords(source, open, parted, range[1])
  const paired = pairedSections(
    source,
    open,
    range[1],
    (own, end) => fieldsOf(source, own, end).fields,
  )
  if (paired.length > 0) return paired
  const sections = sectionsOf(source, range, open, runOn, starts)
  if (sections.length > 0) return numberedRecords(source, sections, open)
  if (starts.length < 2) {
    const above = countedAbove(source, range, open, runOn)
    if (above.length > 0) return numberedRecords(source, above, open)
    const head = loneHead(source, first, range[0])
    const fields = fieldsOf(source, open, range[1])
    const number = loneNumber(open, first)
    const all = { ...fields, fields: [...number, ...fields.fields] }
    return [{ ...all, head, parent: null, start: range[0], end: range[1] }]
  }
  const heads = lineHeads(source, open, starts, range)
  return starts.map((first, index) => {
    const own = heads[index]
    const start = own?.start ?? first
    const end = heads[index + 1]?.start ?? starts[index + 1] ?? range[1]
    const fields = fieldsOf(source, within(open, [start, end]), end)
    const head = own ? { ordinal: null, span: own.span, proposed: true as const } : null
    return { ...fields, head, parent: null, start, end }
  })
}
