import type { LabelField } from './label-field'
import type { RawRecord } from './raw-record'
import { type Source, slice } from './source'
import type { ImportedTask, Span } from './types'
import { unitRoles } from './units'

/** One task with what of the print is its own. */
export interface Case {
  source: Source
  record: RawRecord
  task: ImportedTask
  /** The paper holds no other task: its introduction and its end speak of this one. */
  lone: boolean
  range: Span
}

const hasUnits = (units: ImportedTask['units']): boolean =>
  unitRoles.some((role) => units[role].length > 0)

/** Whether the task holds something of a field that its print names, or says that it is unsure of it. */
const holds: Partial<Record<LabelField | 'units', (task: ImportedTask) => boolean>> = {
  problem: ({ problem, title }) => problem !== '' || title !== '',
  goals: ({ goals }) => goals.length > 0,
  measures: ({ measures }) => measures.length > 0,
  progress: ({ progressText }) => progressText !== '',
  deadline: ({ deadline, measures }) =>
    deadline.text !== '' || measures.some((one) => one.deadline.text !== ''),
  units: ({ units, measures }) => hasUnits(units) || measures.some((one) => hasUnits(one.units)),
}
const pathOf: Partial<Record<LabelField | 'units', RegExp>> = {
  problem: /^(?:problem|title)/,
  goals: /^goals/,
  measures: /^measures/,
  progress: /^progressText/,
  deadline: /deadline/,
  units: /units/,
}

/** Nothing of the field was read, and nobody is asked about it. */
export const lacks = (task: ImportedTask, field: LabelField | 'units'): boolean => {
  const path = pathOf[field]
  if (!path || holds[field]?.(task)) return false
  return !task.unsure.some((one) => path.test(one.field))
}

/** Where words of a form stand in a piece of the text. */
export const within = (source: Source, [from, to]: Span, pattern: RegExp): Span[] =>
  [...slice(source, [from, to]).matchAll(pattern)].map(({ index, 0: words }) => [
    from + index,
    from + index + words.length,
  ])
