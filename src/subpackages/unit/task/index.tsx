import { StaffTaskPage } from '@/src/features/staff-task/components/staff-task-page'
import { pageParam } from '@/src/platform/navigation'

export default function Task() {
  return <StaffTaskPage id={pageParam('id')} />
}
