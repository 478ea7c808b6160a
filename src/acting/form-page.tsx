import type { ReactNode } from 'react'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { PageShell } from '@/src/components/frame/page-shell'
import { RefusalNote } from './refusal-note'
import { RestoredNote } from './restored-note'
import type { Acting } from './use-act'

interface FormPageProps {
  title: string
  /** Says that the last load failed (`LoadedPage`). */
  notice: ReactNode
  act: Pick<Acting, 'busy' | 'refusal'>
  draft: { readonly restored: boolean; readonly clear: () => void }
  /** On the button. */
  send: string
  /** Why it cannot be sent yet (`blockedBy`). */
  blocked: string | null
  onSend: () => void
  children: ReactNode
}

/** A staff form that fills a page: what was kept, what was refused, the fields, one way to send. */
export function FormPage({ title, notice, act, draft, ...form }: FormPageProps) {
  return (
    <PageShell
      title={title}
      secrecy
      foot={
        <FootBar>
          <ActionButton
            text={form.send}
            busy={act.busy}
            blocked={form.blocked}
            onTap={form.onSend}
          />
        </FootBar>
      }
    >
      {notice}
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      {form.children}
    </PageShell>
  )
}
