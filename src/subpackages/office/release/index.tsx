import { ReleasePage } from '@/src/features/staff-task/components/release-page'
import { pageParam } from '@/src/platform/navigation'

export default function Release() {
  return <ReleasePage id={pageParam('id')} />
}
