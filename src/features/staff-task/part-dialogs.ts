import { extensionWords, partWords } from '@/copy/task-parts'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import type { PartDialog } from './staff-task'

/** What is asked before a word on a part or an extension is sent. `about` is the part. */
export const partDialogs = (
  taskId: string,
): Readonly<Record<Exclude<PartDialog, 'reportDone' | 'extend'>, Dialog>> => ({
  undoDone: {
    kind: 'reason',
    title: partWords.undoTitle,
    label: partWords.reason,
    line: partWords.undoLine,
    needed: partWords.reasonNeeded,
    deed: (reason, partId) =>
      deed('task.undoDone', { taskId, partId, reason }, { told: partWords.undone }),
  },
  returnDone: {
    kind: 'reason',
    title: partWords.returnTitle,
    label: partWords.reason,
    line: partWords.returnLine,
    needed: partWords.reasonNeeded,
    deed: (reason, partId) =>
      deed('task.returnDone', { taskId, partId, reason }, { told: partWords.returned }),
  },
  recordNoPart: {
    kind: 'reason',
    title: partWords.noPartTitle,
    label: partWords.reason,
    line: partWords.noPartLine,
    needed: partWords.reasonNeeded,
    deed: (reason, partId) =>
      deed('task.recordNoPart', { taskId, partId, reason }, { told: partWords.noPartDone }),
  },
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
