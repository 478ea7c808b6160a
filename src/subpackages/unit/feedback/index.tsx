import { HandledPage } from '@/src/features/desk/components/handled-page'
import { pageParam } from '@/src/platform/navigation'

export default function Feedback() {
  return <HandledPage id={pageParam('id')} />
}
