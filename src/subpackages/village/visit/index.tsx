import { VisitPage } from '@/src/features/opinion/components/visit-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Visit() {
  return <VisitPage taskId={usePageParam('id')} villageCode={usePageParam('village')} />
}
