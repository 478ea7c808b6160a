import { extensionWords, partWords } from '@/copy/task-parts'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import type { PartDialog } from './staff-task'

/** A word on one part that needs a reason. */
const reasoned = (
  taskId: string,
  action: 'task.undoDone' | 'task.returnDone' | 'task.recordNoPart',
  { told, ...asked }: { readonly title: string; readonly line: string; readonly told: string },
): Dialog => ({
  kind: 'reason',
  label: partWords.reason,
  needed: partWords.reasonNeeded,
  ...asked,
  deed: (reason, partId) => deed(action, { taskId, partId, reason }, { told }),
})

/** What is asked before a word on a part or an extension is sent. `about` is the part. */
export const partDialogs = (
  taskId: string,
): Readonly<Record<Exclude<PartDialog, 'reportDone' | 'evidence' | 'extend'>, Dialog>> => ({
  undoDone: reasoned(taskId, 'task.undoDone', {
    title: partWords.undoTitle,
    line: partWords.undoLine,
    told: partWords.undone,
  }),
  returnDone: reasoned(taskId, 'task.returnDone', {
    title: partWords.returnTitle,
    line: partWords.returnLine,
    told: partWords.returned,
  }),
  recordNoPart: reasoned(taskId, 'task.recordNoPart', {
    title: partWords.noPartTitle,
    line: partWords.noPartLine,
    told: partWords.noPartDone,
  }),
  endorseExtension: {
    kind: 'confirm',
    title: extensionWords.endorseTitle,
    line: extensionWords.endorseLine,
    confirm: extensionWords.endorseExtension,
    deed: () => deed('task.endorseExtension', { taskId }, { told: extensionWords.endorsed }),
  },
  grantExtension: {
    kind: 'reason',
    title: extensionWords.grantExtension,
    label: extensionWords.decisionLabel,
    needed: extensionWords.decisionNeeded,
    max: 60,
    deed: (decisionNumber) =>
      deed('task.grantExtension', { taskId, decisionNumber }, { told: extensionWords.granted }),
  },
  refuseExtension: {
    kind: 'reason',
    title: extensionWords.refuseExtension,
    label: partWords.reason,
    needed: partWords.reasonNeeded,
    deed: (reason) =>
      deed('task.refuseExtension', { taskId, reason }, { told: extensionWords.refused }),
  },
  withdrawExtension: {
    kind: 'confirm',
    title: extensionWords.withdrawTitle,
    confirm: extensionWords.withdrawExtension,
    deed: () => deed('task.withdrawExtension', { taskId }, { told: extensionWords.withdrawn }),
  },
})
