import { HandledPage } from '@/src/features/desk/components/handled-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Feedback() {
  return <HandledPage id={usePageParam('id')} />
}
