import { TimelinePage } from '@/src/features/timeline/components/timeline-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Timeline() {
  return <TimelinePage id={usePageParam('id')} />
}
