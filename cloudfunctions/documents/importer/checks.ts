import { dayNumber } from './calendar'
import { faultAt } from './draft'
import type { ReadNotice } from './notice'
import { numberKey } from './numbers'
import type { RawRecord } from './raw-record'
import type { ImportedTask, ImportFault, ImportedUnits, Span } from './types'

/** A notice this long before the deadline it reports on, or this far from its paper's date. */
const nearlyAYear = 330

const spanOf = (task: ImportedTask, path: string): Span => task.spans[path] ?? [0, 0]

function yearOff(
  task: ImportedTask,
  notice: ReadNotice,
  publishedOn: string | null,
): ImportFault[] {
  const { from, to } = notice.notice
  if (!notice.words || from === '') return []
  const last = [...task.deadline.dates].sort().pop()
  const end = to || from
  const early =
    last !== undefined &&
    task.deadline.kinds.some((kind) => kind === 'fixed' || kind === 'staged') &&
    dayNumber(last) - dayNumber(end) >= nearlyAYear
  const apart =
    publishedOn !== null && Math.abs(dayNumber(publishedOn) - dayNumber(from)) >= nearlyAYear
  return early || apart ? [faultAt('IMPORT.DATE_YEAR_OFF', notice.words)] : []
}

function lateMeasures(task: ImportedTask): ImportFault[] {
  const last = [...task.deadline.dates].sort().pop()
  if (last === undefined || task.deadline.kinds.includes('longTerm')) return []
  return task.measures.flatMap((measure, index) => {
    const own = [...measure.deadline.dates].sort().pop()
    return own !== undefined && own > last
      ? [faultAt('IMPORT.MEASURE_AFTER_TASK', spanOf(task, `measures[${index}].deadline.text`))]
      : []
  })
}

function unitsTwice(task: ImportedTask, units: ImportedUnits, path: string): ImportFault[] {
  // 牵头 and 责任 may name one unit; doing and supporting, or doing and accepting as lead of both, may not.
  const doing = new Set([...units.lead, ...units.responsible])
  return units.supporting.flatMap((name, index) =>
    doing.has(name)
      ? [faultAt('IMPORT.UNIT_TWICE', spanOf(task, `${path}.supporting[${index}]`))]
      : [],
  )
}

/** What contradicts within a task; the values stay as they are. */
export function checkTask(
  task: ImportedTask,
  notice: ReadNotice,
  publishedOn: string | null,
): ImportFault[] {
  return [
    ...yearOff(task, notice, publishedOn),
    ...lateMeasures(task),
    ...unitsTwice(task, task.units, 'units'),
    ...task.measures.flatMap((measure, index) =>
      unitsTwice(task, measure.units, `measures[${index}].units`),
    ),
  ]
}

/** Tasks of one parent that carry the same number. */
export function checkNumbers(records: RawRecord[], tasks: ImportedTask[]): ImportFault[] {
  const seen = new Set<string>()
  return tasks.flatMap((task, index) => {
    if (task.number === '') return []
    // Every heading counts anew, also where two headings carry one number.
    const under = records[index]?.parent?.start ?? spanOf(task, 'parentNumber')[0]
    const key = `${under}\n${numberKey(task.number)}`
    if (seen.has(key)) return [faultAt('IMPORT.NUMBER_TWICE', spanOf(task, 'number'))]
    seen.add(key)
    return []
  })
}
