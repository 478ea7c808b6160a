import type { Label } from './label'
import type { LabelField } from './label-field'
import { core, measureLabels, perMeasure, taskField } from './measure-labels'
import type { Source } from './source'

/** 反馈问题 with nothing before 省…中反馈问题 is a heading over two plans, not two tasks. */
function isVariant(before: Label | undefined, label: Label): boolean {
  if (label.level !== null) return true
  return (
    before !== undefined && before.field === label.field && label.start - before.valueStart <= 2
  )
}

const isBare = (source: Source, label: Label, next: Label | undefined): boolean =>
  next !== undefined &&
  next.field !== label.field &&
  source.folded.slice(label.valueStart, Math.min(next.start, label.valueStart + 40)).trim() === ''

/**
 * 交办事项:… 具体问题:… in each task: two names of one field part no tasks where the name that
 * stands first is printed again before each further pair.
 */
function periodStarts(labels: readonly Label[]): number[] | null {
  const [first] = labels
  const heads = labels.filter((label) => label.word === first?.word)
  if (!first || first.word === '' || heads.length < 2) return null
  const twoOfOne = heads.every(({ start }, at) => {
    const end = heads[at + 1]?.start ?? Infinity
    const own = labels.filter(
      (label) => label.start >= start && label.start < end && core.has(label.field),
    )
    const words = new Set(own.map(({ word }) => word))
    return words.size === own.length && new Set(own.map(({ field }) => field)).size < words.size
  })
  return twoOfOne ? heads.map(({ start }) => start) : null
}

/**
 * Tasks without numbered heads: where a field is printed a second time, a new task has begun.
 * @returns where each task begins; fewer than two places are no list
 */
export function repeatedStarts(source: Source, all: Label[], end: number): number[] {
  const own = measureLabels(source, all, end)
  const labels = all.filter((label) => taskField(label) && !own.has(label))
  const periods = periodStarts(labels.filter(({ level, item }) => level === null && !item))
  if (periods) return periods
  const starts: number[] = []
  let seen = new Set<LabelField>()
  const printed = new Map<LabelField, number>()
  for (const { field, level, item } of labels)
    if (core.has(field) && level === null && !item)
      printed.set(field, (printed.get(field) ?? 0) + 1)
  const often = [...printed.values()].filter((times) => times > 1).length
  // Unit and deadline fields part tasks only where most telling fields repeat too, or where there are none.
  const several = printed.size === 0 || often * 2 > printed.size
  labels.forEach((label, index) => {
    if (index === 0) starts.push(label.start)
    // 整改责任单位 over 牵头单位 and 配合单位 has no text of its own.
    if (label.item || isBare(source, label, labels[index + 1])) return
    const again = seen.has(label.field) && !isVariant(labels[index - 1], label)
    // A second unit field next to the first (责任单位 … 责任部门) is no new task.
    const near = perMeasure.has(label.field) && labels[index - 1]?.field === label.field
    if (again && !near && several) {
      starts.push(label.start)
      seen = new Set()
    }
    seen.add(label.field)
  })
  return starts
}
