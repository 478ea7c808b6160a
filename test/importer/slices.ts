import type { ImportResult, ImportedTask } from '@/cloudfunctions/documents/importer/types'

const bare = (value: string): string => value.replace(/\s+/g, '')

/** Follows a span path such as `measures[0].units.lead[1]` into a task. */
function valueAt(task: ImportedTask, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], task)
}

/** Every printed string of a task with its path. */
export function printedValues(task: ImportedTask): [string, string][] {
  const found: [string, string][] = []
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (value !== '') found.push([path, value])
    } else if (Array.isArray(value)) value.forEach((one, index) => walk(one, `${path}[${index}]`))
    else if (value !== null && typeof value === 'object') {
      for (const [key, one] of Object.entries(value))
        walk(one, path === '' ? key : `${path}.${key}`)
    }
  }
  walk(task, '')
  const computed = /(?:^|\.)(?:kinds|dates)\[\d+\]$|^notice\.(?:from|to)$|^(?:spans|unsure)\b/
  return found.filter(([path]) => !computed.test(path))
}

/** What is wrong with the spans of a result: empty when every value is its slice of the text. */
export function sliceErrors(text: string, result: Omit<ImportResult, 'coverage'>): string[] {
  const errors: string[] = []
  const inRange = ([start, end]: [number, number]): boolean =>
    start >= 0 && start <= end && end <= text.length
  result.tasks.forEach((task, index) => {
    for (const [path, span] of Object.entries(task.spans)) {
      const value = valueAt(task, path)
      if (!inRange(span)) errors.push(`${index} ${path}: out of range ${span.join('-')}`)
      if (bare(String(value)) !== bare(text.slice(...span)))
        errors.push(`${index} ${path}: ${String(value)}`)
    }
    for (const [path] of printedValues(task))
      if (!task.spans[path]) errors.push(`${index} ${path}: no span`)
    for (const { field, reason } of task.unsure) {
      // What several tasks print together stands in each of them, what no label or head names in its task.
      if (/共用|没有写字段名称|照单元格的内容|照样子/.test(reason)) continue
      const value = valueAt(task, field)
      const empty =
        value === '' || value === undefined || (Array.isArray(value) && value.length === 0)
      if (!empty) errors.push(`${index} ${field}: unsure and not empty`)
    }
  })
  for (const fault of result.faults)
    if (!inRange(fault.span)) errors.push(`${fault.code}: out of range`)
  return errors
}
