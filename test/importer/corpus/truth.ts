import type {
  Expected,
  MeasureModel,
  PrintedDeadline,
  PrintedUnits,
  TaskModel,
  TaskTruth,
} from './model'

type Fields = Record<string, Expected<unknown>>

const roles = ['lead', 'responsible', 'supporting', 'supervising', 'accepting'] as const

function addUnits(fields: Fields, path: string, printed: PrintedUnits | undefined): void {
  if (!printed) return
  for (const role of roles) {
    const names = printed.truth[role]
    const before = (fields[`${path}.${role}`]?.value as string[] | undefined) ?? []
    if (names.length > 0) fields[`${path}.${role}`] = { value: [...before, ...names] }
  }
}

function addDeadline(fields: Fields, path: string, printed: PrintedDeadline | undefined): void {
  if (!printed) return
  fields[`${path}.text`] = { value: printed.text ?? printed.print }
  if (printed.open) fields[`${path}.dates`] = { value: [], open: true }
  else {
    fields[`${path}.kinds`] = { value: printed.kinds }
    if (printed.dates.length > 0) fields[`${path}.dates`] = { value: printed.dates }
  }
}

function addMeasures(fields: Fields, measures: MeasureModel[]): void {
  measures.forEach(({ text, units, deadline, inside }, index) => {
    const path = `measures[${index}]`
    fields[`${path}.text`] = { value: text }
    addUnits(fields, `${path}.units`, units)
    addDeadline(fields, `${path}.deadline`, deadline ?? inside)
  })
}

/** What a layout prints of a task; the rest stays empty. */
export interface Printed {
  number?: string
  upperNumber?: string
  parentNumber?: string
  problem?: string
  title?: string
  goals?: string[]
  units?: (PrintedUnits | undefined)[]
  deadline?: PrintedDeadline
  measures?: MeasureModel[]
  progressText?: string
}

/** The truth of a task of which a layout prints these parts. */
export function truthOf(key: string, printed: Printed): TaskTruth {
  const fields: Fields = {}
  for (const name of [
    'number',
    'upperNumber',
    'parentNumber',
    'problem',
    'title',
    'progressText',
  ] as const) {
    const value = printed[name]
    if (value !== undefined) fields[name] = { value }
  }
  if (printed.goals) fields.goals = { value: printed.goals }
  for (const units of printed.units ?? []) addUnits(fields, 'units', units)
  addDeadline(fields, 'deadline', printed.deadline)
  addMeasures(fields, printed.measures ?? [])
  return { key, fields }
}

/** The usual task: all its fields are printed. */
export const wholeTask = (task: TaskModel, number: string, more: Printed = {}): TaskTruth =>
  truthOf(task.title, {
    number,
    problem: task.problem,
    goals: task.goals,
    units: [task.units],
    deadline: task.deadline,
    measures: task.measures,
    ...more,
  })

/** Codes that the reader has to report for the deadlines of a list. */
export const faultsOf = (tasks: TaskModel[]): { code: string; key: string }[] =>
  tasks.flatMap(({ deadline, title }) =>
    deadline.fault ? [{ code: deadline.fault, key: title }] : [],
  )
