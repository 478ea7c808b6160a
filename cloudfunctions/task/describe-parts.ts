import type { TaskFacts } from '@/domain/task/facts'
import {
  deciderOfExtension,
  type Extension,
  type ExtensionPart,
  isOpenExtension,
} from '@/domain/task/extension'
import { extendableDayOf } from '@/domain/task/extension-part'
import { allowedExtensionEvents, extendablePartsOf } from '@/domain/task/extension-workflow'
import { type Part, partsOf, reportOn } from '@/domain/task/part'
import { allowedPartEvents } from '@/domain/task/part-workflow'
import { lackingOf } from '@/domain/task/part-proof'
import { assignmentOf } from '@/domain/task/responsibility'
import { isProvisionalDay } from '@/domain/task/schedule'
import type { Call } from '../_kit/handler'
import type { TaskRecord } from '../_stores/task-record'
import type { Names } from '../_stores/task-names'

const describeReport = (task: TaskRecord, { id, unitId }: Part) => {
  const report = reportOn(task, id)
  if (!report) return null
  const { on, reportedOn, words, paperNumber, noPart, beforeIds = [], photoIds, fileIds } = report
  const assignedOn = assignmentOf(task, unitId)?.assignedOn ?? on
  const photos = beforeIds.length + photoIds.length
  const said = { on, reportedOn, words, paperNumber, photos, files: fileIds.length }
  return { ...said, beforeAssignment: on < assignedOn, noPart }
}

/** Every part of the task with what was said of it, and what this person may do with it. */
export const describeParts = (
  task: TaskRecord,
  names: Names,
  { actor, serves }: Call,
  facts: TaskFacts,
) =>
  partsOf(task).map((part) => ({
    id: part.id,
    kind: part.kind,
    unit: names.unitRef(part.unitId),
    measureId: part.measureId,
    text: part.text,
    place: part.place ?? null,
    hasPoint: (part.point ?? null) !== null,
    dueOn: part.dueOn,
    dueProvisional: isProvisionalDay(task, part.dueOn),
    doneOn: part.doneOn,
    proof: [...(part.proof ?? [])],
    proofWords: part.proofWords ?? null,
    lacking: lackingOf(task, part),
    report: describeReport(task, part),
    events: allowedPartEvents(task, part, actor, facts).filter((event) => serves(event)),
  }))

/** Words of the part; null for the whole task. */
const textOf = (task: TaskRecord, part: ExtensionPart): string | null => {
  if (part.kind === 'task') return null
  const measure = task.measures.find(({ id }) => id === part.measureId)
  if (part.kind === 'measure') return measure?.text ?? ''
  const { stages } = measure?.deadline ?? task.deadline
  return stages[part.index]?.result ?? ''
}

const describeExtension = (
  task: TaskRecord,
  { part, unitId, endorsedOn: _endorsed, ...extension }: Extension,
  names: Names,
) => ({
  ...extension,
  decidedBy: extension.decidedBy ?? (isOpenExtension(extension) ? deciderOfExtension(task) : null),
  unit: names.unitRef(unitId),
  partText: textOf(task, part),
})

/** Every request to move a deadline, the newest first, and of what this unit may ask for one. */
export const describeExtensions = (
  task: TaskRecord,
  names: Names,
  { actor, serves }: Call,
  facts: TaskFacts,
) => ({
  extensions: [...task.extensions].reverse().map((extension) => ({
    ...describeExtension(task, extension, names),
    events: allowedExtensionEvents(extension, actor, { ...facts, task }).filter((event) =>
      serves(event),
    ),
  })),
  extendable: extendablePartsOf(task, actor, facts).map((part) => ({
    part,
    text: textOf(task, part),
    from: extendableDayOf(task, part) ?? facts.today,
  })),
})
