import { ObjectionDeskPage } from '@/src/features/staff-task/components/objection-desk-page'
import { usePageParam } from '@/src/platform/navigation'

export default function ObjectionDesk() {
  return <ObjectionDeskPage id={usePageParam('id')} />
}
