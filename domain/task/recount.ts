import { type Days, limitFrom } from '../calendar/period'
import { type Deadline, enterEvent } from './deadline'
import type { Extension } from './extension'
import { isOpenExtension } from './extension'
import type { Assignment, RectificationTask } from './task'

type Counting = Omit<Days, 'today'>

const deadlineAnew = (deadline: Deadline, { calendar }: Counting): Deadline => {
  const entered = deadline.event?.entered
  if (!deadline.provisional || !entered) return deadline
  return enterEvent(deadline, entered.happenedOn, entered.period, calendar)
}

/** What is still awaited; a day that was met stays as it was promised. */
const assignmentAnew = (assignment: Assignment, days: Counting): Assignment => {
  const { state, assignedOn, signedOn, signDueProvisional, planDueProvisional } = assignment
  if (state === 'pending' && signDueProvisional) {
    const due = limitFrom(assignedOn, 'signForWorkingDays', days)
    return { ...assignment, signDueOn: due.on, signDueProvisional: due.provisional }
  }
  if (state !== 'signedFor' || signedOn === null || !planDueProvisional) return assignment
  const due = limitFrom(signedOn, 'planWorkingDays', days)
  return { ...assignment, planDueOn: due.on, planDueProvisional: due.provisional }
}

const extensionAnew = (extension: Extension, days: Counting): Extension => {
  if (!isOpenExtension(extension) || !extension.decideDueProvisional) return extension
  const due = limitFrom(extension.askedOn, 'decideExtensionWorkingDays', days)
  return { ...extension, decideDueOn: due.on, decideDueProvisional: due.provisional }
}

/** 暂定 days of a task, counted with the calendar as it is now. */
export const recountTask = <T extends RectificationTask>(task: T, days: Counting): T => ({
  ...task,
  deadline: deadlineAnew(task.deadline, days),
  measures: task.measures.map((measure) =>
    measure.deadline ? { ...measure, deadline: deadlineAnew(measure.deadline, days) } : measure,
  ),
  assignments: task.assignments.map((assignment) => assignmentAnew(assignment, days)),
  extensions: task.extensions.map((extension) => extensionAnew(extension, days)),
})
