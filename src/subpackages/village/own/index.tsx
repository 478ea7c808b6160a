import { OwnOpinionPage } from '@/src/features/opinion/components/own-opinion-page'
import { usePageParam } from '@/src/platform/navigation'

export default function OwnOpinion() {
  return <OwnOpinionPage taskId={usePageParam('id')} />
}
