import { negotiationWords as words } from '@/copy/negotiation'
import { ActionButton } from '@/src/components/action-button'
import { FootBar } from '@/src/components/foot-bar'
import type { Negotiation } from '../hooks/use-negotiation'

/** The one main button, named by what it will do: agree to all, send another table, sign. */
export function TimelineFoot({ talk }: { talk: Negotiation }) {
  const { can, replies, answers, allAgreed, busy, waiting } = talk
  if (waiting) return null
  if (can('sign')) {
    return (
      <FootBar>
        <ActionButton text={words.sign} busy={busy} onTap={() => void talk.sign()} />
      </FootBar>
    )
  }
  if (!answers && !can('accept')) return null
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
