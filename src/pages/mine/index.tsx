import { tabWords } from '@/copy/shell'
import { PageShell } from '@/src/components/page-shell'
import { SkeletonList } from '@/src/components/list-faces/skeleton-list'

export default function MinePage() {
  return (
    <PageShell title={tabWords.mine} tab="mine">
      <SkeletonList cards={3} />
    </PageShell>
  )
}
