import { maxPaperNumber } from '@/contract/limits'
import { closeOutWords as words } from '@/copy/close-out'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import type { CloseOutDialog, FormDialog } from './staff-task'

/** What is asked before a word on the way to close-out is sent. */
export const closeOutDialogs = (
  taskId: string,
): Readonly<Record<Exclude<CloseOutDialog, FormDialog>, Dialog>> => ({
  confirmCheck: {
    kind: 'confirm',
    title: words.confirmTitle,
    line: words.confirmLine,
    confirm: words.confirmCheck,
    deed: () => deed('task.confirmCheck', { taskId }, { told: words.confirmed }),
  },
  denyCheck: {
    kind: 'reason',
    title: words.denyCheck,
    label: words.denyLabel,
    line: words.denyLine,
    needed: words.denyNeeded,
    deed: (reason) => deed('task.denyCheck', { taskId, reason }, { told: words.denied }),
  },
  requestCloseOut: {
    kind: 'reason',
    title: words.requestCloseOut,
    label: words.reportLabel,
    line: words.reportLine,
    needed: words.reportNeeded,
    max: maxPaperNumber,
    deed: (reportNumber) =>
      deed('task.requestCloseOut', { taskId, reportNumber }, { told: words.requestSent }),
  },
  noticeFirst: {
    kind: 'confirm',
    title: words.noticeFirstTitle,
    line: words.noticeFirstLine,
    confirm: words.noticeFirst,
    deed: () => deed('task.noticeFirst', { taskId }, { told: words.noticePublished }),
  },
  publishNotice: {
    kind: 'confirm',
    title: words.publishTitle,
    line: words.publishLine,
    confirm: words.publishNotice,
    deed: () => deed('task.publishNotice', { taskId }, { told: words.noticePublished }),
  },
  keepClosed: {
    kind: 'reason',
    title: words.keepClosed,
    label: words.keepLabel,
    line: words.keepLine,
    needed: words.keepNeeded,
    deed: (reason) => deed('task.keepClosed', { taskId, reason }, { told: words.kept }),
  },
  withdraw: {
    kind: 'confirm',
    title: words.withdrawTitle,
    line: words.withdrawLine,
    confirm: words.withdraw,
    deed: () => deed('task.withdraw', { taskId }, { told: words.withdrawn }),
  },
})
