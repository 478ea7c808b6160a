import { staffTaskWords as words } from '@/copy/staff-task'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { closeOutDialogs } from './close-out-dialogs'
import { partDialogs } from './part-dialogs'
import type { FormDialog, TaskDialog } from './staff-task'

/** What is asked before a decision on a task is sent. `about` is the part, or the unit whose share it is. */
export const taskDialogs = (
  task: Parameters<typeof partDialogs>[0],
  about: string,
): Readonly<Record<Exclude<TaskDialog, FormDialog>, Dialog>> => ({
  ...partDialogs(task, about),
  ...closeOutDialogs(task.id),
  returnAssignment: {
    kind: 'reason',
    title: words.returnAssignment,
    label: words.reason,
    line: words.returnLine,
    needed: words.reasonNeeded,
    deed: (reason) =>
      deed('task.returnAssignment', { taskId: task.id, reason }, { told: words.returned }),
  },
  returnPlan: {
    kind: 'reason',
    title: words.returnPlan,
    label: words.reason,
    needed: words.reasonNeeded,
    deed: (reason, unitId) =>
      deed('task.returnPlan', { taskId: task.id, unitId, reason }, { told: words.planReturned }),
  },
  withdrawPlan: {
    kind: 'confirm',
    title: words.withdrawPlanTitle,
    line: words.withdrawPlanLine,
    confirm: words.withdrawPlan,
    deed: () => deed('task.withdrawPlan', { taskId: task.id }, { told: words.planWithdrawn }),
  },
  cancelTask: {
    kind: 'reason',
    title: words.cancelTask,
    line: words.cancelTaskLine,
    label: words.reason,
    needed: words.reasonNeeded,
    deed: (reason) =>
      deed('task.cancelTask', { taskId: task.id, reason }, { told: words.cancelled }),
  },
  cancelDraft: {
    kind: 'confirm',
    title: words.cancelDraftTitle,
    line: words.cancelDraftLine,
    confirm: words.cancelDraft,
    danger: true,
    deed: () => deed('task.cancelDraft', { taskId: task.id }, { told: words.draftCancelled }),
  },
})
