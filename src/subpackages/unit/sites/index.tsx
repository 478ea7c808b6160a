import { SitesPage } from '@/src/features/staff-task/components/sites-page'
import { usePageParam } from '@/src/platform/navigation'

export default function Sites() {
  return <SitesPage id={usePageParam('id')} measureId={usePageParam('measure')} />
}
