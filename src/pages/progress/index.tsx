import { ProgressPage } from '@/src/features/feedback/components/progress-page'
import { pageParam } from '@/src/platform/navigation'

export default function Progress() {
  return <ProgressPage id={pageParam('id')} code={pageParam('code')} />
}
