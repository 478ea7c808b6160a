import { errorTexts } from '@/copy/errors'
import { reportWords } from '@/copy/report'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { ReportPage } from '@/src/features/feedback/components/report-page'
import { usePageParam } from '@/src/platform/navigation'

/** Said before a word is typed: where there is no WeChat the service takes no reports. */
function ReadOnly() {
  return (
    <PageShell title={reportWords.title}>
      <NoteBlock icon="info">{errorTexts['SERVICE.READ_ONLY']}</NoteBlock>
    </PageShell>
  )
}

export default function ReportRoute() {
  const taskId = usePageParam('taskId')
  if (process.env.TARO_ENV === 'h5' && process.env.TARO_APP_LOCAL !== '1') return <ReadOnly />
  return <ReportPage taskId={taskId} />
}
