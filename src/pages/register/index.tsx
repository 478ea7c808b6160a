import { tabWords } from '@/copy/shell'
import { PageShell } from '@/src/components/page-shell'
import { SkeletonList } from '@/src/components/list-faces/skeleton-list'

export default function RegisterPage() {
  return (
    <PageShell title={tabWords.register} tab="register">
      <SkeletonList cards={3} />
    </PageShell>
  )
}
