import { ReportForm } from '@/src/features/feedback/components/report-form'
import { pageParam } from '@/src/platform/navigation'

export default function ReportPage() {
  return <ReportForm taskId={pageParam('taskId')} />
}
