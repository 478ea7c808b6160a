import { ProposePage } from '@/src/features/timeline/components/propose-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Propose() {
  return <ProposePage id={usePageParam('id')} enterpriseId={usePageParam('enterprise')} />
}
