import { CollectivePage } from '@/src/features/opinion/components/collective-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Opinion() {
  return <CollectivePage id={usePageParam('id')} />
}
