import { ConsultPage } from '@/src/features/staff-task/components/consult-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Consult() {
  return <ConsultPage id={usePageParam('id')} />
}
