import { PlanPage } from '@/src/features/staff-task/components/plan-form'
import { usePageParam } from '@/src/platform/navigation'

export default function Plan() {
  return <PlanPage id={usePageParam('id')} />
}
