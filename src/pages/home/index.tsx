import { tabWords } from '@/copy/shell'
import { PageShell } from '@/src/components/page-shell'
import { SkeletonList } from '@/src/components/list-faces/skeleton-list'

export default function HomePage() {
  return (
    <PageShell title={tabWords.home} tab="home">
      <SkeletonList cards={3} />
    </PageShell>
  )
}
