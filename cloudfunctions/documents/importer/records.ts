import { cutClosing } from './closing'
import type { Label } from './label'
import type { LabelField } from './label-field'
import { measureLabels, perMeasure, taskField } from './measure-labels'
import { readOrdinal } from './numerals'
import type { FieldText, RawRecord } from './raw-record'
import { boundaries } from './record-heads'
import { type Source, isEmptySpan, slice, trimSpan } from './source'
import type { Span } from './types'

/** Names, dates and numbers end where an unknown label or a numbered line begins. */
const shortField = (field: LabelField): boolean =>
  perMeasure.has(field) || field === 'number' || field === 'upperNumber'

function cutShort(source: Source, span: Span): { span: Span; rest: Span | null } {
  for (const found of slice(source, span).matchAll(/\n\s*/g)) {
    const at = span[0] + found.index + found[0].length
    const ordinal = readOrdinal(source.folded, at)
    const unknown = /^[\u4e00-\u9fff]{2,12}\s*:/.test(source.folded.slice(at, at + 16))
    if (!ordinal && !unknown) continue
    const rest: Span | null = ordinal?.value === 1 ? [at, span[1]] : null
    return { span: trimSpan(source, [span[0], span[0] + found.index]), rest }
  }
  return { span, rest: null }
}

/**
 * 二、整改措施落实情况, then 措施一: … 落实情况: … 措施二: …: labels inside a numbered section of
 * progress repeat its parts; they end at the next number of the section's own style.
 */
function insideSection(all: Label[]): Set<Label> {
  const inside = new Set<Label>()
  let section: Label | null = null
  for (const label of all) {
    const style = label.ordinal?.style
    const tells = label.field === 'progress' || label.field === 'measures'
    if (section && tells && style !== section.ordinal?.style) inside.add(label)
    else section = label.field === 'progress' && label.ordinal ? label : null
  }
  return inside
}

function fieldsOf(source: Source, all: Label[], own: Set<Label>, end: number): FieldText[] {
  const inside = insideSection(all)
  const parts = all.filter((label) => !own.has(label))
  const outer = parts.filter((label) => !inside.has(label))
  const sections = fieldTexts(source, all, own, outer, end)
  // The measures that a section of progress counts are values of their own.
  const told = parts.filter((label) => inside.has(label) && label.field === 'measures')
  if (told.length === 0) return sections
  const counted = fieldTexts(source, all, own, parts, end).filter(
    (text) =>
      text.field === 'measures' &&
      told.some(
        (label) => label.valueStart <= text.span[0] && text.span[0] <= label.valueStart + 2,
      ),
  )
  return [...sections, ...counted]
}

function fieldTexts(
  source: Source,
  all: Label[],
  own: Set<Label>,
  outer: Label[],
  end: number,
): FieldText[] {
  const measured = all.some((label) => label.field === 'measures')
  return outer.flatMap((label, index) => {
    if (!taskField(label)) return []
    const stop = outer[index + 1]?.start ?? end
    const printed = trimSpan(source, [label.valueStart, stop], '|*')
    const whole = cutClosing(source, printed)
    const { span, rest } = shortField(label.field)
      ? cutShort(source, whole)
      : { span: whole, rest: null }
    // Numbered lines behind the deadline, with no label of their own, are the measures.
    const unnamed: FieldText[] =
      rest && !measured ? [{ field: 'measures', level: null, span: rest, inner: [] }] : []
    const inner =
      label.field === 'measures'
        ? all.filter((one) => own.has(one) && one.start >= span[0] && one.start < span[1])
        : []
    // 问题3:…, 第5项整改任务:…
    const number = label.number ?? (label.ordinal?.style === 'item' ? label.ordinal.number : null)
    const numbered: FieldText[] = number
      ? [{ field: 'number', level: null, span: number, inner: [] }]
      : []
    return isEmptySpan(span)
      ? numbered
      : [...numbered, { field: label.field, level: label.level, span, inner }, ...unnamed]
  })
}

/** The heading over the labels of a lone task, when it reads like a problem and not like a title. */
function loneHead(source: Source, first: Label, from: number): RawRecord['head'] {
  const lines = source.lines.filter(([start, end]) => start >= from && end <= first.start)
  const line = lines[lines.length - 1]
  if (!line) return null
  const ordinal = readOrdinal(source.folded, line[0])
  const words = slice(source, line)
  if (!ordinal || first.ordinal?.style === ordinal.style) return null
  if (
    !/[。,;]|问题$/.test(words) ||
    /(?:情况|公示|如下:?|方面)$/.test(words) ||
    /公示如下/.test(words)
  )
    return null
  return { ordinal, span: trimSpan(source, [ordinal.end, line[1]]) }
}

/** The tasks of a text whose fields are named by labels, in any order. */
export function readRecords(source: Source, range: Span, labels: Label[]): RawRecord[] {
  const open = labels.filter(
    (label) => !label.bracketed && label.start >= range[0] && label.start < range[1],
  )
  const own = measureLabels(source, open)
  const outer = open.filter((label) => taskField(label) && !own.has(label))
  const first = outer[0]
  if (!first) return []
  const parts = boundaries(source, range, outer)
  if (parts.length === 0) {
    const head = loneHead(source, first, range[0])
    return [
      {
        fields: fieldsOf(source, open, own, range[1]),
        head,
        parent: null,
        start: range[0],
        end: range[1],
      },
    ]
  }
  return parts.map((part, index) => {
    const end = parts[index + 1]?.start ?? range[1]
    const inside = open.filter((label) => label.start >= part.start && label.start < end)
    const firstLabel = inside[0]?.start ?? end
    const words = part.ordinal
      ? trimSpan(source, [part.ordinal.end, Math.max(part.ordinal.end, firstLabel)], '|')
      : null
    const head = part.ordinal && words ? { ordinal: part.ordinal, span: words } : null
    return {
      fields: fieldsOf(source, inside, own, end),
      head,
      parent: part.parent,
      start: part.bodyStart,
      end,
    }
  })
}
