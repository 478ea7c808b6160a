import type { Expected, TaskTruth } from '../corpus/model'

/** The right values of a task in short. */
interface Right {
  number?: string
  upper?: string
  parent?: string
  problem?: string
  goals?: string[]
  lead?: string[]
  responsible?: string[]
  supporting?: string[]
  supervising?: string[]
  accepting?: string[]
  /** Fields that are right and shown for a person to look at. */
  shown?: string[]
  /** Printed words, kinds, days. */
  deadline?: [text: string, kinds: string[], dates?: string[]]
  /** A deadline of which a person decides the days. */
  open?: string
  measures?: (string | [text: string, Right])[]
  progress?: string
}

export interface PublishedList {
  name: string
  text: string
  tasks: TaskTruth[]
}

const roles = ['lead', 'responsible', 'supporting', 'supervising', 'accepting'] as const

function fieldsOf(right: Right, path = ''): Record<string, Expected<unknown>> {
  const fields: Record<string, Expected<unknown>> = {}
  const put = (name: string, value: unknown): void => {
    if (value !== undefined) fields[`${path}${name}`] = { value }
  }
  for (const role of roles) put(`units.${role}`, right[role])
  const [text, kinds, dates] = right.deadline ?? []
  put('deadline.text', text ?? right.open)
  put('deadline.kinds', kinds)
  put('deadline.dates', dates)
  if (right.open !== undefined) fields[`${path}deadline.dates`] = { value: [], open: true }
  return fields
}

/** @param key words that only this task prints in its problem */
export function task(key: string, right: Right): TaskTruth {
  const fields = fieldsOf(right)
  const put = (name: string, value: unknown): void => {
    if (value !== undefined) fields[name] = { value }
  }
  put('number', right.number)
  put('upperNumber', right.upper)
  put('parentNumber', right.parent)
  put('problem', right.problem)
  put('goals', right.goals)
  put('progressText', right.progress)
  right.measures?.forEach((measure, at) => {
    const [text, own] = typeof measure === 'string' ? [measure, {}] : measure
    Object.assign(fields, fieldsOf(own, `measures[${at}].`))
    put(`measures[${at}].text`, text)
  })
  for (const path of right.shown ?? [])
    for (const [name, field] of Object.entries(fields))
      if (name.startsWith(path)) field.shown = true
  return { key, fields }
}
