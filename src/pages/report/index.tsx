import { ReportPage } from '@/src/features/feedback/components/report-page'
import { usePageParam } from '@/src/platform/navigation'

export default function ReportRoute() {
  return <ReportPage taskId={usePageParam('taskId')} />
}
