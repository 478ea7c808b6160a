import { AskVisitPage } from '@/src/features/visit/components/ask-visit-page'
import { usePageParam } from '@/src/platform/navigation'

export default function AskVisit() {
  return <AskVisitPage id={usePageParam('id')} />
}
