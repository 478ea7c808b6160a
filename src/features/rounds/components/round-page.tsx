import type { ReactNode } from 'react'
import { roundFormWords as words } from '@/copy/rounds'
import { LoadedPage } from '@/src/acting/loaded-page'
import { OnlyFor } from '@/src/acting/only-for'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { FootBar } from '@/src/components/frame/foot-bar'
import { PageShell } from '@/src/components/frame/page-shell'
import { useAction } from '@/src/platform/use-action'
import { type Round, useRoundForm } from '../hooks/use-round-form'
import { RoundFields } from './round-fields'

interface RoundPageProps {
  /** Empty: a round is registered. */
  id: string
  /** As a list names it. */
  name: string
}

export function RoundPage({ id, name }: RoundPageProps) {
  return (
    <OnlyFor roles={['coordinator']} title={id ? words.changeTitle : words.newTitle}>
      {id ? <ChangedRound id={id} /> : <RoundForm round={null} name={name} />}
    </OnlyFor>
  )
}

function ChangedRound({ id }: { id: string }) {
  const { load, reload, retry } = useAction('documents.getRound', { roundId: id })
  return (
    <LoadedPage title={words.changeTitle} secrecy load={load} retry={retry}>
      {(round, notice) => (
        <RoundForm round={round} name={round.name} notice={notice} reload={reload} />
      )}
    </LoadedPage>
  )
}

interface RoundFormProps {
  round: Round | null
  name: string
  notice?: ReactNode
  reload?: () => Promise<void>
}

function RoundForm({ round, name, notice, reload }: RoundFormProps) {
  const form = useRoundForm(round, name)
  const act = useAct(reload)
  const send = () => {
    const deed = form.sent()
    return deed && act.run(deed, form.draft)
  }
  return (
    <PageShell
      title={round ? words.changeTitle : words.newTitle}
      secrecy
      foot={
        <FootBar>
          <ActionButton
            text={round ? words.change : words.register}
            busy={act.busy}
            blocked={form.blocked}
            onTap={() => void send()}
          />
        </FootBar>
      }
    >
      {notice}
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={form.draft} />
      <RoundFields form={form} isNew={round === null} />
    </PageShell>
  )
}
