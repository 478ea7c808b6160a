import type { TaskCategory } from '@/domain/task/task'
import { maxRhythm } from '@/domain/task/rhythm'
import { useDraft } from '@/src/platform/use-draft'
import type { StaffTask } from '../staff-task'

export interface UnitRef {
  readonly id: string
  readonly name: string
}

export type UnitSlot = 'responsible' | 'supporting' | 'enterprises'

interface AssignDraft extends Readonly<Record<UnitSlot, readonly UnitRef[]>> {
  readonly lead: UnitRef | null
  readonly villages: readonly UnitRef[]
  readonly countedOn: string
  /** As typed, of what comes again and whose rhythm the list does not print; a draft may be older. */
  readonly everyMonths?: string
  readonly category: TaskCategory
  readonly enteredBy: UnitRef | null
}

/** What the list said of who answers for it, before the office has decided anything. */
export const asListed = (task: StaffTask): AssignDraft => ({
  lead: task.units.lead[0] ?? null,
  responsible: task.units.responsible,
  supporting: task.units.supporting,
  enterprises: task.enterprises,
  villages: task.villages.map(({ code, name }) => ({ id: code, name })),
  countedOn: task.dueOn ?? '',
  category: task.category,
  enteredBy: null,
})

const withOne = (list: readonly UnitRef[], one: UnitRef) =>
  list.some(({ id }) => id === one.id) ? list : [...list, one]
const withoutOne = (list: readonly UnitRef[], id: string) => list.filter((one) => one.id !== id)

/** Null for nothing typed; undefined where it is no number of months. */
const monthsOf = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null
  const months = Number(typed)
  return Number.isInteger(months) && months >= 1 && months <= maxRhythm ? months : undefined
}

/** Input of `task.assign` as it was decided. */
export const assignmentOf = (task: StaffTask, decided: AssignDraft) => {
  const { lead, countedOn } = decided
  const everyMonths = task.deadline.rhythmOpen ? monthsOf(decided.everyMonths ?? '') : null
  // A lead unit also answers for its share: it is one of the responsible ones.
  const responsible = [
    ...(lead && !decided.responsible.some(({ id }) => id === lead.id) ? [lead.id] : []),
    ...decided.responsible.map(({ id }) => id),
  ]
  return {
    taskId: task.id,
    leadUnitId: lead?.id ?? null,
    responsibleUnitIds: responsible,
    supportingUnitIds: decided.supporting.map(({ id }) => id),
    villageCodes: decided.villages.map(({ id }) => id),
    enterpriseIds: decided.enterprises.map(({ id }) => id),
    category: decided.category,
    // A date that the list gave is not sent back as the office's own.
    countedOn: countedOn && countedOn !== task.deadline.countedOn ? countedOn : null,
    eventEnteredBy: decided.enteredBy?.id ?? null,
    ...(everyMonths && { everyMonths }),
  }
}

/** Under which name the phone keeps what is half decided. */
export const assignForm = (taskId: string) => `assign.${taskId}`

/** What the office decides when it assigns; begins with what the list said. */
export function useAssignForm(task: StaffTask) {
  const draft = useDraft<AssignDraft>(assignForm(task.id), asListed(task))
  const { value, change, read } = draft
  const everyMonths = task.deadline.rhythmOpen ? monthsOf(value.everyMonths ?? '') : null
  const input = assignmentOf(task, value)
  return {
    draft,
    input,
    everyMonths,
    add: (slot: UnitSlot, unit: UnitRef) => change({ [slot]: withOne(read()[slot], unit) }),
    remove: (slot: UnitSlot, id: string) => change({ [slot]: withoutOne(read()[slot], id) }),
    addVillage: (village: UnitRef) => change({ villages: withOne(read().villages, village) }),
    removeVillage: (id: string) => change({ villages: withoutOne(read().villages, id) }),
  }
}
