import { watchWords } from '@/copy/watch'
import { PageShell } from '@/src/components/frame/page-shell'
import { Watch } from '@/src/features/operations/components/watch'

export default function WatchPage() {
  return (
    <PageShell title={watchWords.title}>
      <Watch />
    </PageShell>
  )
}
