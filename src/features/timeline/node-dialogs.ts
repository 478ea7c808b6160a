import { negotiationWords as words } from '@/copy/negotiation'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'

export type NodeDialog = 'reportNode' | 'undoNode' | 'confirmNode' | 'returnNode'

/** What is asked before a word on a firm's node is sent. `about` is the measure. */
export const nodeDialogs = (
  timelineId: string,
): Readonly<Record<Exclude<NodeDialog, 'reportNode'>, Dialog>> => ({
  confirmNode: {
    kind: 'confirm',
    title: words.confirmNodeTitle,
    line: words.confirmNodeLine,
    confirm: words.confirmNode,
    deed: (measureId) =>
      deed('enterprise.confirmNode', { timelineId, measureId }, { told: words.nodeConfirmed }),
  },
  undoNode: {
    kind: 'reason',
    title: words.undoNodeTitle,
    label: words.nodeReason,
    line: words.undoNodeLine,
    needed: words.nodeReasonNeeded,
    deed: (reason, measureId) =>
      deed('enterprise.undoNode', { timelineId, measureId, reason }, { told: words.nodeUndone }),
  },
  returnNode: {
    kind: 'reason',
    title: words.returnNodeTitle,
    label: words.nodeReason,
    line: words.returnNodeLine,
    needed: words.nodeReasonNeeded,
    deed: (reason, measureId) =>
      deed(
        'enterprise.returnNode',
        { timelineId, measureId, reason },
        { told: words.nodeReturned },
      ),
  },
})
