import { ObjectionPage } from '@/src/features/notice/components/objection-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Objection() {
  return <ObjectionPage taskId={usePageParam('id')} objectionId={usePageParam('objection')} />
}
