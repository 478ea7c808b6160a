import { negotiationWords as words } from '@/copy/negotiation'
import { ofPart } from '@/copy/printed-words'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import type { Timeline } from './hooks/use-replies'

export type NodeDialog = 'reportNode' | 'undoNode' | 'confirmNode' | 'returnNode'

/** What is asked before a word on a firm's node is sent; `about`, the measure, is named. */
export const nodeDialogs = (
  { id: timelineId, measures }: Pick<Timeline, 'id' | 'measures'>,
  about: string,
): Readonly<Record<Exclude<NodeDialog, 'reportNode'>, Dialog>> => {
  const of = (line: string) => ofPart(measures.find(({ id }) => id === about)?.text ?? '', line)
  return {
    confirmNode: {
      kind: 'confirm',
      title: words.confirmNodeTitle,
      line: of(words.confirmNodeLine),
      confirm: words.confirmNode,
      deed: (measureId) =>
        deed('enterprise.confirmNode', { timelineId, measureId }, { told: words.nodeConfirmed }),
    },
    undoNode: {
      kind: 'reason',
      title: words.undoNodeTitle,
      label: words.nodeReason,
      line: of(words.undoNodeLine),
      needed: words.nodeReasonNeeded,
      deed: (reason, measureId) =>
        deed('enterprise.undoNode', { timelineId, measureId, reason }, { told: words.nodeUndone }),
    },
    returnNode: {
      kind: 'reason',
      title: words.returnNodeTitle,
      label: words.nodeReason,
      line: of(words.returnNodeLine),
      needed: words.nodeReasonNeeded,
      deed: (reason, measureId) =>
        deed(
          'enterprise.returnNode',
          { timelineId, measureId, reason },
          { told: words.nodeReturned },
        ),
    },
  }
}
