import { ProgressPage } from '@/src/features/feedback/components/progress-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Progress() {
  return <ProgressPage id={usePageParam('id')} code={usePageParam('code')} />
}
