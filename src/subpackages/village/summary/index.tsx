import { SummaryPage } from '@/src/features/opinion/components/summary-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Summary() {
  return <SummaryPage id={usePageParam('id')} />
}
