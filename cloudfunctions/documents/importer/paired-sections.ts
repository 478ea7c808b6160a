import { cutClosing } from './closing'
import { type Item, splitItems } from './items'
import type { Label } from './label'
import type { LabelField } from './label-field'
import { core } from './measure-labels'
import type { FieldText, RawRecord } from './raw-record'
import { isEmptySpan, type Source, trimSpan } from './source'
import type { Span } from './types'

/** 存在问题 over 1. 2. 3. counts problems; 反馈问题 mostly tells the points of one. */
const ofMany =
  /^(?:检查|排查|自查|督查|巡查)?(?:存在|主要|突出|发现)的?(?:主要|突出)?问题$|问题清单$/

/** What a section of its own may say of each of them, by number. */
const answers: ReadonlySet<LabelField> = new Set([
  'measures',
  'progress',
  'goals',
  'responsible',
  'lead',
  'supporting',
  'deadline',
])

/** How the fields inside one item are read: the labels of the item, and where it ends. */
type ReadFields = (labels: Label[], end: number) => FieldText[]

/** A section ends where the next of its count begins, or the next name of a section. */
function textOf(source: Source, labels: Label[], at: number, end: number): Span {
  const label = labels[at] as Label
  const next = labels
    .slice(at + 1)
    .find(({ ordinal, field, lineStart }) =>
      label.ordinal
        ? ordinal?.style === label.ordinal.style
        : lineStart && (core.has(field) || field === 'ignored'),
    )
  return cutClosing(source, [label.valueStart, next?.start ?? end])
}

/** The items of a text that count up from one; none where it counts nothing. */
function counted(source: Source, span: Span): Item[] {
  const items = splitItems(source, span).filter(({ ordinal }) => ordinal !== null)
  return items.every(({ ordinal }, at) => ordinal?.value === at + 1) ? items : []
}

/** What a section says of one problem: its item up to the first label in it, and those labels. */
function answerOf(label: Label, { span }: Item, labels: Label[], read: ReadFields): FieldText[] {
  const own = labels.filter(({ start }) => start >= span[0] && start < span[1])
  const words: Span = [span[0], own[0]?.start ?? span[1]]
  return [{ field: label.field, level: null, span: words, inner: [] }, ...read(own, span[1])]
}

/**
 * 一、存在问题 1. 2. 3. and 二、整改措施 1. 2. 3.: a task of each problem, with what the sections behind
 * say under its number. A section that counts otherwise is left to a person.
 * @returns none where the problems are not counted in a section of their own
 */
export function pairedSections(
  source: Source,
  labels: Label[],
  end: number,
  read: ReadFields,
): RawRecord[] {
  const problems = labels.filter(({ field }) => field === 'problem' || field === 'title')
  const [label] = problems
  if (!label || problems.length > 1 || !ofMany.test(label.word)) return []
  const at = labels.indexOf(label)
  const text = textOf(source, labels, at, end)
  const items = counted(source, text)
  const fewest = 2
  if (items.length < fewest) return []
  if (labels.some(({ start }) => start > label.start && start < text[1])) return []
  const sections = labels
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => one.start >= text[1] && answers.has(one.field) && one.lineStart)
    .map(({ one, index }) => {
      const span = textOf(source, labels, index, end)
      const own = counted(source, span)
      return { label: one, span, items: own.length === items.length ? own : [] }
    })
  if (sections.length === 0) return []
  const unpaired = sections
    .filter((one) => one.items.length === 0 && !isEmptySpan(one.span))
    .map((one): FieldText => ({ field: one.label.field, level: null, span: one.span, inner: [] }))
  return items.map(({ span, ordinal }, number) => ({
    fields: [
      ...(ordinal
        ? [{ field: 'number', level: null, span: ordinal.number, inner: [] } satisfies FieldText]
        : []),
      { field: 'problem', level: null, span: trimSpan(source, span), inner: [] },
      ...sections.flatMap((one) => {
        const item = one.items[number]
        return item ? answerOf(one.label, item, labels, read) : []
      }),
    ],
    head: null,
    parent: null,
    start: ordinal?.start ?? span[0],
    end: span[1],
    unpaired,
  }))
}
