import { Coverage } from './coverage'
import type { ImportFaultCode } from './codes'
import { faultAt } from './draft'
import { type Found, readWhole } from './find-records'
import { readNumeral } from '@/domain/import/numeral'
import type { RawRecord } from './raw-record'
import { compact, type Source } from './source'
import type { ImportCoverage, ImportedTask, ImportFault, Span } from './types'
import { unitRoles } from './units'

/** Of fewer tasks none is unlike the others. */
const fewest = 3
/** Goals and measures are left out in earnest; a number, a problem and who does it are not. */
const most = 0.75
const half = 0.5

interface Usual {
  code: ImportFaultCode
  /** The share of tasks that have it, above which a task without it is told. */
  share: number
  fields: RegExp
  has: (task: ImportedTask) => boolean
}

/** What most tasks of a list print. */
const usual: readonly Usual[] = [
  {
    code: 'IMPORT.NUMBER_MISSING',
    share: half,
    fields: /^number/,
    has: ({ number }) => number !== '',
  },
  {
    code: 'IMPORT.PROBLEM_MISSING',
    share: half,
    fields: /^(?:problem|title)/,
    has: ({ problem, title }) => problem !== '' || title !== '',
  },
  {
    code: 'IMPORT.UNITS_MISSING',
    share: half,
    fields: /^units|^measures/,
    has: ({ units, measures }) =>
      [units, ...measures.map((one) => one.units)].some((all) =>
        unitRoles.some((role) => all[role].length > 0),
      ),
  },
  {
    code: 'IMPORT.DEADLINE_MISSING',
    share: half,
    fields: /^deadline/,
    has: ({ deadline, measures }) =>
      deadline.text !== '' || measures.some((one) => one.deadline.text !== ''),
  },
  {
    code: 'IMPORT.GOALS_MISSING',
    share: most,
    fields: /^goals/,
    has: ({ goals }) => goals.length > 0,
  },
  {
    code: 'IMPORT.MEASURES_MISSING',
    share: most,
    fields: /^measures/,
    has: ({ measures }) => measures.length > 0,
  },
]

/** A task of which nobody knows what is wrong, also where no task of the list says it. */
const nameless = (records: RawRecord[], tasks: ImportedTask[]): ImportFault[] =>
  tasks.flatMap((task, index) => {
    const record = records[index]
    return task.problem === '' && record && !record.rows
      ? [faultAt('IMPORT.PROBLEM_MISSING', placeOf(task, record))]
      : []
  })

/** A task without a field that most have: lost in print, or lost in reading. */
export function missingFields(records: RawRecord[], tasks: ImportedTask[]): ImportFault[] {
  if (tasks.length < fewest) return nameless(records, tasks)
  const parents = new Set(records.map(({ above }) => above))
  return usual.flatMap(({ code, share, fields, has }) => {
    if (tasks.filter(has).length <= tasks.length * share)
      return code === 'IMPORT.PROBLEM_MISSING' ? nameless(records, tasks) : []
    return tasks.flatMap((task, index) => {
      const record = records[index]
      const known = has(task) || task.unsure.some(({ field }) => fields.test(field))
      return known || !record || parents.has(record) ? [] : [faultAt(code, placeOf(task, record))]
    })
  })
}

/** A second deadline of one plan in one task: two tasks read as one, or a date that is lost. */
export function deadlinesTwice(source: Source, records: RawRecord[]): ImportFault[] {
  return records.flatMap(({ fields, rows }) => {
    if (rows) return []
    const [first, ...others] = fields.filter(({ field, level }) => field === 'deadline' && !level)
    if (!first) return []
    const words = compact(source, first.span)
    return others
      .filter(({ span }) => compact(source, span) !== words)
      .map(({ span }) => faultAt('IMPORT.DEADLINE_TWICE', span))
  })
}

/** A task's number, or its first value. */
function placeOf(task: ImportedTask, record: RawRecord): Span {
  const first = Object.values(task.spans).sort((a, b) => a[0] - b[0])[0]
  return task.spans.number ?? first ?? [record.start, record.end]
}

/** A number that the heads jump over, in a list that mostly counts up by one. */
export function numberGaps(records: RawRecord[], tasks: ImportedTask[]): ImportFault[] {
  const groups = new Map<unknown, { task: ImportedTask; value: number }[]>()
  tasks.forEach((task, index) => {
    const value = readNumeral(task.number)
    if (value === null) return
    const group = records[index]?.above ?? task.spans.parentNumber?.[0] ?? null
    groups.set(group, [...(groups.get(group) ?? []), { task, value }])
  })
  return [...groups.values()].flatMap((group) => {
    const jumps = group.map(({ value }, at) => (at === 0 ? 1 : value - (group[at - 1]?.value ?? 0)))
    const regular = jumps.filter((jump) => jump === 1).length
    if (group.length < fewest || regular < group.length * most) return []
    return group.flatMap(({ task }, at) =>
      (jumps[at] ?? 1) > 1 ? [faultAt('IMPORT.NUMBER_GAP', task.spans.number ?? [0, 0])] : [],
    )
  })
}

/** Paints the values, the marks and what is no task's, and says what of each task is left. */
export function wordsLeft(
  source: Source,
  found: Found,
  tasks: ImportedTask[],
): { faults: ImportFault[]; coverage: ImportCoverage } {
  const coverage = new Coverage(source)
  for (const task of tasks) for (const span of Object.values(task.spans)) coverage.take(span)
  for (const mark of found.marks) coverage.take(mark)
  for (const { fields } of found.records)
    for (const { field, span, level } of fields) {
      if (readWhole(field, span[1] - span[0])) coverage.take(span)
      // The text of another plan, where the own plan's was taken.
      if (level !== null) coverage.leave(span)
    }
  for (const aside of found.asides) coverage.leave(aside)
  coverage.leave([0, found.listStart])
  coverage.leave([found.listEnd, source.folded.length])
  const faults = found.records.flatMap(({ start, end }) =>
    coverage.unread([start, end]).map((span) => faultAt('IMPORT.WORDS_LEFT', span)),
  )
  return { faults, coverage: coverage.result() }
}
