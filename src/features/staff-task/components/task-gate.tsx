import { type ReactNode, useState } from 'react'
import { onlyForWords } from '@/copy/only-for'
import { turnWords } from '@/copy/staff-task'
import { FaceBlock } from '@/src/components/frame/list-faces/face-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { wayToTab } from '@/src/platform/navigation'
import type { StaffTask } from '../staff-task'
import { WhoseTurn } from './whose-turn'

interface TaskGateProps {
  title: string
  turns: StaffTask['turns']
  /** Whether the server offers what the form sends. */
  mayAct: boolean
  notice: ReactNode
  children: ReactNode
}

/**
 * A form whose address was typed or forwarded: who may not send it reads whose turn it is, and
 * fills in nothing in vain. A form that was open stays, whatever a later load says.
 */
export function TaskGate({ title, turns, mayAct, notice, children }: TaskGateProps) {
  const [wasOpen, setWasOpen] = useState(mayAct)
  if (mayAct && !wasOpen) setWasOpen(true)
  if (mayAct || wasOpen) return children
  return (
    <PageShell title={title} secrecy>
      {notice}
      <WhoseTurn turns={turns} />
      <FaceBlock
        icon="lock"
        title={turnWords.nobody}
        action={{ text: onlyForWords.switch, ...wayToTab('mine') }}
      />
    </PageShell>
  )
}
