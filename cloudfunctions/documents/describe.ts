import type { ImportBatch } from '@/domain/import/batch'
import { type DraftTask, openFieldsOf } from '@/domain/import/draft'
import { type KnownUnits, titleOf, unitNamesOf, unknownNamesOf } from '@/domain/import/to-task'
import type { ActionOutput } from '@/contract/actions'
import type { FoundRound } from '../_stores/round-store'
import { isCollective } from './importer/units'

/** @param found the round it names, where its review is shown: how many problems the list must have */
export const describeBatch = (
  {
    id,
    fileName,
    roundName,
    state,
    at,
    drafts,
    confirmed,
    committed,
    unsure,
    faults,
    expected,
    covered,
    unread,
    compared,
  }: ImportBatch,
  found: FoundRound | null = null,
): ActionOutput<'documents.startImport'> => ({
  id,
  fileName,
  roundName,
  state,
  at,
  drafts,
  confirmed,
  committed,
  unsure,
  faults: [...faults],
  expected: expected ?? found?.round.expected ?? null,
  covered,
  unread: [...unread],
  compared: compared && { ...compared, gone: [...compared.gone] },
})

/** New, changed or the same against the round's last list. */
const changeOf = ({ known }: DraftTask): 'added' | 'changed' | 'same' => {
  if (known === null) return 'added'
  return known.changes.length > 0 ? 'changed' : 'same'
}

export const describeRow = (draft: DraftTask, { compared }: ImportBatch) => ({
  index: draft.index,
  number: draft.number,
  title: titleOf(draft),
  open: openFieldsOf(draft).length,
  confirmed: draft.confirmed,
  taskId: draft.taskId,
  change: compared === null ? null : changeOf(draft),
})

const namesOf = (units: DraftTask['units']) => ({
  lead: [...units.lead],
  responsible: [...units.responsible],
  supporting: [...units.supporting],
  supervising: [...units.supervising],
  accepting: [...units.accepting],
})

const deadlineOf = ({ kinds, dates, text }: DraftTask['deadline']) => ({
  kinds: [...kinds],
  dates: [...dates],
  text,
})

/** A draft with what the register knows of its units now. */
export const describeDraft = (
  draft: DraftTask,
  units: KnownUnits,
): ActionOutput<'documents.getDraft'> => ({
  ...draft,
  goals: [...draft.goals],
  units: namesOf(draft.units),
  deadline: deadlineOf(draft.deadline),
  measures: draft.measures.map((measure) => ({
    text: measure.text,
    units: namesOf(measure.units),
    deadline: deadlineOf(measure.deadline),
  })),
  spans: Object.fromEntries(
    Object.entries(draft.spans).map(([path, [start, end]]) => [path, [start, end]]),
  ),
  unread: draft.unread.map(([start, end]): [number, number] => [start, end]),
  known: draft.known && {
    taskId: draft.known.taskId,
    changes: draft.known.changes.map((change) => ({ ...change })),
  },
  unsure: draft.unsure.map((field) => ({ ...field, proposed: [...field.proposed] })),
  doubts: draft.doubts.map(({ message, span: [start, end] }) => ({
    message,
    span: [start, end],
  })),
  faults: [...draft.faults],
  unknownUnits: unknownNamesOf(draft, units, isCollective),
  collectiveUnits: unitNamesOf(draft).filter((name) => !units.has(name) && isCollective(name)),
})
