import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { parseList } from '@/cloudfunctions/documents/importer/parse-list'
import type { ImportResult, ImportedTask } from '@/cloudfunctions/documents/importer/types'

/** Parses with the published Chinese calendar, as the function and the command line do. */
export const read = (text: string): ImportResult => parseList(text, workCalendar)

export function only(text: string): ImportedTask {
  const { tasks } = read(text)
  expect(tasks).toHaveLength(1)
  return tasks[0] as ImportedTask
}

export const codes = (text: string): string[] =>
  read(text).faults.map((fault) => fault.code.replace('IMPORT.', ''))
