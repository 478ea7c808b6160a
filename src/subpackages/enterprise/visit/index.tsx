import { VisitPage } from '@/src/features/visit/components/visit-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Visit() {
  return <VisitPage id={usePageParam('id')} />
}
