import type { ImportResult, ImportedTask } from '@/cloudfunctions/documents/importer/types'
import type { Sample, TaskTruth } from './model'

/** Fields of a corpus by what the reader made of them. */
export interface Figures {
  fields: number
  right: number
  /** Right, and listed as unsure without need. */
  rightFlagged: number
  wrongSilent: number
  missingSilent: number
  /** Wrong or missing, and said so. */
  flagged: number
  /** Faults that were planted and not reported. */
  unreported: number
}

export interface Score extends Figures {
  /** What was not right, in words. */
  examples: string[]
}

export const noExamples = ({ examples: _, ...figures }: Score): Figures => figures

export const noScore = (): Score => ({
  fields: 0,
  right: 0,
  rightFlagged: 0,
  wrongSilent: 0,
  missingSilent: 0,
  flagged: 0,
  unreported: 0,
  examples: [],
})

const squeeze = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/\s+/g, '')
    : Array.isArray(value)
      ? value.map(squeeze)
      : value
const words = (value: unknown): string => JSON.stringify(squeeze(value) ?? '')
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0)

const at = (root: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root)

const roles = ['lead', 'responsible', 'supporting', 'supervising', 'accepting']
const deadline = ['kinds', 'dates', 'text']

/** Every field that a task was read with. */
function pathsOf(task: ImportedTask): string[] {
  const own = ['number', 'upperNumber', 'parentNumber', 'problem', 'goals', 'progressText']
  const parts = (path: string): string[] => [
    ...roles.map((role) => `${path}units.${role}`),
    ...deadline.map((part) => `${path}deadline.${part}`),
  ]
  const measures = task.measures.flatMap((_, index) => [
    `measures[${index}].text`,
    ...parts(`measures[${index}].`),
  ])
  return [...own, ...parts(''), ...measures].filter((path) => !isEmpty(at(task, path)))
}

const isFlagged = (task: ImportedTask, path: string): boolean => {
  const stem = path.replace(/\.(?:kinds|dates|text)$/, '')
  return task.unsure.some(
    ({ field }) =>
      field === path ||
      field.startsWith(stem) ||
      stem.startsWith(`${field}.`) ||
      path.startsWith(`${field}[`),
  )
}

/** Where each task is printed in the text as read. */
function placesOf(text: string, tasks: TaskTruth[]): [number, number][] {
  const bare: number[] = []
  let squeezed = ''
  for (let index = 0; index < text.length; index += 1) {
    if (/\s/.test(text[index] ?? '')) continue
    squeezed += text[index]
    bare.push(index)
  }
  let from = 0
  const starts = tasks.map(({ key }) => {
    const found = squeezed.indexOf(key.replace(/\s+/g, ''), from)
    if (found >= 0) from = found
    return bare[Math.max(found, 0)] ?? 0
  })
  return starts.map((start, index) => [Math.max(0, start - 12), starts[index + 1] ?? text.length])
}

/** The read task of each task of the truth: by the words that only it prints. */
function pair(sample: Sample, result: ImportResult): (ImportedTask | null)[] {
  const left = new Set(result.tasks)
  return sample.tasks.map(({ key }) => {
    const wanted = key.replace(/\s+/g, '')
    for (const task of left) {
      const printed = `${task.problem}${task.title}`.replace(/\s+/g, '')
      if (!printed.includes(wanted)) continue
      left.delete(task)
      return task
    }
    return null
  })
}

/** Holds what was read against the truth and adds it up. */
export function scoreOf(name: string, sample: Sample, text: string, result: ImportResult): Score {
  const score = noScore()
  const tasks = pair(sample, result)
  const places = placesOf(text, sample.tasks)
  const say = (words_: string): void => {
    if (score.examples.length < 12) score.examples.push(`${name}: ${words_}`)
  }
  sample.tasks.forEach((truth, index) => {
    const task = tasks[index] ?? null
    const [from, to] = places[index] ?? [0, 0]
    const told = result.faults.some(({ span }) => span[0] >= from && span[1] <= to)
    const paths = new Set([...Object.keys(truth.fields), ...(task ? pathsOf(task) : [])])
    for (const path of paths) {
      // A title that no layout prints is the reader's own choice.
      if (path === 'title' && !truth.fields.title) continue
      const expected = truth.fields[path]
      const value = at(task, path)
      // Kinds of an open deadline may be told or not.
      if (
        !expected &&
        path.endsWith('.kinds') &&
        truth.fields[path.replace(/kinds$/, 'dates')]?.open
      )
        continue
      score.fields += 1
      const listed = task !== null && isFlagged(task, path)
      const right =
        words(isEmpty(value) ? '' : value) ===
        words(isEmpty(expected?.value) ? '' : expected?.value)
      if (right && (!expected?.open || listed)) {
        score.right += 1
        if (listed && !expected?.open && !expected?.shown) {
          score.rightFlagged += 1
          if (!isOpenStem(truth, path)) say(`flagged ${path} of ${truth.key}`)
          else score.rightFlagged -= 1
        }
      } else if (listed || told) {
        score.flagged += 1
        say(`(told) ${path} of ${truth.key} is ${words(value)}, not ${words(expected?.value)}`)
      } else {
        if (isEmpty(value)) score.missingSilent += 1
        else score.wrongSilent += 1
        say(`${path} of ${truth.key} is ${words(value)}, not ${words(expected?.value)}`)
      }
    }
  })
  const extra = result.tasks.filter((task) => !tasks.includes(task))
  for (const task of extra) {
    const count = pathsOf(task).length
    const own = Object.values(task.spans)
    const [from, to] = [Math.min(...own.map(([at]) => at)), Math.max(...own.map(([, at]) => at))]
    const told = result.faults.some(({ span }) => span[0] >= from && span[1] <= to)
    score.fields += count
    if (told) score.flagged += count
    else score.wrongSilent += count
    say(`a task that is not there: ${task.number} ${task.title}`)
  }
  for (const { code, key } of sample.planted) {
    const index = sample.tasks.findIndex((task) => task.key === key)
    const [from, to] = key === undefined ? [0, text.length] : (places[index] ?? [0, 0])
    if (
      result.faults.some(
        (fault) => fault.code === code && fault.span[0] < to && fault.span[1] > from,
      )
    )
      continue
    score.unreported += 1
    say(`${code} was not reported at ${key ?? 'the list'}`)
  }
  return score
}

/** An open deadline is listed once for its words, kinds and dates. */
const isOpenStem = (truth: TaskTruth, path: string): boolean =>
  Object.entries(truth.fields).some(
    ([field, { open }]) => open && field.replace(/\.\w+$/, '') === path.replace(/\.\w+$/, ''),
  )

export function add(one: Score, two: Score): Score {
  return {
    fields: one.fields + two.fields,
    right: one.right + two.right,
    rightFlagged: one.rightFlagged + two.rightFlagged,
    wrongSilent: one.wrongSilent + two.wrongSilent,
    missingSilent: one.missingSilent + two.missingSilent,
    flagged: one.flagged + two.flagged,
    unreported: one.unreported + two.unreported,
    examples: [...one.examples, ...two.examples],
  }
}
