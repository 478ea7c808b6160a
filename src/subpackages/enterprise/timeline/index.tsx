import { TimelinePage } from '@/src/features/timeline/components/timeline-page'
import { pageParam } from '@/src/platform/navigation'

export default function Timeline() {
  return <TimelinePage id={pageParam('id')} />
}
