import { useState } from 'react'
import type { TaskCategory } from '@/domain/task/task'
import type { StaffTask } from '../staff-task'

export interface UnitRef {
  readonly id: string
  readonly name: string
}

export type UnitSlot = 'responsible' | 'supporting' | 'enterprises'

/** What the office decides when it assigns; begins with what the list said. */
export function useAssignForm(task: StaffTask) {
  const [lead, setLead] = useState<UnitRef | null>(task.units.lead[0] ?? null)
  const [units, setUnits] = useState<Readonly<Record<UnitSlot, readonly UnitRef[]>>>({
    responsible: task.units.responsible,
    supporting: task.units.supporting,
    enterprises: task.enterprises,
  })
  const [villages, setVillages] = useState<readonly UnitRef[]>(
    task.villages.map(({ code, name }) => ({ id: code, name })),
  )
  const [countedOn, setCountedOn] = useState(task.dueOn ?? '')
  const [category, setCategory] = useState<TaskCategory>(task.category)
  const [enteredBy, setEnteredBy] = useState<UnitRef | null>(null)

  const add = (slot: UnitSlot, unit: UnitRef) =>
    setUnits((before) =>
      before[slot].some(({ id }) => id === unit.id)
        ? before
        : { ...before, [slot]: [...before[slot], unit] },
    )
  const remove = (slot: UnitSlot, id: string) =>
    setUnits((before) => ({ ...before, [slot]: before[slot].filter((unit) => unit.id !== id) }))
  const addVillage = (village: UnitRef) =>
    setVillages((before) =>
      before.some(({ id }) => id === village.id) ? before : [...before, village],
    )
  const removeVillage = (id: string) =>
    setVillages((before) => before.filter((village) => village.id !== id))

  // A lead unit also answers for its share: it is one of the responsible ones.
  const responsible = [
    ...(lead && !units.responsible.some(({ id }) => id === lead.id) ? [lead.id] : []),
    ...units.responsible.map(({ id }) => id),
  ]
  const input = {
    taskId: task.id,
    leadUnitId: lead?.id ?? null,
    responsibleUnitIds: responsible,
    supportingUnitIds: units.supporting.map(({ id }) => id),
    villageCodes: villages.map(({ id }) => id),
    enterpriseIds: units.enterprises.map(({ id }) => id),
    category,
    // A date that the list gave is not sent back as the office's own.
    countedOn: countedOn && countedOn !== task.deadline.countedOn ? countedOn : null,
    eventEnteredBy: enteredBy?.id ?? null,
  }
  return {
    ...{ lead, setLead, units, villages, countedOn, setCountedOn, category, setCategory },
    ...{ enteredBy, setEnteredBy, add, remove, addVillage, removeVillage, input },
  }
}
