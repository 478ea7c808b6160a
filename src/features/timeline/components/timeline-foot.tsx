import { negotiationWords as words } from '@/copy/negotiation'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import type { Negotiation } from '../hooks/use-negotiation'
import type { Timeline } from '../hooks/use-replies'

/** The one main button, named by what it will do: agree to all, send another table, sign. */
export function TimelineFoot({ talk, side }: { talk: Negotiation; side: Timeline['side'] }) {
  const { can, replies, answers, allAgreed, busy, waiting } = talk
  if (waiting) return null
  if (can('sign')) {
    return (
      <FootBar>
        <ActionButton text={words.sign} busy={busy} onTap={() => void talk.sign()} />
      </FootBar>
    )
  }
  // With the office: no other table can be offered, and theirs can still be taken.
  if (!answers && can('accept')) {
    return (
      <FootBar note={words.acceptTheirsLine}>
        <ActionButton
          text={words.acceptTheirs(side)}
          busy={busy}
          onTap={() => void talk.accept()}
        />
      </FootBar>
    )
  }
  if (!answers) return null
  return (
    <FootBar note={words.summary(replies.agreed, replies.others, replies.open)}>
      <ActionButton
        text={allAgreed ? words.acceptAll : can('mediate') ? words.mediate : words.send}
        busy={busy}
        blocked={talk.blocked}
        onTap={() => void talk.send()}
      />
    </FootBar>
  )
}
