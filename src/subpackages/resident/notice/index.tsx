import { NoticePage } from '@/src/features/notice/components/notice-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Notice() {
  return <NoticePage id={usePageParam('id')} />
}
