import { AssignPage } from '@/src/features/staff-task/components/assign-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Assign() {
  return <AssignPage id={usePageParam('id')} />
}
