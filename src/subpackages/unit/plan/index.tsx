import { PlanPage } from '@/src/features/staff-task/components/plan-form'
import { pageParam } from '@/src/platform/navigation'

export default function Plan() {
  return <PlanPage id={pageParam('id')} />
}
