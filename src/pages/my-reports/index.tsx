import { myReportsWords } from '@/copy/report'
import { PageShell } from '@/src/components/page-shell'
import { MyReports } from '@/src/features/feedback/components/my-reports'

export default function MyReportsPage() {
  return (
    <PageShell title={myReportsWords.title}>
      <MyReports />
    </PageShell>
  )
}
