import { tabWords } from '@/copy/shell'
import { PageShell } from '@/src/components/frame/page-shell'
import { Mine } from '@/src/features/me/components/mine'

export default function MinePage() {
  return (
    <PageShell title={tabWords.mine} tab="mine">
      <Mine />
    </PageShell>
  )
}
