import { deskWords as words } from '@/copy/desk'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import type { DeskDialog, Handled } from '../handled'

interface Step {
  readonly event: Handled['events'][number]
  readonly dialog: DeskDialog
  readonly text: string
}

/** Ways on, the main one last: it stands at the thumb. */
const steps: readonly Step[] = [
  { event: 'decline', dialog: 'decline', text: words.decline },
  { event: 'returnToIntake', dialog: 'returnToIntake', text: words.returnToIntake },
  { event: 'returnAnswer', dialog: 'returnAnswer', text: words.returnAnswer },
  { event: 'admit', dialog: 'admit', text: words.admit },
  { event: 'assign', dialog: 'assign', text: words.assign },
  { event: 'submitAnswer', dialog: 'submitAnswer', text: words.answer },
  { event: 'submitSecondAnswer', dialog: 'submitSecondAnswer', text: words.secondAnswer },
  { event: 'releaseAnswer', dialog: 'releaseAnswer', text: words.release },
]

interface HandledFootProps {
  handled: Handled
  onOpen: (dialog: DeskDialog) => void
}

export function HandledFoot({ handled, onOpen }: HandledFootProps) {
  const open = steps.filter(({ event }) => handled.events.includes(event)).slice(-2)
  if (open.length === 0) return null
  return (
    <FootBar pair={open.length > 1}>
      {open.map(({ dialog, text }, place) => (
        <ActionButton
          key={dialog}
          kind={place === open.length - 1 ? 'filled' : 'outlined'}
          text={text}
          onTap={() => onOpen(dialog)}
        />
      ))}
    </FootBar>
  )
}
