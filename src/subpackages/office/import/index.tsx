import { useState } from 'react'
import { ImportPage } from '@/src/features/import/components/import-page'
import { pageParam } from '@/src/platform/navigation'

export default function ImportRoute() {
  // Read once: a draft's page stands on top of its list, and both are this route.
  const [params] = useState(() => ({ batchId: pageParam('id'), at: pageParam('at') }))
  return <ImportPage {...params} />
}
