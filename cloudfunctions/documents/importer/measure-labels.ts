import type { Label } from './label'
import type { LabelField } from './label-field'
import { readOrdinal } from './numerals'
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

/**
 * Labels of single measures: units or deadlines that are printed more often than tasks can be,
 * behind the first item of a measures field. All others belong to the task.
 */
export function measureLabels(source: Source, labels: Label[]): Set<Label> {
  const counts = new Map<LabelField, number>()
  for (const label of labels) counts.set(label.field, (counts.get(label.field) ?? 0) + 1)
  const tasks = Math.max(
    1,
    ...(['problem', 'goals', 'measures', 'progress'] as const).map(
      (field) => counts.get(field) ?? 0,
    ),
  )
  const own = new Set<Label>()
  let measures: Label | null = null
  let item: Label[] = []
  let previous = 0
  for (const label of labels) {
    if (hasOrdinalBetween(source, previous, label.start)) item = []
    previous = label.start
    if (label.field === 'measures') {
      measures = label
      item = []
    } else if (core.has(label.field)) measures = null
    else if (measures && perMeasure.has(label.field)) {
      const first = trimSpan(source, [measures.valueStart, label.start])
      const twice = item.some((one) => one.field === label.field)
      // 2.加强监测。责任单位:A — in the line of an item, when the items have lines of their own.
      const sameLine =
        !label.lineStart && source.folded.slice(measures.valueStart - 1, first[0]).includes('\n')
      const often = sameLine || (counts.get(label.field) ?? 0) > tasks
      // The first label that cannot be an item's own ends the items: the task's labels follow.
      if (!often || twice || !readOrdinal(source.folded, first[0])) measures = null
      else {
        own.add(label)
        item.push(label)
      }
    }
  }
  return own
}

function hasOrdinalBetween(source: Source, from: number, to: number): boolean {
  for (const found of source.folded.slice(from, to).matchAll(/\n\s*/g)) {
    if (readOrdinal(source.folded, from + found.index + found[0].length)) return true
  }
  return false
}
