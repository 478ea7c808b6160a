import { ProposePage } from '@/src/features/timeline/components/propose-page'
import { pageParam } from '@/src/platform/navigation'

export default function Propose() {
  return <ProposePage id={pageParam('id')} enterpriseId={pageParam('enterprise')} />
}
