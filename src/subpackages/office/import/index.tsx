import { ImportPage } from '@/src/features/import/components/import-page'
import { usePageParam } from '@/src/platform/navigation'

export default function ImportRoute() {
  return <ImportPage batchId={usePageParam('id')} at={usePageParam('at')} />
}
