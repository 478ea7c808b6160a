import { complaintWords } from '@/copy/legal'
import { PageShell } from '@/src/components/frame/page-shell'
import { Complaint } from '@/src/features/me/components/complaint'

export default function ComplaintPage() {
  return (
    <PageShell title={complaintWords.title}>
      <Complaint />
    </PageShell>
  )
}
