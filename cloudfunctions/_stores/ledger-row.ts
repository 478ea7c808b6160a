import { comeBackOf } from '@/domain/task/cycle'
import { answeringUnitOf, unitsWithAPart } from '@/domain/task/responsibility'
import { finalDueOn, isProvisionalDay, overdueDays, scheduleOf } from '@/domain/task/schedule'
import { describeTurns } from './describe-turns'
import type { OrganizationStore } from './organization-store'
import type { TaskRecord } from './task-record'
import { taskThing } from './task-thing'
import { loadNames, type Names } from './task-names'
import type { Asker } from './thing'
import type { Writer } from './writer'

/** The unit a row names: who answers, else the first that leads or does. */
export const leadOf = ({ units }: Pick<TaskRecord, 'units'>): string | null =>
  answeringUnitOf(units) ?? units.lead[0] ?? units.responsible[0] ?? null

export const describeRow = (writer: Writer, task: TaskRecord, names: Names, by: Asker) => {
  const lead = leadOf(task)
  return {
    id: task.id,
    number: task.number,
    title: task.title,
    category: task.category,
    state: task.state,
    schedule: scheduleOf(task, by.today).state,
    overdueDays: overdueDays(task, by.today),
    dueOn: finalDueOn(task),
    dueProvisional: isProvisionalDay(task, finalDueOn(task)),
    dueText: task.deadline.text,
    leadName: lead === null ? (task.collectiveUnits[0] ?? '') : names.unit(lead).name,
    comeBack: comeBackOf(task),
    events: writer.eventsOn(taskThing, task, by),
  }
}

/** What the wide table and the workbook say of a task beside its row. */
const describeDetail = (writer: Writer, task: TaskRecord, names: Names, by: Asker) => {
  const granted = task.extensions.filter(({ state }) => state === 'granted')
  const [turn = null] = describeTurns(writer.owedOn(taskThing, task, by), names)
  return {
    responsible: task.units.responsible.map((id) => names.unit(id).name),
    lead: task.units.lead.map((id) => names.unit(id).name),
    villages: task.villageCodes.map(names.region),
    extensions: granted.length,
    turn,
  }
}

interface Deps {
  readonly writer: Writer
  readonly organization: OrganizationStore
}

/** Rows with their details; units and villages of all of them are named by two queries. */
export const describeRows = async (
  { writer, organization }: Deps,
  tasks: readonly TaskRecord[],
  by: Asker,
) => {
  const units = tasks.flatMap((task) => [
    ...unitsWithAPart(task),
    ...writer.owedOn(taskThing, task, by).flatMap(({ unitId }) => unitId ?? []),
  ])
  const villages = tasks.flatMap(({ villageCodes }) => villageCodes)
  const names = await loadNames(organization, [...new Set(units)], [...new Set(villages)])
  return tasks.map((task) => ({
    ...describeRow(writer, task, names, by),
    detail: describeDetail(writer, task, names, by),
  }))
}
