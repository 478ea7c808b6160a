import { VerifyPage } from '@/src/features/staff-task/components/verify-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Verify() {
  return <VerifyPage id={usePageParam('id')} />
}
