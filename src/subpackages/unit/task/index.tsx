import { StaffTaskPage } from '@/src/features/staff-task/components/staff-task-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Task() {
  return <StaffTaskPage id={usePageParam('id')} />
}
