import { splitItems } from './items'
import type { LabelField } from './label-field'
import type { RawRecord, SharedField } from './raw-record'
import { slice, type Source } from './source'
import { unitRoles } from './units'
import type { ImportedTask, Unsure } from './types'

/** A field as a whole: where a decision on it is written, and the words of its value. */
interface Whole {
  field: string
  words: string
}

/** The fields that one task may take from another, those that hold something. */
function wholesOf({ units, deadline, goals, measures, progressText }: ImportedTask): Whole[] {
  const dated = deadline.dates.length > 0
  return [
    ...unitRoles.map((role) => ({ field: `units.${role}`, words: units[role].join('、') })),
    {
      field: dated ? 'deadline.dates' : 'deadline.text',
      words: dated ? deadline.dates.join('、') : deadline.text,
    },
    { field: 'goals', words: goals.join('\n') },
    { field: 'measures', words: measures.map(({ text }) => text).join('\n') },
    { field: 'progressText', words: progressText },
  ].filter(({ words }) => words !== '')
}

/** Who answers is one question, whether print calls them lead or responsible. */
const questionOf = (field: string): string =>
  /^units\.(?:lead|responsible)$/.test(field)
    ? 'answering'
    : field.replace(/^deadline\..*/, 'deadline')

/** A part of a task prints only some fields: what its task prints is proposed, never taken. */
function fromAbove(task: ImportedTask, above: ImportedTask): Unsure[] {
  const own = new Set(
    [...wholesOf(task), ...task.unsure.map(({ field }) => ({ field }))].map(({ field }) =>
      questionOf(field),
    ),
  )
  return wholesOf(above)
    .filter(({ field }) => field !== 'progressText' && !own.has(questionOf(field)))
    .map(({ field, words }) => ({
      field,
      reason: `只写在上级任务(第${above.number}项)里。`,
      proposed: words,
    }))
}

/** What a printed field is read into. */
const readFrom: Partial<Record<LabelField, RegExp>> = {
  lead: /^units\.(?:lead|responsible|supporting)/,
  responsible: /^units\.(?:lead|responsible|supporting)/,
  supporting: /^units\.supporting/,
  supervising: /^units\.supervising/,
  accepting: /^units\.accepting/,
  supervisingAccepting: /^units\.(?:supervising|accepting)/,
  deadline: /^deadline/,
  goals: /^goals/,
  measures: /^measures/,
  progress: /^progressText/,
}

/** Several tasks print a field together: its value stands, and a person looks at it. */
function together(source: Source, task: ImportedTask, shared: SharedField[]): Unsure[] {
  return wholesOf(task).flatMap(({ field, words }) => {
    const from = shared.find((one) => readFrom[one.field]?.test(field))
    if (!from) return []
    const other = from.with ? `第${slice(source, from.with)}项` : '上一行'
    return [{ field, reason: `与${other}共用。`, proposed: words }]
  })
}

/** 整改措施及完成情况: which of its items are measures, a person tells. */
function fromProgress(source: Source, { fields }: RawRecord, task: ImportedTask): Unsure[] {
  const text = fields.find(({ joined }) => joined)
  if (!text || task.measures.length > 0) return []
  const words = splitItems(source, text.span).map(({ span }) => slice(source, span))
  return [{ field: 'measures', reason: '整改措施与完成情况写在一起。', proposed: words.join('\n') }]
}

/** What no label names is taken as its words say, and a person looks at it. */
const unnamed = ({ fields }: RawRecord, { progressText }: ImportedTask): Unsure[] =>
  fields.some((text) => text.unnamed)
    ? [
        {
          field: 'progressText',
          reason: '这一段没有写字段名称,读作整改情况。',
          proposed: progressText,
        },
      ]
    : []

/** Problems and measures in sections of their own: which belong together, the numbers tell. */
function paired(source: Source, { unpaired }: RawRecord, task: ImportedTask): Unsure[] {
  if (!unpaired) return []
  const held = wholesOf(task).map((one) => ({ ...one, reason: '与问题分开写,按序号对应。' }))
  const open = unpaired.map(({ field, span }) => ({
    field: field === 'progress' ? 'progressText' : field,
    reason: '与问题分开写,序号对不上。',
    words: slice(source, span),
  }))
  return [...held, ...open].map(({ field, reason, words }) => ({ field, reason, proposed: words }))
}

/** Lists under each task's `unsure` what it may have, or has, from another. */
export function proposeFromOthers(
  source: Source,
  records: RawRecord[],
  tasks: ImportedTask[],
): void {
  const byRecord = new Map(records.map((record, index) => [record, tasks[index]]))
  records.forEach((record, index) => {
    const task = tasks[index]
    const above = record.above && byRecord.get(record.above)
    if (task) task.unsure.push(...fromProgress(source, record, task), ...unnamed(record, task))
    if (task) task.unsure.push(...paired(source, record, task))
    if (task && above) task.unsure.push(...fromAbove(task, above))
    if (task && record.shared) task.unsure.push(...together(source, task, record.shared))
  })
}
