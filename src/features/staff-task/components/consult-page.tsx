import { consultWords as words } from '@/copy/consult'
import { LoadedPage } from '@/src/acting/loaded-page'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { useAction } from '@/src/platform/use-action'
import { useMembership } from '@/src/platform/use-me'
import { ConsultAnswers } from './consult-answers'
import { ConsultAsking } from './consult-asking'
import { DraftOpinion } from './draft-opinion'

/** 征求意见: the office asks and answers, a village or firm speaks; one page for the whole way. */
export function ConsultPage({ id }: { id: string }) {
  const { load, retry, reload } = useAction('task.get', { taskId: id }, { refreshOnShow: true })
  const isOffice = useMembership()?.role === 'coordinator'
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(task, notice) => {
        if (task.events.includes('consult')) return <ConsultAsking {...{ task, notice }} />
        const { consultation } = task
        if (consultation === null)
          return (
            <PageShell title={words.title} secrecy>
              <NoteBlock icon="info">{words.nothing}</NoteBlock>
            </PageShell>
          )
        const page = { task, consultation, notice, reload }
        return isOffice ? <ConsultAnswers {...page} /> : <DraftOpinion {...page} />
      }}
    </LoadedPage>
  )
}
