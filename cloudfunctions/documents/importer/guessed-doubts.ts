import { faultAt } from './draft'
import type { RawRecord } from './raw-record'
import type { ImportedTask, ImportFault } from './types'
import { unitRoles } from './units'

const guesses = {
  columns: ['IMPORT.COLUMNS_UNKNOWN', '这张表的列名不认识,是照单元格的内容取的建议。'],
  marks: ['IMPORT.HEADS_UNKNOWN', '字段名称的写法不认识,是照样子取的建议。'],
} as const

/** Everything that was read by unknown columns or marks is shown to a person, and told. */
export function guessedDoubts(
  records: readonly RawRecord[],
  tasks: readonly ImportedTask[],
): ImportFault[] {
  return records.flatMap(({ guessed, start, end }, at) => {
    const task = tasks[at]
    if (!guessed || !task) return []
    const [code, reason] = guesses[guessed]
    const answering = unitRoles.filter((role) => task.units[role].length > 0)
    const values: [field: string, proposed: string][] = [
      ['number', task.number],
      ['problem', task.problem],
      ...answering.map((role): [string, string] => [`units.${role}`, task.units[role].join('、')]),
      ['deadline.dates', task.deadline.dates.join('、')],
      ['goals', task.goals.join('\n')],
      ['measures', task.measures.map(({ text }) => text).join('\n')],
      ['progressText', task.progressText],
    ]
    const known = new Set(task.unsure.map(({ field }) => field))
    for (const [field, proposed] of values)
      if (!known.has(field) && (proposed !== '' || isOwed(field)))
        task.unsure.push({ field, reason, proposed })
    return [faultAt(code, task.spans.problem ?? [start, end])]
  })
}

/** What every task has: where nothing was read of it, a person is asked too. */
const isOwed = (field: string): boolean => /^(?:number|problem|deadline)/.test(field)
