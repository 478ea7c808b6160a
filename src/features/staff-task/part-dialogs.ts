import { maxPaperNumber } from '@/contract/limits'
import { ofPart } from '@/copy/printed-words'
import { extensionWords, partWords } from '@/copy/task-parts'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import type { PartDialog, StaffTask } from './staff-task'

type Asking = Pick<StaffTask, 'id' | 'parts' | 'extensions'>

/** A word on one part that needs a reason; the part is named, for one list holds many. */
const reasoned = (
  { id: taskId, parts }: Asking,
  about: string,
  action: 'task.undoDone' | 'task.returnDone' | 'task.recordNoPart',
  {
    told,
    line,
    ...asked
  }: { readonly title: string; readonly line: string; readonly told: string },
): Dialog => ({
  kind: 'reason',
  label: partWords.reason,
  needed: partWords.reasonNeeded,
  ...asked,
  line: ofPart(parts.find(({ id }) => id === about)?.text ?? '', line),
  deed: (reason, partId) => deed(action, { taskId, partId, reason }, { told }),
})

/** The request that is decided on. */
const openOf = ({ extensions }: Asking) => extensions.find(({ events }) => events.length > 0)

/** Whose paper decides it. */
const deciderOf = (task: Asking) => openOf(task)?.decidedBy ?? 'leadingGroup'

/** What moves from which day to which. */
const movesOf = (task: Asking): string => {
  const open = openOf(task)
  return open
    ? ofPart(open.partText ?? extensionWords.whole, extensionWords.moves(open.from, open.to))
    : ''
}

/** What is asked before a word on a part or an extension is sent. `about` is the part. */
export const partDialogs = (
  task: Asking,
  about: string,
): Readonly<Record<Exclude<PartDialog, 'reportDone' | 'evidence' | 'extend'>, Dialog>> => ({
  undoDone: reasoned(task, about, 'task.undoDone', {
    title: partWords.undoTitle,
    line: partWords.undoLine,
    told: partWords.undone,
  }),
  returnDone: reasoned(task, about, 'task.returnDone', {
    title: partWords.returnTitle,
    line: partWords.returnLine,
    told: partWords.returned,
  }),
  recordNoPart: reasoned(task, about, 'task.recordNoPart', {
    title: partWords.noPartTitle,
    line: partWords.noPartLine,
    told: partWords.noPartDone,
  }),
  endorseExtension: {
    kind: 'confirm',
    title: extensionWords.endorseTitle,
    line: `${movesOf(task)}。${extensionWords.endorseLine(deciderOf(task))}`,
    confirm: extensionWords.endorseExtension,
    deed: () =>
      deed('task.endorseExtension', { taskId: task.id }, { told: extensionWords.endorsed }),
  },
  grantExtension: {
    kind: 'reason',
    title: extensionWords.grantExtension,
    line: movesOf(task),
    label:
      deciderOf(task) === 'upperLevel'
        ? extensionWords.upperDecisionLabel
        : extensionWords.decisionLabel,
    needed: extensionWords.decisionNeeded,
    max: maxPaperNumber,
    deed: (decisionNumber) =>
      deed(
        'task.grantExtension',
        { taskId: task.id, decisionNumber },
        { told: extensionWords.granted },
      ),
  },
  refuseExtension: {
    kind: 'reason',
    title: extensionWords.refuseExtension,
    line: movesOf(task),
    label: partWords.reason,
    needed: partWords.reasonNeeded,
    deed: (reason) =>
      deed('task.refuseExtension', { taskId: task.id, reason }, { told: extensionWords.refused }),
  },
  withdrawExtension: {
    kind: 'confirm',
    title: extensionWords.withdrawTitle,
    confirm: extensionWords.withdrawExtension,
    deed: () =>
      deed('task.withdrawExtension', { taskId: task.id }, { told: extensionWords.withdrawn }),
  },
})
