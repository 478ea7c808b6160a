import { myReportsWords } from '@/copy/report'
import { PageShell } from '@/src/components/frame/page-shell'
import { MyReports } from '@/src/features/feedback/components/my-reports'
import { useMembership } from '@/src/platform/use-me'

export default function MyReportsPage() {
  const officer = useMembership()?.role === 'villageOfficer'
  return (
    <PageShell title={officer ? myReportsWords.villagers : myReportsWords.title}>
      <MyReports />
    </PageShell>
  )
}
