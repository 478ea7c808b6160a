import { SelfCheckPage } from '@/src/features/staff-task/components/self-check-page'
import { usePageParam } from '@/src/platform/navigation'

export default function SelfCheck() {
  return <SelfCheckPage id={usePageParam('id')} />
}
