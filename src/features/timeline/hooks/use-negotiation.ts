import { maxReason } from '@/contract/limits'
import { maxPlanWords } from '@/contract/enterprise/limits'
import { negotiationWords as words } from '@/copy/negotiation'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { askAtTap } from '@/src/acting/consent'
import { type Deed, deed } from '@/src/acting/deed'
import type { Acting } from '@/src/acting/use-act'
import { useDelivery } from '@/src/acting/use-delivery'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { type Attachment, lostFiles } from '@/src/platform/outbox-item'
import { type Timeline, useReplies } from './use-replies'

/** A timeline is agreed by both sides: either wants to hear what the other one says. */
const consent = ['timeline'] as const

/** What the caller may do on this timeline now, and how it is sent. */
export function useNegotiation(timeline: Timeline, act: Acting, reload: () => Promise<void>) {
  const replies = useReplies(timeline)
  const { draft, dates } = replies
  const counter = useDelivery('enterprise.counter', draft, ({ item }) => {
    toast(lostFiles(item).length > 0 ? words.planFilesLost : words.sent)
    void reload()
  })
  const can = (event: Timeline['events'][number]) => timeline.events.includes(event)
  const { id: timelineId, round } = timeline
  const allAgreed = replies.complete && replies.others === 0
  /** A date of one's own needs its reason; the office's own table speaks for itself. */
  const asksWords = replies.others > 0 && !can('mediate')
  // Words that are not shown are not sent.
  const reason = asksWords ? draft.value.reason.trim() : ''
  const plan = asksWords && can('counter') ? draft.value.plan.trim() : ''
  const following = { told: words.sent, consent }

  const run = (one: Deed) => act.run(one, draft)
  const sendCounter = async () => {
    const asked = askAtTap(consent)
    const attachments = draft
      .read()
      .files.map((file): Attachment => ({ file, field: 'planFileIds', many: true }))
    const input = { timelineId, round, dates, reason, technicalPlan: plan, planFileIds: [] }
    await counter.send(input, { attachments })
    await asked
  }
  const accept = () => run(deed('enterprise.accept', { timelineId, round }, following))
  const send = () => {
    if (allAgreed && can('accept')) return accept()
    if (can('counter')) return sendCounter()
    if (can('mediate')) {
      const input = { timelineId, dates, reason: words.mediated }
      return run(deed('enterprise.mediate', input, following))
    }
    const { taskId, enterprise } = timeline
    const input = { taskId, enterpriseId: enterprise.id, dates, reason: reason || null }
    return run(deed('enterprise.propose', input, following))
  }
  return {
    replies,
    can,
    answers: can('counter') || can('propose') || can('mediate'),
    asksWords,
    allAgreed,
    send,
    accept,
    sign: () => run(deed('enterprise.sign', { timelineId }, { told: words.signed, consent })),
    busy: act.busy || counter.busy,
    waiting: counter.waiting,
    refusal: act.refusal ?? counter.refusal,
    blocked: blockedBy(
      !replies.complete && words.chooseAll,
      asksWords && can('counter') && (!reason || !plan) && words.reasonNeeded,
      asksWords && !reason && words.onlyReasonNeeded,
      tooLong(reason, maxReason),
      tooLong(plan, maxPlanWords),
    ),
  }
}

export type Negotiation = ReturnType<typeof useNegotiation>
