import { selfCheckWords as words, signedPaperWords } from '@/copy/close-out'
import { type Standard, standards } from '@/domain/task/cycle'
import { deed } from '@/src/acting/deed'
import { useAct } from '@/src/acting/use-act'
import { useDraft } from '@/src/platform/use-draft'
import { useMembership } from '@/src/platform/use-me'
import { disputeOf, type TypedDispute } from '../components/standard-dispute'
import { isOnPaper, noSignOff, type SignOff } from '../sign-off'
import type { StaffTask } from '../staff-task'
import { useSignedPapers } from './use-signed-papers'

type Typed = Record<Standard, string> & TypedDispute & SignOff

/** What staff have prepared stands in the boxes, also after it has lapsed. */
const begunOf = ({ closeOut }: StaffTask): Typed => {
  const prepared = closeOut?.prepared
  const dispute = prepared?.dispute
  const of = (standard: Standard) => prepared?.words[standard] ?? ''
  return {
    measuresDone: of('measuresDone'),
    violationsPunished: of('violationsPunished'),
    normsMet: of('normsMet'),
    likeProblemsDone: of('likeProblemsDone'),
    treatedAtSource: of('treatedAtSource'),
    ...(dispute && {
      disputed: dispute.standard,
      fixedBy: dispute.fixedBy,
      disputeWhy: dispute.why ?? '',
    }),
    ...noSignOff,
  }
}

/**
 * 办结前自查: signed here by the leader, recorded by staff with the paper that the leader signed, or
 * prepared for the leader.
 */
export function useSelfCheck(task: StaffTask, then: () => void) {
  const isLeader = useMembership()?.role === 'unitLeader'
  const draft = useDraft<Typed>(`selfCheck.${task.id}`, begunOf(task))
  const act = useAct()
  const told = (lost: number) => (lost > 0 ? signedPaperWords.lost(lost) : words.sent)
  const signed = useSignedPapers('task.selfCheck', draft, told, then)
  const isPreparing = !isLeader && !isOnPaper(draft.value)
  const send = () => {
    const typed = draft.read()
    const said = Object.fromEntries(
      standards.map((standard) => [standard, typed[standard].trim()]),
    ) as Record<Standard, string>
    const input = { taskId: task.id, standards: said, dispute: disputeOf(typed) }
    return isPreparing
      ? act.run(deed('task.prepareSelfCheck', input, { told: words.prepared, then }), draft)
      : signed.send({ ...input, signOffNumber: typed.signOffNumber.trim() || null })
  }
  return {
    draft,
    said: draft.value,
    isLeader,
    isPreparing,
    send,
    busy: act.busy || signed.delivery.busy,
    refusal: act.refusal ?? signed.delivery.refusal,
    waiting: signed.delivery.waiting,
    papers: signed.papers,
    /** Begins anew, without the papers that were kept. */
    empty: () => {
      signed.dropAll()
      draft.clear()
    },
  }
}
