import { ReleasePage } from '@/src/features/staff-task/components/release-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Release() {
  return <ReleasePage id={usePageParam('id')} />
}
