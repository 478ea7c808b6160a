import { AskedPage } from '@/src/features/opinion/components/asked-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Asked() {
  return <AskedPage taskId={usePageParam('id')} />
}
