import { useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { PageShell } from '@/src/components/frame/page-shell'
import { useAction } from '@/src/platform/use-action'
import { deskDialogs } from '../desk-dialogs'
import type { DeskDialog, Original } from '../handled'
import { AdmitSheet } from './admit-sheet'
import { AnswerSheet } from './answer-sheet'
import { CorrectAccusedSheet } from './correct-accused-sheet'
import { HandOverSheet } from './hand-over-sheet'
import { HandledFoot } from './handled-foot'
import { HandledView } from './handled-view'
import { MergeSheet } from './merge-sheet'

/** One report for intake, handler or office; each sees what their desk may see. */
export function HandledPage({ id }: { id: string }) {
  const again = { refreshOnShow: true }
  const { load, retry, reload } = useAction('feedback.getHandled', { feedbackId: id }, again)
  const act = useAct<DeskDialog>(reload)
  const [original, setOriginal] = useState<Original | null>(null)
  const open = act.open?.name
  const second = open === 'submitSecondAnswer'
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(handled, notice) => (
        <PageShell
          title={words.title}
          secrecy
          foot={<HandledFoot handled={handled} onOpen={(dialog) => act.show(dialog)} />}
        >
          {notice}
          {!act.open && <RefusalNote text={act.refusal} />}
          <HandledView
            handled={handled}
            original={original}
            onOpen={(dialog) => act.show(dialog)}
          />
          {open === 'admit' && <AdmitSheet feedbackId={id} original={original} act={act} />}
          {open === 'handOverDesk' && <HandOverSheet handled={handled} act={act} />}
          {open === 'correctAccused' && <CorrectAccusedSheet handled={handled} act={act} />}
          {open === 'merge' && <MergeSheet feedbackId={id} act={act} />}
          {(second || open === 'submitAnswer') && (
            <AnswerSheet second={second} feedbackId={id} act={act} reload={reload} />
          )}
          <ActDialogs act={act} thing={id} dialogs={deskDialogs(id, setOriginal)} />
        </PageShell>
      )}
    </LoadedPage>
  )
}
