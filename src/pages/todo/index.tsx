import { tabWords } from '@/copy/shell'
import { PageShell } from '@/src/components/page-shell'
import { SkeletonList } from '@/src/components/list-faces/skeleton-list'

export default function TodoPage() {
  return (
    <PageShell title={tabWords.todo} tab="todo">
      <SkeletonList cards={3} />
    </PageShell>
  )
}
