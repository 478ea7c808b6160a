import { RoundPage } from '@/src/features/rounds/components/round-page'
import { usePageParam } from '@/src/platform/navigation'

export default function RoundRoute() {
  return <RoundPage id={usePageParam('id')} name={usePageParam('name')} />
}
