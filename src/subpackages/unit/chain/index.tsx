import { ChainPage } from '@/src/features/staff-task/components/chain-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Chain() {
  return <ChainPage id={usePageParam('id')} />
}
