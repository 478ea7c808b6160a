import { splitItems } from './items'
import type { Label } from './label'
import type { LabelField } from './label-field'
import { type Source, trimSpan } from './source'

export const core: ReadonlySet<LabelField> = new Set([
  'problem',
  'goals',
  'measures',
  'progress',
  'title',
  'number',
  'upperNumber',
])

export const perMeasure: ReadonlySet<LabelField> = new Set([
  'lead',
  'responsible',
  'supporting',
  'supervising',
  'accepting',
  'supervisingAccepting',
  'deadline',
])

export const taskField = (label: Label): boolean =>
  core.has(label.field) || perMeasure.has(label.field)

/** 1.某河污染(责任单位:A;整改时限:B): a task prints two fields, and none stand outside brackets. */
export const standsInBrackets = (labels: readonly Label[]): boolean =>
  new Set(labels.flatMap((label) => (label.bracketed || !taskField(label) ? [] : [label.field])))
    .size < 2

/** Units and deadlines behind each item of a measures field, the last item's still open. */
interface Behind {
  /** Labels by the item they stand behind. */
  items: Label[][]
  /** The items stand on lines of their own. */
  lined: boolean
}

function behindItems(source: Source, measures: Label, labels: Label[], end: number): Behind {
  const starts = splitItems(source, [measures.valueStart, end])
    .filter(({ ordinal }) => ordinal !== null)
    .map(({ ordinal, span }) => ordinal?.start ?? span[0])
  const items = starts.map((start, index) =>
    labels.filter((label) => label.start > start && label.start < (starts[index + 1] ?? end)),
  )
  const first = trimSpan(source, [measures.valueStart, end])[0]
  const lined = source.folded.slice(measures.valueStart - 1, first).includes('\n')
  return { items, lined }
}

/** The first field that the labels print twice: an item's own before the task's. */
function firstTwice(labels: Label[]): number {
  return labels.findIndex(({ field }, at) =>
    labels.slice(at + 1).some((later) => later.field === field),
  )
}

/**
 * Of the labels behind the last item those that are the item's own: the fields that the items
 * before it print, or that the task has printed already, once each. The task's own fields follow.
 */
function ownOfLast({ items, lined }: Behind, printed: ReadonlySet<LabelField>): Label[] {
  const last = items.at(-1) ?? []
  const others = new Set(items.slice(0, -1).flatMap((own) => own.map(({ field }) => field)))
  const twice = firstTwice(last)
  const own: Label[] = []
  for (const [at, label] of last.entries()) {
    // 2.加强监测。责任单位:A — in the line of an item, when the items have lines of their own.
    const sameLine = lined && !label.lineStart
    const known = others.has(label.field) || printed.has(label.field)
    if (!sameLine && !known && at > twice) break
    if (own.some(({ field }) => field === label.field)) break
    own.push(label)
  }
  return own
}

/**
 * Labels of single measures in one task: what stands between two items of its measures belongs to
 * the item before it. All others belong to the task.
 * @param labels the task's labels in order
 */
export function measureLabels(source: Source, labels: Label[], end: number): Set<Label> {
  const own = new Set<Label>()
  const printed = new Set<LabelField>()
  labels.forEach((measures, index) => {
    if (index > 0) printed.add(labels[index - 1]?.field ?? 'ignored')
    if (measures.field !== 'measures') return
    let next = index + 1
    while (perMeasure.has(labels[next]?.field ?? 'ignored')) next += 1
    if (next === index + 1) return
    const behind = labels.slice(index + 1, next)
    const found = behindItems(source, measures, behind, labels[next]?.start ?? end)
    const last = ownOfLast(found, printed)
    for (const label of [...found.items.slice(0, -1).flat(), ...last]) own.add(label)
  })
  return own
}
