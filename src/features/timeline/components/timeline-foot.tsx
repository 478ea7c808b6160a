import { errorTexts } from '@/copy/errors'
import { negotiationWords as words } from '@/copy/negotiation'
import { ActionButton } from '@/src/components/action-button'
import { FootBar } from '@/src/components/foot-bar'
import { useSend } from '@/src/platform/use-send'
import type { Timeline, useReplies } from '../hooks/use-replies'

interface TimelineFootProps {
  timeline: Timeline
  replies: ReturnType<typeof useReplies>
  reason: string
  plan: string
  onDone: (sentence: string) => Promise<void>
}

/** The one main button, named by what it will do: agree to all, send another table, sign. */
export function TimelineFoot(props: TimelineFootProps) {
  const { timeline, replies, reason, plan, onDone } = props
  const accept = useSend('enterprise.accept')
  const counter = useSend('enterprise.counter')
  const propose = useSend('enterprise.propose')
  const mediate = useSend('enterprise.mediate')
  const sign = useSend('enterprise.sign')
  const can = (event: string) => timeline.events.includes(event)
  const { id: timelineId, round } = timeline
  const sends = [accept, counter, propose, mediate, sign]
  const busy = sends.some((each) => each.busy)
  const failure = sends.find(({ error }) => error)?.error

  const finish = async (sent: Promise<unknown>, sentence: string) => {
    if (await sent) await onDone(sentence)
  }
  if (can('sign')) {
    return (
      <FootBar {...(failure && { note: errorTexts[failure.code] })}>
        <ActionButton
          text={words.sign}
          busy={busy}
          onTap={() => void finish(sign.send({ timelineId }), words.signed)}
        />
      </FootBar>
    )
  }
  const answers = can('counter') || can('propose') || can('mediate')
  if (!answers && !can('accept')) return null

  const allAgreed = replies.complete && replies.others === 0
  const needsWords = replies.others > 0 && !can('mediate')
  const blocked = !replies.complete
    ? words.chooseAll
    : needsWords && (!reason.trim() || (can('counter') && !plan.trim()))
      ? words.reasonNeeded
      : null
  const send = () => {
    const { dates } = replies
    if (allAgreed && can('accept')) return accept.send({ timelineId, round })
    if (can('counter'))
      return counter.send({
        timelineId,
        round,
        dates,
        reason: reason.trim(),
        technicalPlan: plan.trim(),
        planFileIds: [],
      })
    if (can('mediate'))
      return mediate.send({ timelineId, dates, reason: reason.trim() || words.mediated })
    return propose.send({
      taskId: timeline.taskId,
      enterpriseId: timeline.enterprise.id,
      dates,
      reason: reason.trim() || null,
    })
  }
  return (
    <FootBar
      note={failure ? errorTexts[failure.code] : words.summary(replies.agreed, replies.others)}
    >
      <ActionButton
        text={allAgreed ? words.acceptAll : can('mediate') ? words.mediate : words.send}
        busy={busy}
        blocked={blocked}
        onTap={() =>
          void send().then(async (done) => {
            if (done) await onDone(words.sent)
          })
        }
      />
    </FootBar>
  )
}
