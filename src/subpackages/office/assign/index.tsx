import { AssignPage } from '@/src/features/staff-task/components/assign-page'
import { pageParam } from '@/src/platform/navigation'

export default function Assign() {
  return <AssignPage id={pageParam('id')} />
}
